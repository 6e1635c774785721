package io.patchbay.isolation.wire;

import static java.util.Objects.requireNonNull;

import io.patchbay.model.Product;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.ProviderInfo;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a message. What is not as {@link BodyWriter} writes it is a {@link RuntimeException} of some kind, which {@link #read}
 * makes one kind.
 */
public final class BodyReader {
    private final ByteBuffer body;

    private BodyReader(byte[] body) {
        this.body = ByteBuffer.wrap(body);
    }

    /**
     * Reads a whole body.
     *
     * @throws MalformedException if it is anything else
     */
    public static <T> T read(byte[] body, Function<BodyReader, T> content) throws MalformedException {
        BodyReader reader = new BodyReader(body);
        T result = MalformedException.unless(() -> content.apply(reader));
        if (reader.body.hasRemaining()) {
            throw new MalformedException(reader.body.remaining() + " bytes too many", null);
        }
        return result;
    }

    /** A text that is not null. */
    public String text() {
        return requireNonNull(optionalText());
    }

    /** A text, or null. */
    public @Nullable String optionalText() {
        byte[] bytes = optionalBytes();
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    /** What is made of a text, or null. */
    public <T> @Nullable T optional(Function<String, T> type) {
        String text = optionalText();
        return text == null ? null : type.apply(text);
    }

    /** Any bytes. */
    public byte[] bytes() {
        return requireNonNull(optionalBytes());
    }

    private byte @Nullable [] optionalBytes() {
        int length = body.getInt();
        if (length == -1) {
            return null;
        }
        if (length > body.remaining()) {
            throw new IllegalArgumentException(
                    "a text of " + length + " bytes, of which " + body.remaining() + " came");
        }
        byte[] bytes = new byte[length];
        body.get(bytes);
        return bytes;
    }

    /** A number. */
    public long number() {
        return body.getLong();
    }

    /** A list; the number of its elements is not believed. */
    public <T> List<T> list(Supplier<T> element) {
        List<T> elements = new ArrayList<>();
        for (long left = number(); left > 0; left--) {
            elements.add(element.get());
        }
        return elements;
    }

    /** A list of texts. */
    public List<String> texts() {
        return list(this::text);
    }

    /** Texts by names. */
    public Map<String, String> map() {
        List<String> names = texts();
        List<String> values = texts();
        Map<String, String> map = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            map.put(names.get(i), values.get(i));
        }
        return map;
    }

    /** Nothing, and says so. */
    public boolean nothing() {
        return true;
    }

    /** A document. */
    public Document document() {
        return new Document(
                text(),
                text(),
                optional(URI::create),
                optional(Instant::parse),
                Math.toIntExact(number()),
                optionalText(),
                optionalText(),
                number(),
                text(),
                optionalText());
    }

    /** A feed. */
    public Feed feed() {
        return new Feed(
                text(),
                URI.create(text()),
                Feed.Format.valueOf(text()),
                number(),
                Duration.parse(text()),
                text(),
                Duration.parse(text()),
                text());
    }

    /** A provider, as it describes itself. */
    public Described provider() {
        ProviderInfo info = new ProviderInfo(text(), text(), list(this::product), new HashSet<>(texts()));
        return new Described(info, list(this::feed), Math.toIntExact(number()));
    }

    private Product product() {
        return new Product(text(), text(), optional(UpdateId::parse));
    }
}
