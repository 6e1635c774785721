package io.patchbay.feeds;

import com.fasterxml.jackson.core.JsonGenerator;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Update;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * The JSON form of an update: lossless, and canonical, so that equal updates are equal bytes.
 *
 * <p>Names and nesting are those of the model's components ({@code release.line.channel}, {@code security.cves}). What is null, blank, empty or the
 * default is left out; constants are written by name; dates as {@code 2026-08-16}. Rules are objects: {@code {"and": [...]}}, {@code {"or": [...]}},
 * {@code {"not": ...}}, {@code {"condition": "RegSz", "attributes": {...}, "rules": [...], "parameters": [...]}}, {@code {"unknown": {...}}}, or
 * {@code true} and {@code false}. A reader ignores names that it does not know.
 */
public final class UpdateJson {
    private UpdateJson() {}

    /** The update as UTF-8. */
    public static byte[] write(Update update) {
        ByteBuffer bytes = new UpdateBuffer().write(update);
        byte[] json = new byte[bytes.remaining()];
        bytes.get(json);
        return json;
    }

    /** The SHA-256 of the update in this form, in lower-case hex: one text for its content. */
    public static String sha256(Update update) {
        Sha256 digest = new Sha256();
        digest.update(new UpdateBuffer().write(update));
        return digest.hex();
    }

    /** Writes the update as one object, wherever the generator stands. */
    public static void write(Update update, JsonGenerator json) throws IOException {
        new UpdateWriter(json).write(update);
    }

    /** Reads an update from UTF-8. */
    public static Update read(byte[] json) throws FeedException {
        return read(Json.parse(json, "update"));
    }

    /** Reads an update from a document, such as an element of an array. */
    public static Update read(Value value) throws FeedException {
        return UpdateReader.read(value);
    }

    /** Reads the files only from what {@link UpdateBuffer} wrote, which takes a fraction of the time. */
    public static List<ContentFile> files(ByteBuffer json) throws FeedException {
        Optional<Value> files = Json.find(json, "update", "files");
        return files.isPresent() ? UpdateReader.files(files.get()) : List.of();
    }
}
