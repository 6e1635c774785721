package io.patchbay.shell;

import io.patchbay.catalog.Advice;
import io.patchbay.catalog.Change;
import io.patchbay.catalog.Details;
import io.patchbay.catalog.Entry;
import io.patchbay.catalog.FileEvidence;
import io.patchbay.catalog.Generation;
import io.patchbay.catalog.Provenance;
import io.patchbay.catalog.Statement;
import io.patchbay.model.Advisory;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Digest;
import io.patchbay.model.Eula;
import io.patchbay.model.Licensing;
import io.patchbay.model.Part;
import io.patchbay.model.Update;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of updates, as scripts read it. The names are an interface: they are documented in {@code bundles/shell/README.md}, and are added to
 * but never changed.
 */
final class UpdateFields {
    private UpdateFields() {}

    /** What {@code updates} prints of each update. */
    static Map<String, @Nullable Object> of(Details details) {
        Entry entry = details.entry();
        Update update = details.update();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", entry.id());
        fields.put("revision", entry.revision());
        fields.put("provider", entry.providers().get(0));
        fields.put("providers", entry.providers());
        fields.put("state", word(entry.state()));
        fields.put("providerAbsent", entry.providerAbsent());
        fields.put("type", word(entry.type()));
        fields.put("title", entry.title());
        fields.put("vendor", entry.vendor());
        fields.put("products", entry.products());
        fields.put("families", entry.families());
        fields.put("version", entry.version());
        fields.put("architecture", entry.architecture().title());
        fields.put("languages", entry.languages());
        fields.put("classification", entry.classification().title());
        fields.put("severity", entry.severity().title());
        fields.put("exploited", entry.exploited());
        fields.put("cvss", entry.score());
        fields.put("reboot", word(entry.reboot()));
        fields.put("released", entry.released());
        fields.put("firstSeen", entry.firstSeen());
        fields.put("rollout", word(entry.rollout()));
        fields.put("endOfLife", entry.endOfLife());
        fields.put("kb", entry.kbArticles());
        fields.put("bulletins", entry.bulletins());
        fields.put("cves", entry.cves());
        fields.put("supersedes", entry.supersedes());
        fields.put("supersededBy", entry.supersededBy());
        fields.put("newestSuperseding", entry.newestSuperseding());
        fields.put("current", entry.current());
        fields.put("bundledBy", entry.bundledBy());
        fields.put("eula", eula(update.licensing()));
        fields.put("acquisition", word(update.licensing().acquisition()));
        fields.put("evidence", entry.evidence());
        fields.put("files", files(update.files(), details.evidence()));
        return fields;
    }

    /** What {@code update ID} prints: the same, the whole content in the form of {@code UpdateJson}, and who says so. */
    static Map<String, @Nullable Object> complete(Details details) {
        Map<String, @Nullable Object> fields = of(details);
        fields.put("generation", details.entry().generation());
        fields.put("content", details.update());
        fields.put("provenance", provenance(details.provenance()));
        fields.put(
                "statements",
                details.statements().stream().map(UpdateFields::statement).toList());
        fields.put("advice", details.advice().stream().map(UpdateFields::advice).toList());
        return fields;
    }

    private static Map<String, @Nullable Object> advice(Advice advice) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("provider", advice.provider());
        fields.put("advisory", advice.advisory().id());
        fields.put("title", advice.advisory().title());
        fields.put("update", advice.update());
        fields.put("fixes", advice.fixes().stream().map(UpdateFields::fix).toList());
        fields.put(
                "provenance",
                advice.provenance().stream().map(UpdateFields::provenance).toList());
        return fields;
    }

    private static Map<String, @Nullable Object> fix(Advisory.Fix fix) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("kb", fix.kb());
        fields.put("product", fix.product());
        fields.put("fixedVersion", fix.fixedVersion());
        fields.put("severity", fix.severity().title());
        fields.put("impact", fix.impact());
        fields.put("supersededKbs", fix.supersededKbs());
        fields.put("address", fix.address());
        return fields;
    }

    private static Map<String, @Nullable Object> statement(Statement statement) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("provider", statement.provider());
        fields.put("state", word(statement.state()));
        fields.put("revision", statement.revision());
        fields.put("content", statement.update());
        fields.put("provenance", provenance(statement.provenance()));
        return fields;
    }

    static Map<String, @Nullable Object> of(Change change) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("generation", change.generation());
        fields.put("id", change.id());
        fields.put("provider", change.provider());
        fields.put("change", word(change.kind()));
        fields.put("revision", change.revision());
        fields.put("title", change.title());
        return fields;
    }

    static Map<String, @Nullable Object> of(Generation generation) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("generation", generation.number());
        fields.put("committed", generation.committed());
        fields.put("provider", generation.provider());
        fields.put("snapshot", generation.snapshot());
        fields.put("changes", RunFields.of(generation.changes()));
        return fields;
    }

    /** A constant as JSON and filters spell it: {@code can-request}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable Object eula(Licensing licensing) {
        Eula eula = licensing.eula();
        if (eula == null) {
            return null;
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", eula.id());
        fields.put("texts", eula.texts());
        fields.put("reacceptance", eula.reacceptance());
        return fields;
    }

    private static List<Map<String, @Nullable Object>> files(List<ContentFile> files, List<FileEvidence> evidence) {
        return IntStream.range(0, files.size())
                .mapToObj(i -> file(files.get(i), evidence.get(i)))
                .toList();
    }

    private static Map<String, @Nullable Object> file(ContentFile file, FileEvidence evidence) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", file.name());
        fields.put("size", file.size() < 0 ? null : file.size());
        fields.put("language", file.language());
        fields.put("urls", file.urls());
        SortedMap<String, String> digests = new TreeMap<>();
        for (Digest digest : file.digests()) {
            digests.put(digest.algorithm().title(), digest.value());
        }
        fields.put("digests", digests);
        fields.put("evidence", evidence.grade());
        fields.put("proof", evidence.proof());
        return fields;
    }

    private static Map<String, Object> provenance(SortedMap<Part, Provenance> provenance) {
        Map<String, Object> parts = new LinkedHashMap<>();
        provenance.forEach((part, from) -> parts.put(part.title(), provenance(from)));
        return parts;
    }

    private static Map<String, @Nullable Object> provenance(Provenance from) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("provider", from.provider());
        fields.put("snapshot", from.snapshot());
        fields.put("document", from.document());
        fields.put("url", from.url());
        fields.put("fetched", from.fetched());
        return fields;
    }
}
