package io.patchbay.model;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What was released, by whom, for what and when.
 *
 * @param vendor the company, such as {@code Mozilla}
 * @param products the products it is for; empty for categories and detectoids
 * @param version the version; null where the vendor numbers no versions (Microsoft's updates)
 * @param line the line in which newer versions supersede this one; null if supersedence is only what {@link Relationships} says
 * @param architecture the processor
 * @param languages the languages of the update, by tags such as {@code en} or {@code pt-br}, in the vendor's spelling; empty if it is for all languages
 * @param classification the kind of update
 * @param released the vendor's release date; null if it gives none: the catalogue then shows when it first saw the update
 * @param rollout how far the vendor has come with giving it out
 * @param endOfLife the day after which the vendor no longer maintains the line; null if it does not say
 */
public record Release(
        String vendor,
        List<Product> products,
        @Nullable Version version,
        @Nullable Line line,
        Architecture architecture,
        SortedSet<String> languages,
        Classification classification,
        @Nullable LocalDate released,
        Rollout rollout,
        @Nullable LocalDate endOfLife) {
    public Release {
        Objects.requireNonNull(vendor);
        products = List.copyOf(products);
        Objects.requireNonNull(architecture);
        languages = Sorted.copy(languages);
        Objects.requireNonNull(classification);
        Objects.requireNonNull(rollout);
        if (line != null && version == null) {
            throw new IllegalArgumentException("a release in the line " + line + " needs a version");
        }
    }

    /** A release that everybody gets. */
    public Release(
            String vendor,
            List<Product> products,
            @Nullable Version version,
            @Nullable Line line,
            Architecture architecture,
            SortedSet<String> languages,
            Classification classification,
            @Nullable LocalDate released) {
        this(
                vendor,
                products,
                version,
                line,
                architecture,
                languages,
                classification,
                released,
                Rollout.COMPLETE,
                null);
    }

    /** A release that everybody gets, for languages in any collection. */
    public static Release of(
            String vendor,
            List<Product> products,
            @Nullable Version version,
            @Nullable Line line,
            Architecture architecture,
            Collection<String> languages,
            Classification classification,
            @Nullable LocalDate released) {
        return new Release(
                vendor, products, version, line, architecture, Sorted.copy(languages), classification, released);
    }

    /** The same, given out so far. */
    public Release withRollout(Rollout stage) {
        return new Release(
                vendor, products, version, line, architecture, languages, classification, released, stage, endOfLife);
    }

    /** The same, of a line that is maintained up to this day; null if the vendor does not say. */
    public Release withEndOfLife(@Nullable LocalDate day) {
        return new Release(
                vendor, products, version, line, architecture, languages, classification, released, rollout, day);
    }
}
