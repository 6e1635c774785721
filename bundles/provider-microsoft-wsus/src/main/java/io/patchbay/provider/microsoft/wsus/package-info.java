/** Microsoft's update servers and any WSUS: server synchronisation (MS-WSUSSS) and export cabinets. */
@NullMarked
package io.patchbay.provider.microsoft.wsus;

import org.jspecify.annotations.NullMarked;
