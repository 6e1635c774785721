package io.patchbay.feeds;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedException.Code;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads JSON (RFC 8259, UTF-8): one value and nothing after it, no duplicate names in what is read, at most 100 levels deep and 1 GiB long. What is read as a whole
 * has a million tokens at most.
 */
public final class Json {
    private static final JsonFactory WHOLE = factory(1L << 20);

    private static final JsonFactory STREAM = factory(1L << 28);

    /** For what Patchbay wrote itself. */
    private static final JsonFactory OWN = new JsonFactory();

    private final JsonParser parser;
    private final String document;
    private final Predicate<String> fields;

    private Json(JsonParser parser, String document, Predicate<String> fields) {
        this.parser = parser;
        this.document = document;
        this.fields = fields;
    }

    private static JsonFactory factory(long tokens) {
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxTokenCount(tokens)
                .maxNestingDepth(100)
                .maxStringLength(4 << 20)
                .maxNumberLength(100)
                .maxNameLength(1_000)
                .maxDocumentLength(1L << 30)
                .build();
        return new SkippingParser.Factory(new JsonFactoryBuilder()
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .streamReadConstraints(limits));
    }

    /** The feed's document. */
    public static Value read(Snapshot snapshot, Feed feed) throws IOException, FeedException {
        return read(snapshot, Bounded.document(snapshot, feed), any -> true);
    }

    /** A document. */
    public static Value read(Snapshot snapshot, Document document) throws IOException, FeedException {
        return read(snapshot, Bounded.document(snapshot, document), any -> true);
    }

    /** The document of this name; fails if the snapshot has none. */
    public static Value read(Snapshot snapshot, String document) throws IOException, FeedException {
        return read(snapshot, Bounded.find(snapshot, document));
    }

    /**
     * The feed's document, as far as it is wanted.
     *
     * @param fields the names of the fields that count, wherever they are; what others hold is passed over, and might as well be missing
     */
    public static Value read(Snapshot snapshot, Feed feed, Set<String> fields) throws IOException, FeedException {
        return read(snapshot, Bounded.document(snapshot, feed), wanted(fields));
    }

    /** As above, for the document of this name. */
    public static Value read(Snapshot snapshot, String document, Set<String> fields) throws IOException, FeedException {
        return read(snapshot, Bounded.find(snapshot, document), fields);
    }

    /** As above, for a document. */
    public static Value read(Snapshot snapshot, Document document, Set<String> fields)
            throws IOException, FeedException {
        return read(snapshot, Bounded.document(snapshot, document), wanted(fields));
    }

    /** It is asked of every name in a document, and sets that are made by {@code Set.of} divide to answer. */
    private static Predicate<String> wanted(Set<String> fields) {
        return new HashSet<>(fields)::contains;
    }

    private static Value read(Snapshot snapshot, Document document, Predicate<String> fields)
            throws IOException, FeedException {
        return parsed(snapshot, document, parser -> parse(parser, document.name(), fields));
    }

    /** What is read of a document of the snapshot by a cursor, which is at its value. */
    static <T> T walk(Snapshot snapshot, Document document, Reading<JsonReader, T> reading)
            throws IOException, FeedException {
        return parsed(snapshot, Bounded.check(document), parser -> {
            JsonReader json = new JsonReader(parser, document.name()).begin();
            T read = reading.read(json);
            json.end();
            return read;
        });
    }

    /** Makes something of what it reads from. */
    @FunctionalInterface
    interface Reading<F, T> {
        T read(F from) throws IOException, FeedException;
    }

    private static <T> T parsed(Snapshot snapshot, Document document, Reading<JsonParser, T> reading)
            throws IOException, FeedException {
        try (InputStream in = new Utf8Input(snapshot.open(document.name()), document.size());
                JsonParser parser = WHOLE.createParser(in)) {
            return reading.read(parser);
        } catch (IOException | FeedException e) {
            // A page of HTML, binary data, another encoding or another size is no mistake in JSON, and says so.
            Text.decode(Bounded.bytes(snapshot, document), document.name());
            throw e;
        }
    }

