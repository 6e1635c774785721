/** What the bundles of these tests are made of. */
@NullMarked
package vendor.probe;

import org.jspecify.annotations.NullMarked;
