/** Tests of vendors' data. */
@NullMarked
package io.patchbay.feeds.vendor;

import org.jspecify.annotations.NullMarked;
