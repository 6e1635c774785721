package io.patchbay.feeds;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.patchbay.model.Advisory;
import io.patchbay.spi.FeedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The JSON form of an advisory: lossless, and canonical, so that equal advisories are equal bytes. The rules are those of {@link UpdateJson}; CVEs
 * are written as there.
 */
public final class AdvisoryJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private AdvisoryJson() {}

    /** The advisory as UTF-8. */
    public static byte[] write(Advisory advisory) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            write(advisory, json);
        } catch (IOException e) {
            throw new UncheckedIOException("an array of bytes does not fail", e);
        }
        return bytes.toByteArray();
    }

    /** Writes the advisory as one object, wherever the generator stands. */
    public static void write(Advisory advisory, JsonGenerator json) throws IOException {
        new AdvisoryWriter(json).write(advisory);
    }

    /** Reads an advisory from UTF-8. */
    public static Advisory read(byte[] json) throws FeedException {
        return read(Json.parse(json, "advisory"));
    }

    /** Reads an advisory from a document, such as an element of an array. */
    public static Advisory read(Value value) throws FeedException {
        return AdvisoryReader.read(value);
    }
}
