/** Tests, with made-up update documents and export cabinets. */
@NullMarked
package io.patchbay.provider.microsoft.wsus;

import org.jspecify.annotations.NullMarked;
