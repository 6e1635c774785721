/** Tests, and a server on loopback that speaks MS-WSUSSS. */
@NullMarked
package io.patchbay.provider.microsoft.wsus;

import org.jspecify.annotations.NullMarked;
