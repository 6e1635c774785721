/** What the bundles that the tests drop in are made of. */
@NullMarked
package vendor.sample;

import org.jspecify.annotations.NullMarked;
