/** Reads Microsoft's offline scan file, wsusscn2.cab: a cabinet of cabinets of XML, in one forward pass and bounded memory. */
@NullMarked
package io.patchbay.provider.microsoft.scan;

import org.jspecify.annotations.NullMarked;
