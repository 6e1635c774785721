package io.patchbay.shell;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.patchbay.feeds.UpdateJson;
import io.patchbay.model.Update;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints values as JSON: maps as objects, collections as arrays, null as null, numbers and booleans as such, updates in
 * their lossless form, all else as text. */
final class Json implements AutoCloseable {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator generator;
    private final PrintStream out;

    private Json(PrintStream out) throws IOException {
        this.out = out;
        generator = FACTORY.createGenerator(new java.io.OutputStreamWriter(out, StandardCharsets.UTF_8));
        generator.setPrettyPrinter(new DefaultPrettyPrinter());
    }

    /** Prints one value. */
    static void print(PrintStream out, @Nullable Object value) {
        try (Json json = new Json(out)) {
            json.write(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts an array whose elements are printed one by one. */
    static Json array(PrintStream out) throws IOException {
        Json json = new Json(out);
        json.generator.writeStartArray();
        return json;
    }

    void write(@Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                generator.writeFieldName(String.valueOf(entry.getKey()));
                write(entry.getValue());
            }
            generator.writeEndObject();
        } else if (value instanceof Collection<?> collection) {
            generator.writeStartArray();
            for (Object element : collection) {
                write(element);
            }
            generator.writeEndArray();
        } else if (value instanceof Update update) {
            UpdateJson.write(update, generator);
        } else {
            writeScalar(value);
        }
    }

    private void writeScalar(@Nullable Object value) throws IOException {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof Boolean truth) {
            generator.writeBoolean(truth);
        } else if (value instanceof Double number) {
            generator.writeNumber(number);
        } else if (value instanceof Number number) {
            generator.writeNumber(number.longValue());
        } else {
            generator.writeString(value.toString());
        }
    }

    @Override
    public void close() throws IOException {
        generator.close();
        out.println();
        out.flush();
    }
}
