/** The way of the framework's log entries into the engine's log. */
@NullMarked
package io.patchbay.log;

import org.jspecify.annotations.NullMarked;
