package io.patchbay.catalog.view;

import io.patchbay.model.Advisory;
import io.patchbay.model.Severity;
import io.patchbay.model.UpdateId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What advisories say of an update: of its own KB numbers, or of those of updates that it replaces and from which it inherits. */
public final class Advised {
    private final List<UpdateId> from;
    private final Said said;

    /**
     * What is said.
     *
     * @param from the updates of whose KB numbers the advisories speak, by id
     */
    Advised(List<UpdateId> from, Said said) {
        this.from = from;
        this.said = said;
    }

    /** What several of them say together; there is at least one. */
    static Advised all(Collection<Advised> parts) {
        if (parts.size() == 1) {
            return parts.iterator().next();
        }
        Set<UpdateId> from = new TreeSet<>();
        Set<AdvisoryFacts> advisories = new TreeSet<>();
        Severity severity = Severity.UNSPECIFIED;
        for (Advised part : parts) {
            from.addAll(part.from);
            advisories.addAll(part.said.advisories());
            severity = severity.max(part.said.severity());
        }
        return new Advised(List.copyOf(from), Said.of(advisories, severity));
    }

    /** The updates of whose KB numbers the advisories speak, by id: itself, or those from which it inherits. */
    public List<UpdateId> from() {
        return from;
    }

    /** The advisories, by id. */
    public List<AdvisoryFacts> advisories() {
        return said.advisories();
    }

    /** The worst rating. */
    Severity severity() {
        return said.severity();
    }

    /** Those fixes of an advisory that are of an update; none if it is not about it. */
    public static List<Advisory.Fix> fixes(Advisory advisory, Facts facts) {
        return KbJoin.fixes(advisory, facts);
    }

    /** What is then known of the update: its own rating goes first, references are all, the threat is the worst. */
    Facts on(Facts facts) {
        Severity rating = facts.severity() == Severity.UNSPECIFIED ? said.severity() : facts.severity();
        return facts.rated(
                rating,
                union(facts.bulletins(), said.bulletins()),
                union(facts.cves(), said.cves()),
                facts.threat().worst(said.threat()));
    }

    private static List<String> union(List<String> own, List<String> others) {
        if (own.isEmpty() || others.isEmpty()) {
            return own.isEmpty() ? others : own;
        }
        Set<String> all = new LinkedHashSet<>(own);
        all.addAll(others);
        return List.copyOf(all);
    }
}
