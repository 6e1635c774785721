/** The launcher: reads the command line, starts the engine or reaches the one that runs. */
@NullMarked
package io.patchbay.runtime;

import org.jspecify.annotations.NullMarked;