    /** A cursor over a document that is too large to be held; to be closed. */
    public static JsonReader open(Snapshot snapshot, Document document) throws IOException, FeedException {
        InputStream in = new Utf8Input(snapshot.open(document.name()), document.size());
        try {
            return new JsonReader(STREAM.createParser(in), document.name()).begin();
        } catch (IOException | FeedException e) {
            in.close();
            throw e;
        }
    }

    /** JSON in memory, such as what the engine wrote itself; {@code document} is the name for messages. */
    public static Value parse(byte[] bytes, String document) throws FeedException {
        return parse(WHOLE, bytes, document, any -> true);
    }

    /** As {@link #parse(byte[], String)}, for what grows with the number of documents and is the engine's own. */
    static Value parseLarge(byte[] bytes, String document) throws FeedException {
        return parse(STREAM, bytes, document, any -> true);
    }

    private static Value parse(JsonFactory factory, byte[] bytes, String document, Predicate<String> fields)
            throws FeedException {
        Text.decode(bytes, document); // for what it refuses: parsers of bytes take other encodings, too
        try {
            return parse(factory.createParser(bytes), document, fields);
        } catch (IOException e) {
            throw new FeedException(document, "", "not JSON: " + e.getMessage(), e);
        }
    }

    private static Value parse(JsonParser opened, String document, Predicate<String> fields) throws FeedException {
        try (JsonParser parser = opened) {
            if (parser.nextToken() == null) {
                throw new FeedException(Code.EMPTY, document, "", "expected JSON, found nothing");
            }
            Value value = new Json(parser, document, fields).value(Pointer.ROOT);
            if (parser.nextToken() != null) {
                throw new FeedException(
                        Code.NOT_WELL_FORMED, document, JsonReader.place(parser.currentLocation()), "expected the end");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw JsonReader.notJson(document, e);
        } catch (IOException e) {
            throw new FeedException(document, "", "not JSON: " + e.getMessage(), e);
        }
    }

    /** The value of one field of an object in memory; what the other fields hold is passed over. */
    static Optional<Value> find(ByteBuffer bytes, String document, String field) throws FeedException {
        try (JsonParser parser = own(bytes)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals(field);
                parser.nextToken();
                if (found) {
                    return Optional.of(new Json(parser, document, any -> true).value(Pointer.ROOT.field(field)));
                }
                parser.skipChildren();
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new FeedException(document, "/" + field, "not JSON: " + e.getMessage(), e);
        }
    }

    private static JsonParser own(ByteBuffer bytes) throws IOException {
        return OWN.createParser(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
    }

    private Value value(Pointer pointer) throws IOException, FeedException {
        Object content =
                switch (parser.currentToken()) {
                    case START_OBJECT -> object(pointer);
                    case START_ARRAY -> array(pointer);
                    case VALUE_NUMBER_INT -> new Value.RawNumber(parser.getText());
                    case VALUE_NUMBER_FLOAT -> number(parser.getText(), pointer);
                    case VALUE_TRUE -> true;
                    case VALUE_FALSE -> false;
                    case VALUE_NULL -> null;
                    default -> parser.getText();
                };
        return new Value(document, pointer, content);
    }

    /**
     * A number beyond all that a double holds is no fact of a feed, and costs whoever reckons with it. Without an exponent, it would be
     * longer than is read.
     */
    private Value.RawNumber number(String text, Pointer pointer) throws FeedException {
        if (Double.isInfinite(Double.parseDouble(text))) {
            throw new FeedException(
                    Code.NUMBER_LIMIT, document, pointer.toString(), "expected a smaller number than " + text);
        }
        return new Value.RawNumber(text);
    }

    private Map<String, Value> object(Pointer pointer) throws IOException, FeedException {
        Map<String, Value> found = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (!fields.test(name)) {
                parser.skipChildren();
            } else if (found.put(name, value(pointer.field(name))) != null) {
                throw new FeedException(
                        Code.DUPLICATE_KEY, document, pointer.field(name).toString(), "expected each name once");
            }
        }
        return found;
    }

    private List<Value> array(Pointer pointer) throws IOException, FeedException {
        List<Value> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(pointer.item(items.size())));
        }
        return items;
    }
}
