/** The shell over a Unix domain socket, for the operator's commands to an engine that runs. */
@NullMarked
package io.patchbay.shell.socket;

import org.jspecify.annotations.NullMarked;
