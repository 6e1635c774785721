package io.patchbay.feeds;

import io.patchbay.model.VersionScheme;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedException.Code;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of a JSON or YAML document that knows where it stands, so that whatever is not as expected is reported with document and place.
 * Immutable. Objects keep the document's order. YAML's scalars are all text.
 */
public final class Value {
    private final String document;
    private final Pointer pointer;
    private final @Nullable Object content;

    /** {@code content}: a map of values, a list of values, a String, a {@link RawNumber}, a Boolean or null. */
    Value(String document, Pointer pointer, @Nullable Object content) {
        this.document = document;
        this.pointer = pointer;
        this.content = content;
    }

    /** A number as the document spells it. */
    record RawNumber(String text) {}

    /** The name of the document. */
    public String document() {
        return document;
    }

    /** Where in the document this is: a JSON pointer (RFC 6901); blank for the whole. */
    public String pointer() {
        return pointer.toString();
    }

    /** Whether it has fields. */
    public boolean isObject() {
        return content instanceof Map;
    }

    /** Whether it has items. */
    public boolean isArray() {
        return content instanceof List;
    }

    /** Whether it is a text. */
    public boolean isText() {
        return content instanceof String;
    }

    /** Whether it is null, or left empty in YAML. */
    public boolean isNull() {
        return content == null;
    }

    /** A text, a number, true, false or null as it is spelled, without quotes; blank for an object or an array. */
    public String spelled() {
        if (isObject() || isArray()) {
            return "";
        }
        return content instanceof RawNumber number ? number.text() : String.valueOf(content);
    }

    /** The fields of an object, in the document's order. */
    public Map<String, Value> fields() throws FeedException {
        return Collections.unmodifiableMap(object());
    }

    @SuppressWarnings("unchecked")
    private Map<String, Value> object() throws FeedException {
        return (Map<String, Value>) require(Map.class, "an object");
    }

    /** The elements of an array, in order. */
    @SuppressWarnings("unchecked")
    public List<Value> items() throws FeedException {
        return Collections.unmodifiableList((List<Value>) require(List.class, "an array"));
    }

    /**
     * As above, where there must be some.
     *
     * @param what they are, for the message if there are none
     */
    public List<Value> items(String what) throws FeedException {
        List<Value> items = items();
        if (items.isEmpty()) {
            throw new FeedException(document, pointer(), "expected " + what + ", found none");
        }
        return items;
    }

    /** The field of this name; fails if there is none. */
    public Value get(String field) throws FeedException {
        Value value = object().get(field);
        if (value == null) {
            throw new FeedException(document, pointer(), "expected a field \"" + field + '"');
        }
        return value;
    }

    /** The field of this name; empty if there is none or if it is null. */
    public Optional<Value> find(String field) throws FeedException {
        Value value = object().get(field);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    /** The text. */
    public String text() throws FeedException {
        return (String) require(String.class, "text");
    }

    /** The text of a field; empty if there is none or if it is null. */
    public Optional<String> optionalText(String field) throws FeedException {
        Optional<Value> value = find(field);
        return value.isPresent() ? Optional.of(value.get().text()) : Optional.empty();
    }

    /** A whole number that fits 64 bits; of YAML, a text that is one. */
    public long number() throws FeedException {
        try {
            return Long.parseLong(digits());
        } catch (NumberFormatException e) {
            throw failure("a whole number");
        }
    }

    /** A number. */
    public double decimal() throws FeedException {
        try {
            return Double.parseDouble(digits());
        } catch (NumberFormatException e) {
            throw failure("a number");
        }
    }

    private String digits() throws FeedException {
        if (content instanceof RawNumber number) {
            return number.text();
        }
        return (String) require(String.class, "a number");
    }

    /** Whether it is true. */
    public boolean truth() throws FeedException {
        return (Boolean) require(Boolean.class, "true or false");
    }

    /** A point in time, in full (RFC 3339), with any number of digits of a second. */
    public Instant time() throws FeedException {
        try {
            return InternetTime.read(text());
        } catch (DateTimeException e) {
            throw failure("a time such as 2026-04-21T20:00:00Z");
        }
    }

    /** A day (ISO 8601), {@code 2026-04-21}; of a time, the day that it was in UTC. */
    public LocalDate day() throws FeedException {
        try {
            return text().indexOf('T') < 0
                    ? LocalDate.parse(text())
                    : time().atOffset(ZoneOffset.UTC).toLocalDate();
        } catch (DateTimeParseException e) {
            throw failure("a day such as 2026-04-21");
        }
    }

    /** An address, which may be relative. */
    public URI uri() throws FeedException {
        try {
            return new URI(text());
        } catch (URISyntaxException e) {
            throw failure("an address");
        }
    }

    /** A version as its line writes it. */
    public String version(VersionScheme scheme) throws FeedException {
        return VersionText.of(scheme, text(), document, pointer());
    }

    private Object require(Class<?> type, String expected) throws FeedException {
        if (!type.isInstance(content)) {
            throw failure(expected);
        }
        return Objects.requireNonNull(content);
    }

    /** The text, for reading what stands in it. */
    public Passage passage() throws FeedException {
        return new Passage(document, pointer(), text());
    }

    /** What to throw if this is not what was expected: {@code FILE at /pointer: expected …, found …}. */
    public FeedException failure(String expected) {
        Code code = pointer.parent() == null ? Code.NOT_THE_FEED : Code.TYPE;
        return new FeedException(code, document, pointer(), "expected " + expected + ", found " + found());
    }

    private String found() {
        if (content == null) {
            return "null";
        }
        if (content instanceof Map) {
            return "an object";
        }
        if (content instanceof List) {
            return "an array";
        }
        return quoted(content instanceof RawNumber number ? number.text() : content.toString());
    }

    /** The beginning of a text, for messages. */
    static String quoted(String text) {
        return '"' + (text.length() > 80 ? text.substring(0, 80) + "…" : text) + '"';
    }

    /** The value as a message shows it, without its content. */
    @Override
    public String toString() {
        return document + pointer;
    }
}
