package io.patchbay.provider.microsoft.wsus;

import io.patchbay.feeds.microsoft.PrerequisiteGroup;
import io.patchbay.model.Classification;
import io.patchbay.model.Product;
import io.patchbay.model.UpdateId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an update is filed under, and what it really requires. Documents state both as prerequisites; which of them are categories is told
 * by the ids, since {@code IsCategory} is often left out.
 */
final class Filing {
    private static final String MICROSOFT = "Microsoft";

    private final CategoryTable table;
    private final List<List<UpdateId>> conditions = new ArrayList<>();
    private final SortedSet<UpdateId> categories = new TreeSet<>();

    /**
     * Tells categories from conditions.
     *
     * @param filed further categories
     */
    Filing(CategoryTable table, List<PrerequisiteGroup> prerequisites, SortedSet<UpdateId> filed) {
        this.table = table;
        categories.addAll(filed);
        for (PrerequisiteGroup group : prerequisites) {
            if (group.category() || group.ids().stream().allMatch(this::isCategory)) {
                categories.addAll(group.ids());
            } else {
                conditions.add(group.ids());
            }
        }
    }

    private boolean isCategory(UpdateId id) {
        return table.type(id).isPresent() || Classification.of(id).isPresent();
    }

    /** The groups that are conditions. */
    List<List<UpdateId>> conditions() {
        return conditions;
    }

    /** The products among the categories; one that only the document says to be a category is taken for a product. */
    List<Product> products() {
        return categories.stream()
                .filter(id -> Classification.of(id).isEmpty())
                .filter(id -> table.type(id).orElse(CategoryType.PRODUCT) == CategoryType.PRODUCT)
                .map(Product::of)
                .toList();
    }

    /** Updates if it is filed under none, as the parts of bundles often are. */
    Classification classification() {
        return categories.stream()
                .flatMap(id -> Classification.of(id).stream())
                .findFirst()
                .orElse(Classification.UPDATES);
    }

    /** The company above the categories; Microsoft, whose servers these are, if there is none. */
    String vendor() {
        return categories.stream()
                .flatMap(id -> table.company(id).stream())
                .findFirst()
                .orElse(MICROSOFT);
    }
}
