package io.patchbay.testkit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.patchbay.feeds.AdvisoryJson;
import io.patchbay.feeds.UpdateJson;
import io.patchbay.model.Advisory;
import io.patchbay.model.Update;
import io.patchbay.spi.FeedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The file {@code expected.json} of a case: the updates that it gives, then the advisories, each in the order of parsing. Of a case that
 * must be refused, it is an object with the reason.
 */
final class ExpectedUpdates {
    private static final JsonFactory FACTORY = new JsonFactory();

    private ExpectedUpdates() {}

    /** Whether the case is one that must be refused. */
    static boolean isRefusal(Path file) throws IOException {
        return Files.exists(file) && Files.readString(file).startsWith("{");
    }

    static void write(Path file, Parsed parsed) throws IOException {
        Files.writeString(file, json(parsed));
    }

    static void write(Path file, FeedException refused) throws IOException {
        Files.writeString(file, json(refused));
    }

    static void compare(Path file, Parsed parsed) throws IOException {
        compare(file, json(parsed));
    }

    static void compare(Path file, FeedException refused) throws IOException {
        compare(file, json(refused));
    }

    private static void compare(Path file, String json) throws IOException {
        if (!Files.exists(file)) {
            throw new AssertionError(file + " is missing; -Dexpected=update writes it");
        }
        List<String> expected = Files.readString(file).lines().toList();
        List<String> found = json.lines().toList();
        if (!expected.equals(found)) {
            throw new AssertionError(difference(file, expected, found));
        }
    }

    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    private static String json(Content content) throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.setPrettyPrinter(printer);
            content.write(json);
            json.writeRaw('\n');
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String json(FeedException refused) throws IOException {
        return json(json -> {
            json.writeStartObject();
            json.writeStringField("refused", refused.getMessage());
            json.writeEndObject();
        });
    }

    static String json(Parsed parsed) throws IOException {
        return json(json -> {
            json.writeStartArray();
            for (Update update : parsed.updates()) {
                UpdateJson.write(update, json);
            }
            for (Advisory advisory : parsed.advisories()) {
                json.writeStartObject();
                json.writeFieldName("advisory");
                AdvisoryJson.write(advisory, json);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static String difference(Path file, List<String> expected, List<String> found) {
        int line = 0;
        while (line < Math.min(expected.size(), found.size())
                && expected.get(line).equals(found.get(line))) {
            line++;
        }
        return file + " differs from line " + (line + 1) + " on (it has " + expected.size()
                + " lines, parsing gives "
                + found.size() + "):\n- " + line(expected, line) + "\n+ " + line(found, line)
                + "\n-Dexpected=update rewrites it; then read what changed";
    }

    private static String line(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index).strip() : "(the end)";
    }
}
