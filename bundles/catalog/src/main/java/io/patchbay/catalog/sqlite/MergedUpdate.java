package io.patchbay.catalog.sqlite;

import io.patchbay.catalog.Entry.State;
import io.patchbay.catalog.Provenance;
import io.patchbay.catalog.Statement;
import io.patchbay.model.Cve;
import io.patchbay.model.Description;
import io.patchbay.model.Part;
import io.patchbay.model.Relationships;
import io.patchbay.model.Security;
import io.patchbay.model.Severity;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The content of an update of which several providers speak: each part from the first that gives it. Rows are merged by the same rule, see
 * {@link io.patchbay.catalog.view.View}: who no longer offers it is heard only if nobody does, and references are all that any of them names.
 */
final class MergedUpdate {
    private final List<Statement> heard;
    private final SortedMap<Part, Provenance> provenance = new TreeMap<>();

    private MergedUpdate(List<Statement> heard) {
        this.heard = heard;
    }

    /** An update with, for each part, where it is from. */
    record Result(Update update, SortedMap<Part, Provenance> provenance) {}

    /** Merges statements, of which there is at least one, in the order in which they are heard. */
    static Result of(List<Statement> all) {
        List<Statement> offered = all.stream()
                .filter(statement -> statement.state() == State.PUBLISHED)
                .toList();
        MergedUpdate merged = new MergedUpdate(offered.isEmpty() ? all : offered);
        Update first = merged.heard.get(0).update();
        return merged.heard.size() == 1
                ? new Result(first, merged.heard.get(0).provenance())
                : new Result(merged.update(first), merged.provenance);
    }

    private Update update(Update first) {
        Update.Builder update =
                Update.builder(first.id(), first.type()).revision(first.vendorRevision(), first.publication());
        for (Part part : Part.values()) {
            Statement source = source(part);
            if (source != null) {
                add(update, part, source.update(), source.update().sources().getOrDefault(part, ""));
                Provenance from = source.provenance().get(part);
                if (from != null) {
                    provenance.put(part, from);
                }
            }
        }
        return update.build();
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
        List<Cve> cves = all(update -> update.security().cves());
        return new Security(
                rated.severity(),
                rated.vendorSeverity(),
                all(update -> update.security().bulletins()),
                cves);
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
