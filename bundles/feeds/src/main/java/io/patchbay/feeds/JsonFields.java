package io.patchbay.feeds;

import com.fasterxml.jackson.core.JsonGenerator;
import io.patchbay.model.Cve;
import io.patchbay.model.Severity;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ways in which the model's components become fields of an object; what a reader would assume anyway is left out. */
abstract class JsonFields {
    final JsonGenerator json;

    JsonFields(JsonGenerator json) {
        this.json = json;
    }

    /** Writes one element of an array, or the content of a field. */
    interface Part<T> {
        void write(T value) throws IOException;
    }

    final void cve(Cve cve) throws IOException {
        text("id", cve.id());
        text("title", cve.title());
        constant("severity", cve.severity(), Severity.UNSPECIFIED);
        text("vendorSeverity", cve.vendorSeverity());
        if (cve.score() != null) {
            json.writeNumberField("score", cve.score());
        }
        text("vector", cve.vector());
        text("source", cve.source());
        truth("exploited", cve.exploited());
    }

    /** A null is left out, and so is a blank text, which readers take for one that is missing. */
    final void text(String name, @Nullable String value) throws IOException {
        if (value != null && !value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }

    final void text(String name, @Nullable Object value) throws IOException {
        if (value != null) {
            text(name, value.toString());
        }
    }

    final void texts(String name, Collection<?> values) throws IOException {
        array(name, values, value -> json.writeString(value.toString()));
    }

    final void constant(String name, Enum<?> value, Enum<?> otherwise) throws IOException {
        if (value != otherwise) {
            json.writeStringField(name, value.name());
        }
    }

    final void number(String name, long value) throws IOException {
        if (value != 0) {
            json.writeNumberField(name, value);
        }
    }

    final void truth(String name, boolean value) throws IOException {
        if (value) {
            json.writeBooleanField(name, true);
        }
    }

    final void map(String name, Map<?, String> map) throws IOException {
        if (map.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart(name);
        for (Map.Entry<?, String> entry : map.entrySet()) {
            json.writeStringField(entry.getKey().toString(), entry.getValue());
        }
        json.writeEndObject();
    }

    final <T> void array(String name, Collection<T> values, Part<? super T> element) throws IOException {
        if (values.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(name);
        for (T value : values) {
            element.write(value);
        }
        json.writeEndArray();
    }

    final <T> void object(String name, @Nullable T value, Part<T> content) throws IOException {
        if (value != null) {
            json.writeFieldName(name);
            object(value, content);
        }
    }

    final <T> void object(T value, Part<T> content) throws IOException {
        json.writeStartObject();
        content.write(value);
        json.writeEndObject();
    }
}
