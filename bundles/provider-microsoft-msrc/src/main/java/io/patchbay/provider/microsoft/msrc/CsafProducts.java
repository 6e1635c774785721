package io.patchbay.provider.microsoft.msrc;

import io.patchbay.feeds.JsonReader;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the products of a CSAF document. A product that is affected is a range of versions, of which the name that matters is that of the
 * branch it is in; that may stand after the range.
 */
final class CsafProducts {
    private final JsonReader json;
    private final Map<String, String> names = new HashMap<>();
    private final List<String> ranges = new ArrayList<>();

    CsafProducts(JsonReader json) {
        this.json = json;
    }

    /** A product that is another one's component, under an id of its own. */
    private record Relationship(String id, String component, String whole) {}

    /** The names by id. */
    Map<String, String> read() throws IOException, FeedException {
        List<Relationship> relationships = List.of();
        int tree = json.object();
        while (json.next(tree)) {
            switch (json.name()) {
                case "branches" -> readBranches();
                case "relationships" -> relationships = json.list(this::relationship);
                default -> {}
            }
        }
        relationships.forEach(this::relate);
        return names;
    }

    private void readBranches() throws IOException, FeedException {
        int list = json.array();
        while (json.next(list)) {
            readBranch();
        }
    }

    private void readBranch() throws IOException, FeedException {
        int outside = ranges.size();
        String category = null;
        String name = null;
        String product = "";
        int fields = json.object();
        while (json.next(fields)) {
            switch (json.name()) {
                case "category" -> category = json.text();
                case "name" -> name = json.text();
                case "branches" -> readBranches();
                case "product" -> product = readProduct();
                default -> {}
            }
        }
        switch (json.require(category, "category")) {
            case "product_name" -> nameRanges(ranges.subList(outside, ranges.size()), json.require(name, "name"));
            case "product_version_range" -> ranges.add(product);
            default -> {}
        }
    }

    private void nameRanges(List<String> inside, String name) {
        inside.forEach(id -> names.put(id, name));
        inside.clear();
    }

    /** Takes a product under its own name; gives its id. */
    private String readProduct() throws IOException, FeedException {
        String id = null;
        String name = null;
        int fields = json.object();
        while (json.next(fields)) {
            switch (json.name()) {
                case "product_id" -> id = json.text();
                case "name" -> name = json.text();
                default -> {}
            }
        }
        String found = json.require(id, "product_id");
        names.put(found, json.require(name, "name"));
        return found;
    }

    private Relationship relationship() throws IOException, FeedException {
        String id = null;
        String component = null;
        String whole = null;
        int fields = json.object();
        while (json.next(fields)) {
            switch (json.name()) {
                case "full_product_name" -> id = readProduct();
                case "product_reference" -> component = json.text();
                case "relates_to_product_reference" -> whole = json.text();
                default -> {}
            }
        }
        return new Relationship(
                json.require(id, "full_product_name"),
                json.require(component, "product_reference"),
                json.require(whole, "relates_to_product_reference"));
    }

    /** Such as {@code ruby as a component of Azure Linux 3.0}. */
    private void relate(Relationship it) {
        names.put(it.id(), name(it.component()) + " as a component of " + name(it.whole()));
    }

    private String name(String id) {
        return names.getOrDefault(id, id);
    }
}
