/** Reads what MSRC publishes: monthly CVRF documents, the pages of the Security Update Guide, and CSAF documents. */
@NullMarked
package io.patchbay.provider.microsoft.msrc;

import org.jspecify.annotations.NullMarked;
