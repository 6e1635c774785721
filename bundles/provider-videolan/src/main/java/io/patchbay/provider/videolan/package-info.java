/** VLC media player: signed status files say what is current, checksum files what its files are, bulletins and the CVE list what it fixes. */
@NullMarked
package io.patchbay.provider.videolan;

import org.jspecify.annotations.NullMarked;
