package io.patchbay.feeds;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot.Extent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code manifest.json}: what a snapshot is, and where each of its documents came from. */
record SnapshotManifest(Extent extent, Optional<String> anchor, List<Document> documents) {
    private static final JsonFactory FACTORY = new JsonFactory();

    /** The same, with no tag of this document. */
    SnapshotManifest withoutTag(String document) {
        List<Document> untagged = documents.stream()
                .map(d -> d.name().equals(document) ? d.withoutTag() : d)
                .toList();
        return new SnapshotManifest(extent, anchor, untagged);
    }

    byte[] write() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("extent", extent.name().toLowerCase(Locale.ROOT));
            write(json, "anchor", anchor.orElse(null));
            json.writeArrayFieldStart("documents");
            for (Document document : documents) {
                write(json, document);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Document document) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", document.name());
        json.writeStringField("feed", document.feed());
        write(json, "url", document.url());
        write(json, "fetched", document.fetched());
        json.writeNumberField("status", document.status());
        write(json, "etag", document.etag());
        write(json, "lastModified", document.lastModified());
        json.writeNumberField("size", document.size());
        json.writeStringField("sha256", document.sha256());
        write(json, "tag", document.tag());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value.toString());
        }
    }

    static SnapshotManifest parse(byte[] bytes) throws FeedException {
        Value manifest = Json.parseLarge(bytes, SnapshotFolder.MANIFEST);
        Extent extent = extent(manifest);
        Map<String, Document> documents = new TreeMap<>();
        for (Value value : manifest.get("documents").items()) {
            Document document = document(value);
            documents.put(document.name(), document);
        }
        return new SnapshotManifest(extent, manifest.optionalText("anchor"), List.copyOf(documents.values()));
    }

    private static Extent extent(Value manifest) throws FeedException {
        return switch (manifest.optionalText("extent").orElse("full")) {
            case "full" -> Extent.FULL;
            case "delta" -> Extent.DELTA;
            default -> throw new FeedException(SnapshotFolder.MANIFEST, "/extent", "expected full or delta");
        };
    }

    private static Document document(Value value) throws FeedException {
        try {
            String name = value.get("name").text();
            return new Document(
                    name,
                    value.optionalText("feed").orElse(name.split("/", 2)[0]),
                    value.optionalText("url").map(URI::create).orElse(null),
                    value.optionalText("fetched").map(Instant::parse).orElse(null),
                    (int)
                            (value.find("status").isPresent()
                                    ? value.get("status").number()
                                    : 0),
                    value.optionalText("etag").orElse(null),
                    value.optionalText("lastModified").orElse(null),
                    value.get("size").number(),
                    value.get("sha256").text(),
                    value.optionalText("tag").orElse(null));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new FeedException(SnapshotFolder.MANIFEST, value.pointer(), "not a document: " + e.getMessage(), e);
        }
    }
}
