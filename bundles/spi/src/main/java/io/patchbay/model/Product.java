package io.patchbay.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A product that an update is for.
 *
 * @param name the vendor's name, such as {@code Firefox ESR}; blank if only the category is known: the catalogue then shows the
 *     category's title
 * @param family the product family, such as {@code Firefox}; blank if unknown
 * @param category the category update of this product, for products of Microsoft's
 */
public record Product(String name, String family, @Nullable UpdateId category) {
    public Product {
        Objects.requireNonNull(name);
        Objects.requireNonNull(family);
        if (name.isBlank() && category == null) {
            throw new IllegalArgumentException("a product needs a name or a category");
        }
    }

    /** A product known by name. */
    public static Product named(String name, String family) {
        return new Product(name, family, null);
    }

    /** A product known by the id of its category only. */
    public static Product of(UpdateId category) {
        return new Product("", "", category);
    }
}
