package io.patchbay.feeds;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedException.Code;
import java.io.CharConversionException;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cursor over a JSON document, at first at its value. It only moves forward and keeps nothing, so a document can be of any size.
 *
 * <pre>{@code
 * int fields = json.object();
 * while (json.next(fields)) {             // what a branch leaves unread of its value is stepped over
 *     switch (json.name()) {
 *         case "Title" -> title = json.text();
 *         case "Files" -> readFiles(json);
 *         default -> {}
 *     }
 * }
 * json.end();
 * }</pre>
 *
 * <p>Of what is stepped over, brackets have to match and texts to be texts; in what is entered, no name may stand twice. Not thread-safe.
 */
public final class JsonReader implements Closeable {
    private final JsonParser parser;
    private final String document;
    private final List<ObjectNames> names = new ArrayList<>();
    private int depth;
    private int objects;
    private String name = "";
    private boolean unread;

    JsonReader(JsonParser parser, String document) {
        this.parser = parser;
        this.document = document;
    }

    /**
     * Moves to the next value of an object or array, over whatever is left of the one before.
     *
     * @param container what {@link #object} or {@link #array} returned for it
     * @return false if there is none
     * @throws IOException if the document cannot be read
     * @throws FeedException if it is not JSON, ends too early, or breaks a limit
     */
    public boolean next(int container) throws IOException, FeedException {
        while (depth >= container) {
            boolean inside = depth == container;
            JsonToken token = nextToken();
            if (token == null) {
                return false;
            }
            if (token.isStructEnd()) {
                leave(token);
            } else if (inside) {
                return true;
            }
        }
        return false;
    }

    private void leave(JsonToken end) {
        depth--;
        if (end == JsonToken.END_OBJECT) {
            objects--;
        }
    }

    private void takeName(String field) throws FeedException {
        if (!names.get(objects - 1).add(field)) {
            throw new FeedException(Code.DUPLICATE_KEY, document, pointer(), "expected each name once");
        }
    }

    /** Moves over whatever is left; fails if more than one value is there. */
    public void end() throws IOException, FeedException {
        if (next(0)) {
            throw failure("the end");
        }
    }

    /** Moves to the document's value. */
    JsonReader begin() throws IOException, FeedException {
        if (!next(0)) {
            throw new FeedException(Code.EMPTY, document, "", "expected JSON, found nothing");
        }
        return this;
    }

    /** Moves to the next token that is no name, over what was not entered; takes the name before it, if there is one. */
    private @Nullable JsonToken nextToken() throws IOException, FeedException {
        try {
            if (unread) {
                parser.skipChildren();
            }
            JsonToken token = token();
            unread = token != null && token.isStructStart();
            return token;
        } catch (JsonProcessingException | CharConversionException e) {
            throw notJson(e);
        }
    }

    private @Nullable JsonToken token() throws IOException, FeedException {
        String field = parser.nextFieldName();
        if (field == null) {
            name = "";
            return parser.currentToken();
        }
        takeName(field);
        name = field;
        return parser.nextToken();
    }

    /** The parser finds out about the end of a text only when the text is asked for. */
    private String content() throws IOException, FeedException {
        try {
            return parser.getText();
        } catch (JsonProcessingException | CharConversionException e) {
            throw notJson(e);
        }
    }

    private FeedException notJson(IOException e) {
        return e instanceof JsonProcessingException syntax
                ? notJson(document, syntax)
                : new FeedException(
                        Code.NOT_WELL_FORMED, document, place(parser.currentLocation()), "expected UTF-8", e);
    }

    static FeedException notJson(String document, JsonProcessingException e) {
        return new FeedException(code(e), document, place(e.getLocation()), e.getOriginalMessage(), e);
    }

    /** The library tells a number that is too long by its words only. */
    private static Code code(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return String.valueOf(e.getOriginalMessage()).startsWith("Number") ? Code.NUMBER_LIMIT : Code.LIMIT;
        }
        return Code.NOT_WELL_FORMED;
    }

    static String place(@Nullable JsonLocation location) {
        return location == null ? "" : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** The name of the field whose value {@link #next} has moved to; blank if it is no field's. */
    public String name() {
        return name;
    }

    /** Enters the current value, which is an object; gives what its fields are asked for with. */
    public int object() throws IOException, FeedException {
        int fields = enter(JsonToken.START_OBJECT, "an object");
        if (names.size() == objects) {
            names.add(new ObjectNames());
        }
        names.get(objects++).clear();
        return fields;
    }

    /** Enters the current value, which is an array; gives what its elements are asked for with. */
    public int array() throws IOException, FeedException {
        return enter(JsonToken.START_ARRAY, "an array");
    }

    private int enter(JsonToken start, String expected) throws IOException, FeedException {
        if (parser.currentToken() != start) {
            throw failure(expected);
        }
        unread = false;
        return ++depth;
    }

    /** Whether the current value is an object. */
    public boolean isObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    /** Whether the current value is an array. */
    public boolean isArray() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    /** The current text, or number, true or false as it is spelled; blank for null. */
    public String text() throws IOException, FeedException {
        return switch (parser.currentToken()) {
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> content();
            case VALUE_NULL -> "";
            default -> throw failure("text");
        };
    }

    /** The current number. */
    double decimal() throws IOException, FeedException {
        if (!parser.currentToken().isNumeric()) {
            throw failure("a number");
        }
        double number = Double.parseDouble(content());
        if (Double.isInfinite(number)) {
            throw new FeedException(
                    Code.NUMBER_LIMIT, document, pointer(), "expected a smaller number than " + content());
        }
        return number;
    }

    /** Reads one element of a list. */
    @FunctionalInterface
    public interface Element<T> {
        /** Reads the value that the cursor is at. */
        T read() throws IOException, FeedException;
    }

    /** What each element of the current value is read as, which is an array; null has none. */
    public <T> List<T> list(Element<T> element) throws IOException, FeedException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return List.of();
        }
        int list = array();
        if (!next(list)) {
            return List.of();
        }
        T first = element.read();
        return next(list) ? list(first, element, list) : List.of(first);
    }

    /** Most lists have one element, and need not grow. */
    private <T> List<T> list(T first, Element<T> element, int list) throws IOException, FeedException {
        List<T> elements = new ArrayList<>();
        elements.add(first);
        do {
            elements.add(element.read());
        } while (next(list));
        return elements;
    }

    /**
     * What a field said of the object that has just ended.
     *
     * @throws FeedException if it is null, which stands for a field that the object lacks
     */
    public <T> T require(@Nullable T value, String field) throws FeedException {
        if (value == null) {
            throw new FeedException(document, pointer(), "expected a field \"" + field + '"');
        }
        return value;
    }

    /** That the current value is not what was expected. */
    public FeedException failure(String expected) throws IOException, FeedException {
        String pointer = pointer();
        Code code = pointer.isEmpty() ? Code.NOT_THE_FEED : Code.TYPE;
        return new FeedException(code, document, pointer, "expected " + expected + ", found " + found());
    }

    private String pointer() {
        return parser.getParsingContext().pathAsPointer().toString();
    }

    private String found() throws IOException, FeedException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_NULL -> "null";
            default -> Value.quoted(content());
        };
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
