/** What would get lost without a word: the framework's log entries, and what is configured and nobody reads. */
@NullMarked
package io.patchbay.log;

import org.jspecify.annotations.NullMarked;
