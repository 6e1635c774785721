package io.patchbay.provider.microsoft.wsus;

import io.patchbay.feeds.microsoft.PrerequisiteGroup;
import io.patchbay.feeds.microsoft.UpdateMetadata;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** The categories of an upstream. Which prerequisites of an update are its categories is told by this, because documents often do not say. */
final class CategoryTable {
    private final Map<UpdateId, Category> categories = new HashMap<>();

    /**
     * A category.
     *
     * @param revision its highest revision so far
     * @param title in English; blank if it has none
     * @param above the categories above it
     */
    private record Category(int revision, CategoryType type, String title, SortedSet<UpdateId> above) {}

    /**
     * Reads the categories of a synced snapshot.
     *
     * @param counts says which revision of which document counts
     */
    static CategoryTable read(Snapshot snapshot, BiPredicate<Document, Revision> counts)
            throws IOException, FeedException {
        CategoryTable table = new CategoryTable();
        for (Document document : snapshot.documents(MicrosoftWsusProvider.CATEGORIES)) {
            UpdateData data = UpdateData.read(snapshot, document, revision -> counts.test(document, revision));
            data.updates().forEach(table::add);
        }
        return table;
    }

    /** Adds what may be a category; of several revisions of one, the highest counts. */
    void add(UpdateMetadata metadata) {
        CategoryType type = CategoryType.of(metadata);
        UpdateId id = metadata.id();
        if (type == CategoryType.NONE || id == null) {
            return;
        }
        Category known = categories.get(id);
        if (known == null || known.revision() < metadata.revision()) {
            categories.put(id, new Category(metadata.revision(), type, metadata.englishTitle(), above(metadata)));
        }
    }

    private static SortedSet<UpdateId> above(UpdateMetadata metadata) {
        return metadata.prerequisites().stream()
                .map(PrerequisiteGroup::ids)
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The kind of the category of this id; empty if there is none. */
    Optional<CategoryType> type(UpdateId id) {
        return Optional.ofNullable(categories.get(id)).map(Category::type);
    }

    /** The title of the company that the category belongs to; empty if no company is above it. */
    Optional<String> company(UpdateId id) {
        return company(id, new HashSet<>());
    }

    private Optional<String> company(UpdateId id, Set<UpdateId> seen) {
        Category category = categories.get(id);
        if (category == null || !seen.add(id)) {
            return Optional.empty();
        }
        if (category.type() == CategoryType.COMPANY) {
            return Optional.of(category.title()).filter(title -> !title.isBlank());
        }
        return category.above().stream()
                .flatMap(next -> company(next, seen).stream())
                .findFirst();
    }

    /** The ids of all categories of a kind. */
    SortedSet<UpdateId> all(CategoryType type) {
        return categories.entrySet().stream()
                .filter(entry -> entry.getValue().type() == type)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Finds categories by title, whatever its case, or by id.
     *
     * @param what says what they are
     * @throws FeedException if there is none of a name
     */
    SortedSet<UpdateId> find(String what, Collection<String> names, CategoryType... types) throws FeedException {
        List<CategoryType> kinds = Arrays.asList(types);
        SortedSet<UpdateId> found = new TreeSet<>();
        for (String name : names) {
            List<UpdateId> ids = categories.entrySet().stream()
                    .filter(entry -> kinds.contains(entry.getValue().type()))
                    .filter(entry -> isNamed(entry.getKey(), entry.getValue(), name))
                    .map(Map.Entry::getKey)
                    .toList();
            if (ids.isEmpty()) {
                throw new FeedException(
                        MicrosoftWsusProvider.CATEGORIES.name(), "", "the upstream has no " + what + " " + name);
            }
            found.addAll(ids);
        }
        return found;
    }

    private static boolean isNamed(UpdateId id, Category category, String name) {
        return category.title().equalsIgnoreCase(name) || id.toString().equalsIgnoreCase(name);
    }
}
