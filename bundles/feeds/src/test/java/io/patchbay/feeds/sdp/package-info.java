/** Tests of reading and writing packages. */
@NullMarked
package io.patchbay.feeds.sdp;

import org.jspecify.annotations.NullMarked;
