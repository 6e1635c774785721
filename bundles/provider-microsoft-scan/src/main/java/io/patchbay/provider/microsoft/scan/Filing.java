package io.patchbay.provider.microsoft.scan;

import io.patchbay.feeds.microsoft.PrerequisiteGroup;
import io.patchbay.model.Classification;
import io.patchbay.model.Product;
import io.patchbay.model.UpdateId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What an update is filed under, and what it really requires. Documents state both as prerequisites; which of them are categories is
 * told by the ids, since {@code IsCategory} is often left out.
 */
final class Filing {
    private final ScanPackage scan;
    private final int row;
    private final List<List<UpdateId>> conditions = new ArrayList<>();
    private final List<UpdateId> categories = new ArrayList<>();

    Filing(ScanPackage scan, int row, List<PrerequisiteGroup> prerequisites) {
        this.scan = scan;
        this.row = row;
        for (PrerequisiteGroup group : prerequisites) {
            if (group.category() || areCategories(group.ids())) {
                categories.addAll(group.ids());
            } else {
                conditions.add(group.ids());
            }
        }
    }

    private boolean areCategories(List<UpdateId> ids) {
        for (UpdateId id : ids) {
            if (Classification.of(id).isEmpty() && scan.categoryType(row, id).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The groups that are conditions. */
    List<List<UpdateId>> conditions() {
        return conditions;
    }

    /** The products that package.xml files the update under; the categories among its prerequisites if it does not say. */
    List<Product> products() {
        Collection<UpdateId> ids = scan.categories(row, CategoryType.PRODUCT);
        if (ids.isEmpty()) {
            ids = new TreeSet<>(categories);
            ids.removeIf(id -> !mayBeProduct(id));
        }
        List<Product> products = new ArrayList<>(ids.size());
        for (UpdateId id : ids) {
            products.add(Product.of(id));
        }
        return products;
    }

    private boolean mayBeProduct(UpdateId id) {
        return scan.categoryType(row, id).orElse(CategoryType.PRODUCT) == CategoryType.PRODUCT
                && Classification.of(id).isEmpty();
    }

    /** As {@link #products}; empty if nobody files the update. */
    Optional<Classification> classification() {
        return first(scan.categories(row, CategoryType.UPDATE_CLASSIFICATION))
                .or(() -> first(new TreeSet<>(categories)));
    }

    private static Optional<Classification> first(Collection<UpdateId> ids) {
        for (UpdateId id : ids) {
            Optional<Classification> classification = Classification.of(id);
            if (classification.isPresent()) {
                return classification;
            }
        }
        return Optional.empty();
    }
}
