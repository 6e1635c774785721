package io.patchbay.provider.microsoft.scan;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of categories that an update is filed under (package.xml, Category, Type). */
enum CategoryType {
    COMPANY("Company"),
    PRODUCT_FAMILY("ProductFamily"),
    PRODUCT("Product"),
    UPDATE_CLASSIFICATION("UpdateClassification");

    private final String type;

    CategoryType(String type) {
        this.type = type;
    }

    static Optional<CategoryType> of(String type) {
        return Arrays.stream(values()).filter(t -> t.type.equals(type)).findFirst();
    }
}
