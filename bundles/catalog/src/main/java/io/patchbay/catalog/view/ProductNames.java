package io.patchbay.catalog.view;

import io.patchbay.model.Product;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What products and their families are called: one that is known only by its category has that one's title. */
final class ProductNames {
    private final Map<UpdateId, Row> byId;

    /** Looks categories up in these rows. */
    ProductNames(Map<UpdateId, Row> byId) {
        this.byId = byId;
    }

    List<String> products(List<Product> products) {
        return names(products, product -> Stream.of(product(product)));
    }

    List<String> families(List<Product> products) {
        return names(products, this::families);
    }

    private static List<String> names(List<Product> products, Function<Product, Stream<String>> naming) {
        return products.stream().flatMap(naming).distinct().toList();
    }

    private String product(Product product) {
        UpdateId id = product.category();
        if (!product.name().isBlank() || id == null) {
            return product.name();
        }
        return category(id).map(Facts::title).orElseGet(id::toString);
    }

    private Stream<String> families(Product product) {
        UpdateId id = product.category();
        if (!product.family().isBlank() || id == null) {
            return Stream.of(product.family()).filter(name -> !name.isBlank());
        }
        return category(id).stream()
                .flatMap(facts -> facts.parents().stream())
                .flatMap(parent -> category(parent).stream())
                .map(Facts::title);
    }

    private Optional<Facts> category(UpdateId id) {
        return Optional.ofNullable(byId.get(id)).map(Row::facts).filter(facts -> facts.type() == UpdateType.CATEGORY);
    }
}
