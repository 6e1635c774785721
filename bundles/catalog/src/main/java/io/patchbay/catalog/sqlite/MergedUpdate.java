package io.patchbay.catalog.sqlite;

import io.patchbay.catalog.Advice;
import io.patchbay.catalog.Details;
import io.patchbay.catalog.Entry;
import io.patchbay.catalog.Provenance;
import io.patchbay.catalog.Statement;
import io.patchbay.model.Advisory.Fix;
import io.patchbay.model.Cve;
import io.patchbay.model.Description;
import io.patchbay.model.Part;
import io.patchbay.model.Relationships;
import io.patchbay.model.Security;
import io.patchbay.model.Severity;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The content of an update of which several providers speak, or advisories: each part from the first provider that gives it, but
 * references are all that any of them names. Rows are merged by the same rule.
 */
final class MergedUpdate {
    private final List<Statement> heard;
    private final List<Advice> advice;
    private final SortedMap<Part, Provenance> provenance = new TreeMap<>();

    private MergedUpdate(List<Statement> heard, List<Advice> advice) {
        this.heard = heard;
        this.advice = advice;
    }

    /**
     * Everything about an update.
     *
     * @param said what each provider says
     * @param heard what those say that count, of whom there is at least one
     * @param advice what advisories say
     */
    static Details details(Entry entry, List<Statement> said, List<Statement> heard, List<Advice> advice) {
        Statement first = heard.get(0);
        if (heard.size() == 1 && advice.isEmpty()) {
            return details(entry, first.update(), first.provenance(), said, heard, advice);
        }
        MergedUpdate merged = new MergedUpdate(heard, advice);
        Update update = merged.update(first.update());
        return details(entry, update, Collections.unmodifiableSortedMap(merged.provenance), said, heard, advice);
    }

    private static Details details(
            Entry entry,
            Update update,
            SortedMap<Part, Provenance> provenance,
            List<Statement> said,
            List<Statement> heard,
            List<Advice> advice) {
        DigestsSaid digests = new DigestsSaid();
        heard.forEach(statement ->
                digests.add(statement.provider(), statement.update().files()));
        return new Details(entry, update, provenance, digests.evidence(update.files()), said, advice);
    }

    private Update update(Update first) {
        Update.Builder update =
                Update.builder(first.id(), first.type()).revision(first.vendorRevision(), first.publication());
        for (Part part : Part.values()) {
            Statement source = source(part);
            if (source != null) {
                add(update, part, source.update(), source.update().sources().getOrDefault(part, ""));
                remember(part, source.provenance().get(part));
            }
        }
        if (source(Part.SECURITY) == null && !advice.isEmpty()) {
            Provenance from = advice.get(0).provenance().get(0);
            update.security(security(Security.UNSPECIFIED), from.document());
            remember(Part.SECURITY, from);
        }
        return update.build();
    }

    private void remember(Part part, @Nullable Provenance from) {
        if (from != null) {
            provenance.put(part, from);
        }
    }

    /** What it is filed under is from the first that files it: a release without products says too little. */
    private @Nullable Statement source(Part part) {
        Statement found = null;
        for (Statement statement : heard) {
            Update update = statement.update();
            if (update.sources().containsKey(part)) {
                if (part != Part.RELEASE || !update.release().products().isEmpty()) {
                    return statement;
                }
                found = found == null ? statement : found;
            }
        }
        return found;
    }

    private void add(Update.Builder update, Part part, Update from, String document) {
        switch (part) {
            case RELEASE -> update.release(from.release(), document);
            case DESCRIPTION -> update.description(description(from.description()), document);
            case SECURITY -> update.security(security(from.security()), document);
            case LICENSING -> update.licensing(from.licensing(), document);
            case RELATIONSHIPS -> update.relationships(relationships(from.relationships()), document);
            case FILES -> update.files(from.files(), document);
            case APPLICABILITY -> update.applicability(from.applicability(), document);
            case INSTALLATION -> update.installation(from.installation(), document);
        }
    }

    private Description description(Description from) {
        return from.withKbArticles(all(update -> update.description().kbArticles()));
    }

    private Security security(Security from) {
        Security rated = first(from, Update::security, security -> security.severity() != Severity.UNSPECIFIED);
        Set<String> bulletins =
                new LinkedHashSet<>(all(update -> update.security().bulletins()));
        SortedMap<String, Cve> cves = new TreeMap<>();
        all(update -> update.security().cves()).forEach(cve -> cves.merge(cve.id(), cve, MergedUpdate::rated));
        Severity advised = Severity.UNSPECIFIED;
        for (Advice said : advice) {
            said.advisory().cves().forEach(cve -> cves.merge(cve.id(), cve, MergedUpdate::rated));
            if (said.advisory().cves().isEmpty()) {
                bulletins.add(said.advisory().id());
            }
            for (Fix fix : said.fixes()) {
                advised = advised.max(fix.severity());
            }
        }
        return new Security(
                rated.severity() == Severity.UNSPECIFIED ? advised : rated.severity(),
                rated.vendorSeverity(),
                List.copyOf(bulletins),
                List.copyOf(cves.values()));
    }

    /** The first that rates the vulnerability, else the first. */
    private static Cve rated(Cve first, Cve second) {
        return first.severity() == Severity.UNSPECIFIED && first.score() == null ? second : first;
    }

    private Relationships relationships(Relationships from) {
        Relationships bundling = first(
                from, Update::relationships, relations -> !relations.bundles().isEmpty());
        Collection<UpdateId> supersedes = all(update -> update.relationships().supersedes());
        return Relationships.of(from.prerequisites(), bundling.bundles(), supersedes)
                .withSupersededBy(all(update -> update.relationships().supersededBy()));
    }

    private <T> T first(T otherwise, Function<Update, T> value, Predicate<T> says) {
        return heard.stream()
                .map(statement -> value.apply(statement.update()))
                .filter(says)
                .findFirst()
                .orElse(otherwise);
    }

    private <T> List<T> all(Function<Update, Collection<T>> values) {
        Set<T> all = new LinkedHashSet<>();
        heard.forEach(statement -> all.addAll(values.apply(statement.update())));
        return List.copyOf(all);
    }
}
