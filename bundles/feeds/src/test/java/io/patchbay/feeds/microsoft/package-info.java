/** Tests of reading Microsoft's metadata. */
@NullMarked
package io.patchbay.feeds.microsoft;

import org.jspecify.annotations.NullMarked;
