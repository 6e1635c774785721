/** Tests of catalogues as providers. */
@NullMarked
package io.patchbay.provider.sdp;

import org.jspecify.annotations.NullMarked;
