package io.patchbay.provider.microsoft.scan;

import io.patchbay.feeds.microsoft.PrerequisiteGroup;
import io.patchbay.model.Classification;
import io.patchbay.model.Product;
import io.patchbay.model.UpdateId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an update is filed under, and what it really requires. Documents state both as prerequisites; which of them are categories is
 * told by the ids, since {@code IsCategory} is often left out.
 */
final class Filing {
    private final ScanPackage scan;
    private final int row;
    private final List<SortedSet<UpdateId>> conditions = new ArrayList<>();
    private final SortedSet<UpdateId> categories = new TreeSet<>();

    Filing(ScanPackage scan, int row, List<PrerequisiteGroup> prerequisites) {
        this.scan = scan;
        this.row = row;
        for (PrerequisiteGroup group : prerequisites) {
            if (group.category() || group.ids().stream().allMatch(this::isCategory)) {
                categories.addAll(group.ids());
            } else {
                conditions.add(group.ids());
            }
        }
    }

    private boolean isCategory(UpdateId id) {
        return scan.categoryType(row, id).isPresent() || Classification.of(id).isPresent();
    }

    /** The groups that are conditions. */
    List<SortedSet<UpdateId>> conditions() {
        return conditions;
    }

    /** The products that package.xml files the update under; the categories among its prerequisites if it does not say. */
    List<Product> products() {
        Collection<UpdateId> products = scan.categories(row, CategoryType.PRODUCT);
        if (products.isEmpty()) {
            products = categories.stream().filter(this::mayBeProduct).toList();
        }
        return products.stream().map(Product::of).toList();
    }

    private boolean mayBeProduct(UpdateId id) {
        return scan.categoryType(row, id).orElse(CategoryType.PRODUCT) == CategoryType.PRODUCT
                && Classification.of(id).isEmpty();
    }

    /** As {@link #products}; empty if nobody files the update. */
    Optional<Classification> classification() {
        return first(scan.categories(row, CategoryType.UPDATE_CLASSIFICATION)).or(() -> first(categories));
    }

    private static Optional<Classification> first(Collection<UpdateId> ids) {
        return ids.stream().flatMap(id -> Classification.of(id).stream()).findFirst();
    }
}
