/** Firefox, Firefox ESR and Thunderbird: product details say what is current, checksum lists its files, advisories why it matters. */
@NullMarked
package io.patchbay.provider.mozilla;

import org.jspecify.annotations.NullMarked;
