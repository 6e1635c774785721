/** Tests of the cabinet reader and writer. */
@NullMarked
package io.patchbay.cabinet;

import org.jspecify.annotations.NullMarked;
