/** Bundles that misbehave, one way each. */
@NullMarked
package vendor.hostile;

import org.jspecify.annotations.NullMarked;
