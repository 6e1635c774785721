package io.patchbay.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;

/**
 * How an update relates to others, as its own document says.
 *
 * @param prerequisites all of these groups must be satisfied, each by at least one installed update (conjunctive normal form);
 *     groups that only name a product or classification are left out: they are categories, not conditions
 * @param bundles the updates that this one installs; of each group one alternative
 * @param supersedes the updates that this one replaces. What the line of versions implies is added by the catalogue
 * @param supersededBy the updates that replace this one, where its own document says so (pages of the Update Catalogue)
 */
public record Relationships(
        List<SortedSet<UpdateId>> prerequisites,
        List<SortedSet<UpdateId>> bundles,
        SortedSet<UpdateId> supersedes,
        SortedSet<UpdateId> supersededBy) {
    /** No relations. */
    public static final Relationships NONE = of(List.of(), List.of(), List.of());

    public Relationships {
        prerequisites = groups(prerequisites);
        bundles = groups(bundles);
        supersedes = Sorted.copy(supersedes);
        supersededBy = Sorted.copy(supersededBy);
    }

    /** Relations of an update whose document does not say what replaces it. */
    public Relationships(
            List<SortedSet<UpdateId>> prerequisites,
            List<SortedSet<UpdateId>> bundles,
            SortedSet<UpdateId> supersedes) {
        this(prerequisites, bundles, supersedes, Sorted.copy(List.<UpdateId>of()));
    }

    /** As the canonical constructor, for ids in any collections. */
    public static Relationships of(
            List<? extends Collection<UpdateId>> prerequisites,
            List<? extends Collection<UpdateId>> bundles,
            Collection<UpdateId> supersedes) {
        return new Relationships(groups(prerequisites), groups(bundles), Sorted.copy(supersedes));
    }

    private static List<SortedSet<UpdateId>> groups(List<? extends Collection<UpdateId>> groups) {
        List<SortedSet<UpdateId>> copies = new ArrayList<>(groups.size());
        for (Collection<UpdateId> group : groups) {
            copies.add(Sorted.copy(group));
        }
        return List.copyOf(copies);
    }

    /** The same with the updates that replace this one. */
    public Relationships withSupersededBy(Collection<UpdateId> updates) {
        return new Relationships(prerequisites, bundles, supersedes, Sorted.copy(updates));
    }
}
