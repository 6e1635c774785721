package io.patchbay.catalog.view;

import io.patchbay.model.Advisory;
import io.patchbay.model.Severity;
import io.patchbay.model.UpdateId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What advisories say of an update.
 *
 * @param from the updates of whose KB numbers they speak: itself, or those that it replaces and from which it inherits
 * @param advisories those that say so
 * @param severity the worst rating
 */
public record Advised(SortedSet<UpdateId> from, SortedSet<AdvisoryFacts> advisories, Severity severity) {
    /** What several inherited statements say together. */
    static Advised all(Collection<Advised> parts) {
        SortedSet<UpdateId> from = new TreeSet<>();
        SortedSet<AdvisoryFacts> advisories = new TreeSet<>();
        Severity severity = Severity.UNSPECIFIED;
        for (Advised part : parts) {
            from.addAll(part.from);
            advisories.addAll(part.advisories);
            severity = severity.max(part.severity);
        }
        return new Advised(from, advisories, severity);
    }

    /** Those fixes of an advisory that are of an update; none if it is not about it. */
    public static List<Advisory.Fix> fixes(Advisory advisory, Facts facts) {
        return KbJoin.fixes(advisory, facts);
    }

    /** What is then known of the update: its own rating goes first, references are all. */
    Facts on(Facts facts) {
        Set<String> cves = new LinkedHashSet<>(facts.cves());
        Set<String> bulletins = new LinkedHashSet<>(facts.bulletins());
        for (AdvisoryFacts advisory : advisories) {
            cves.addAll(advisory.cves());
            if (advisory.isAdvice()) {
                bulletins.add(advisory.id());
            }
        }
        Severity rating = facts.severity() == Severity.UNSPECIFIED ? severity : facts.severity();
        return facts.rated(rating, List.copyOf(bulletins), List.copyOf(cves));
    }
}
