/** Reads the pages of the Microsoft Update Catalogue that a search leads to. */
@NullMarked
package io.patchbay.provider.microsoft.catalog;

import org.jspecify.annotations.NullMarked;
