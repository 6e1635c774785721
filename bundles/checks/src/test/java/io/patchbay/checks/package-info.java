/** What must hold for all bundles together. */
@NullMarked
package io.patchbay.checks;

import org.jspecify.annotations.NullMarked;
