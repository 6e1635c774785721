/** Tests of reading the scan file. */
@NullMarked
package io.patchbay.provider.microsoft.scan;

import org.jspecify.annotations.NullMarked;
