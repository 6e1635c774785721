package io.patchbay.provider.microsoft.scan;

import java.util.List;

/** The kinds of categories that an update is filed under (package.xml, Category, Type). */
enum CategoryType {
    COMPANY("Company", 'C'),
    PRODUCT_FAMILY("ProductFamily", 'F'),
    PRODUCT("Product", 'P'),
    UPDATE_CLASSIFICATION("UpdateClassification", 'U'),
    /** What else there is does not matter. */
    OTHER("", 'O');

    private static final List<CategoryType> ALL = List.of(values());

    private final String type;
    private final byte letter;

    CategoryType(String type, char letter) {
        this.type = type;
        this.letter = (byte) letter;
    }

    /** Stands for it in digests. */
    byte letter() {
        return letter;
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
