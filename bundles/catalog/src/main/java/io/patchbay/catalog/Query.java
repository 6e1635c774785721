package io.patchbay.catalog;

import io.patchbay.catalog.Entry.State;
import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Rollout;
import io.patchbay.model.Severity;
import io.patchbay.model.UpdateType;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What to look for. Every part that is null matches everything; texts match whole values whatever their case, except
 * {@code text}.
 *
 * @param provider a provider's id
 * @param state whether still offered
 * @param type what it is for; null matches what can be installed (software, bundles, drivers), not categories and
 *     detectoids
 * @param kb a KB number, with or without {@code KB}
 * @param cve a CVE id
 * @param bulletin a bulletin's or advisory's id
 * @param vendor a company
 * @param product a product's name; also matches where the family has this name
 * @param family a family's name
 * @param classification the kind of update
 * @param severity exactly this rating
 * @param severityAtLeast this rating or a worse one
 * @param exploited whether any source says that a vulnerability it fixes is used in attacks
 * @param scoreAtLeast fixes a vulnerability to which any source gives this CVSS base score or a higher one
 * @param reboot whether installing restarts
 * @param eula whether a licence must be accepted
 * @param evidence exactly this grade
 * @param evidenceAtLeast this grade or a better one; what has no files to prove does not match
 * @param language a language, as {@code de} or {@code pt-br} in any case; also matches what is for all languages, what is for a region of {@code de}, as
 *     {@code de-AT}, and to {@code pt-br} what is for {@code pt}
 * @param architecture a processor; also matches what is for all
 * @param superseded whether replaced
 * @param rollout exactly this stage of giving it out
 * @param current whether it is what endpoints should have now: offered, given out to some at least, and not replaced, nor only installed by bundles
 *     that are not. What exists only, or settles, is not current and replaces nothing
 * @param part whether a bundle installs it
 * @param releasedFrom released (or, if unknown, first seen) on this day or later
 * @param releasedTo released (or, if unknown, first seen) on this day or earlier
 * @param text words that must all occur in title, description, product names, KB, CVE or bulletin ids, each as the
 *     beginning of a word; of titles and descriptions, only those in the update's default language are searched
 * @param order what to sort by
 * @param descending whether from the highest to the lowest
 * @param limit entries a page, 1 to 10,000
 * @param cursor where to go on: the {@linkplain Page#next next} of a page of the same query, whose limit may differ; null for the first page
 */
public record Query(
        @Nullable String provider,
        @Nullable State state,
        @Nullable UpdateType type,
        @Nullable String kb,
        @Nullable String cve,
        @Nullable String bulletin,
        @Nullable String vendor,
        @Nullable String product,
        @Nullable String family,
        @Nullable Classification classification,
        @Nullable Severity severity,
        @Nullable Severity severityAtLeast,
        @Nullable Boolean exploited,
        @Nullable Double scoreAtLeast,
        @Nullable Reboot reboot,
        @Nullable Boolean eula,
        @Nullable Evidence evidence,
        @Nullable Evidence evidenceAtLeast,
        @Nullable String language,
        @Nullable Architecture architecture,
        @Nullable Boolean superseded,
        @Nullable Rollout rollout,
        @Nullable Boolean current,
        @Nullable Boolean part,
        @Nullable LocalDate releasedFrom,
        @Nullable LocalDate releasedTo,
        @Nullable String text,
        Order order,
        boolean descending,
        int limit,
        @Nullable String cursor) {
    /** What entries are sorted by; entries that are equal in it are sorted by id. */
    public enum Order {
        RELEASED,
        TITLE,
        SEVERITY,
        VENDOR,
        ID,
        GENERATION
    }

    public Query {
        Objects.requireNonNull(order);
        if (limit < 1 || limit > 10_000) {
            throw new IllegalArgumentException("a page has 1 to 10,000 entries, not " + limit);
        }
    }

    /** Everything, newest first, 100 a page. */
    public static Query all() {
        return builder().build();
    }

    /** Starts a query that matches everything, newest first, 100 a page. */
    public static QueryBuilder builder() {
        return new QueryBuilder();
    }
}
