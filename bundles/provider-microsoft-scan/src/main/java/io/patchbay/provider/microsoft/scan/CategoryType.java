package io.patchbay.provider.microsoft.scan;

import java.util.List;

/** The kinds of categories that an update is filed under (package.xml, Category, Type). */
enum CategoryType {
    COMPANY("Company"),
    PRODUCT_FAMILY("ProductFamily"),
    PRODUCT("Product"),
    UPDATE_CLASSIFICATION("UpdateClassification"),
    /** What else there is does not matter. */
    OTHER("");

    private static final List<CategoryType> ALL = List.of(values());

    private final String type;

    CategoryType(String type) {
        this.type = type;
    }

    /** The kind that is called so. */
    static CategoryType of(CharSequence type) {
        for (CategoryType known : ALL) {
            if (known.type.contentEquals(type)) {
                return known;
            }
        }
        return OTHER;
    }
}
