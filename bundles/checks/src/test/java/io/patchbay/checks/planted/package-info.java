/** Code that does what no shipped class may do, to show that it would be found. It is looked at, never run. */
@NullMarked
package io.patchbay.checks.planted;

import org.jspecify.annotations.NullMarked;
