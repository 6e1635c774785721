/** 7-Zip: GitHub says which releases there are and what their files are, the CVE list what they fix. */
@NullMarked
package io.patchbay.provider.sevenzip;

import org.jspecify.annotations.NullMarked;
