package io.patchbay.provider.microsoft.scan;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of categories that an update is filed under (package.xml, Category, Type). */
enum CategoryType {
    COMPANY("Company"),
    PRODUCT_FAMILY("ProductFamily"),
    PRODUCT("Product"),
    UPDATE_CLASSIFICATION("UpdateClassification");

    private static final Map<String, CategoryType> BY_TYPE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(type -> type.type, Function.identity()));

    private final String type;

    CategoryType(String type) {
        this.type = type;
    }

    static Optional<CategoryType> of(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }
}
