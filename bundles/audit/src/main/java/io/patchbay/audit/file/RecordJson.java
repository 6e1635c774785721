package io.patchbay.audit.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.patchbay.audit.AuditRecord;
import io.patchbay.feeds.Json;
import io.patchbay.feeds.Value;
import io.patchbay.spi.FeedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;

/** A record as a line of JSON: ASCII only, so that no text in it can break the line or move a terminal's cursor. */
final class RecordJson {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private RecordJson() {}

    /** The line, without its end. */
    static byte[] write(AuditRecord record) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("number", record.number());
            json.writeStringField("time", record.time().toString());
            json.writeStringField("actor", record.actor());
            json.writeStringField("action", record.action());
            json.writeStringField("object", record.object());
            json.writeObjectFieldStart("details");
            for (Map.Entry<String, String> detail : record.details().entrySet()) {
                json.writeStringField(detail.getKey(), detail.getValue());
            }
            json.writeEndObject();
            json.writeStringField("previous", record.previous());
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a line.
     *
     * @throws FeedException if it is no record
     */
    static AuditRecord read(byte[] line) throws FeedException {
        Value record = Json.parse(line, "record");
        return new AuditRecord(
                record.get("number").number(),
                time(record.get("time")),
                record.get("actor").text(),
                record.get("action").text(),
                record.get("object").text(),
                details(record.get("details")),
                record.get("previous").text());
    }

    private static Instant time(Value value) throws FeedException {
        try {
            return Instant.parse(value.text());
        } catch (DateTimeParseException e) {
            throw new FeedException(value.document(), value.pointer(), "expected a time", e);
        }
    }

    private static Map<String, String> details(Value value) throws FeedException {
        Map<String, String> details = new TreeMap<>();
        for (Map.Entry<String, Value> detail : value.fields().entrySet()) {
            details.put(detail.getKey(), detail.getValue().text());
        }
        return details;
    }
}
