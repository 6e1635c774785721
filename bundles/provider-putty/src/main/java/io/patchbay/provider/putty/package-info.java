/** PuTTY, from its download page, its change list and its checksum files. */
@NullMarked
package io.patchbay.provider.putty;

import org.jspecify.annotations.NullMarked;
