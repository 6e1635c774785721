package io.patchbay.provider.microsoft.msrc;

import io.patchbay.feeds.Value;
import io.patchbay.spi.FeedException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The products of a CSAF document by id. A product that is affected is a range of versions, of which the name that matters is that of the
 * branch it is in.
 */
final class CsafProducts {
    private final Map<String, String> names = new HashMap<>();

    private CsafProducts() {}

    static CsafProducts read(Value tree) throws FeedException {
        CsafProducts products = new CsafProducts();
        products.branches(tree, "");
        Optional<Value> relationships = tree.find("relationships");
        if (relationships.isPresent()) {
            for (Value relationship : relationships.get().items()) {
                products.relate(relationship);
            }
        }
        return products;
    }

    private void branches(Value parent, String line) throws FeedException {
        Optional<Value> branches = parent.find("branches");
        if (branches.isEmpty()) {
            return;
        }
        for (Value branch : branches.get().items()) {
            boolean named = branch.get("category").text().equals("product_name");
            branches(branch, named ? branch.get("name").text() : line);
            Optional<Value> product = branch.find("product");
            if (product.isPresent()) {
                add(branch, product.get(), line);
            }
        }
    }

    private void add(Value branch, Value product, String line) throws FeedException {
        boolean range = branch.get("category").text().equals("product_version_range") && !line.isEmpty();
        names.put(
                product.get("product_id").text(),
                range ? line : product.get("name").text());
    }

    /** Such as {@code ruby as a component of Azure Linux 3.0}. */
    private void relate(Value relationship) throws FeedException {
        String component = name(relationship.get("product_reference").text());
        String whole = name(relationship.get("relates_to_product_reference").text());
        String id = relationship.get("full_product_name").get("product_id").text();
        names.put(id, component + " as a component of " + whole);
    }

    /** The name of a product; its id if the tree lacks it. */
    String name(String id) {
        return names.getOrDefault(id, id);
    }
}
