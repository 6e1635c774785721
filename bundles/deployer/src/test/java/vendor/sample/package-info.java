/** What a vendor's bundle in these tests is made of. */
@NullMarked
package vendor.sample;

import org.jspecify.annotations.NullMarked;
