/** Tests of what a bundle is trusted with. */
@NullMarked
package io.patchbay.feeds.trust;

import org.jspecify.annotations.NullMarked;
