/** Catalogues of third-party updates for System Center and WSUS: any number of them, each by its configuration. */
@NullMarked
package io.patchbay.provider.sdp;

import org.jspecify.annotations.NullMarked;
