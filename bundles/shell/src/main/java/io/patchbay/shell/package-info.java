/** The operator's commands, scope {@code patchbay}: what they accept, and what they print as tables and as JSON. */
@NullMarked
package io.patchbay.shell;

import org.jspecify.annotations.NullMarked;
