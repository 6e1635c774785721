package io.patchbay.isolation.wire;

import io.patchbay.model.Product;
import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.ProviderInfo;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the body of a message, which {@link BodyReader} reads in the same order. */
public final class BodyWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    /** Writes one element of a list. */
    @FunctionalInterface
    public interface Element<T> {
        /** Writes it. */
        void write(T element);
    }

    /** An array of bytes does not fail. */
    @FunctionalInterface
    private interface Write {
        void run() throws IOException;
    }

    private BodyWriter write(Write write) {
        try {
            write.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("an array of bytes does not fail", e);
        }
    }

    /** A text, or null. */
    public BodyWriter text(@Nullable String text) {
        return text == null ? write(() -> out.writeInt(-1)) : bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What has a text that it is made of again, or null. */
    public BodyWriter text(@Nullable Object value) {
        return text(value == null ? null : value.toString());
    }

    /** Any bytes. */
    public BodyWriter bytes(byte[] content) {
        return write(() -> {
            out.writeInt(content.length);
            out.write(content);
        });
    }

    /** A number. */
    public BodyWriter number(long number) {
        return write(() -> out.writeLong(number));
    }

    /** A list, by its elements. */
    public <T> BodyWriter list(Collection<T> elements, Element<? super T> element) {
        number(elements.size());
        elements.forEach(element::write);
        return this;
    }

    /** A list of texts. */
    public BodyWriter texts(Collection<?> texts) {
        return list(texts, this::text);
    }

    /** Texts by names. */
    public BodyWriter map(Map<String, String> map) {
        return texts(map.keySet()).texts(map.values());
    }

    /** A document. */
    public BodyWriter document(Document document) {
        return text(document.name())
                .text(document.feed())
                .text(document.url())
                .text(document.fetched())
                .number(document.status())
                .text(document.etag())
                .text(document.lastModified())
                .number(document.size())
                .text(document.sha256())
                .text(document.tag());
    }

    /** A feed. */
    public BodyWriter feed(Feed feed) {
        return text(feed.name())
                .text(feed.url())
                .text(feed.format())
                .number(feed.sizeLimit())
                .text(feed.freshness())
                .text(feed.userAgent())
                .text(feed.spacing())
                .text(feed.signer());
    }

    /** A provider, as it describes itself. */
    public BodyWriter provider(Described provider) {
        ProviderInfo info = provider.info();
        return text(info.id())
                .text(info.vendor())
                .list(info.products(), this::product)
                .texts(info.hosts())
                .list(provider.feeds(), this::feed)
                .number(provider.ranking());
    }

    private void product(Product product) {
        text(product.name()).text(product.family()).text(product.category());
    }

    /** What was written. */
    public byte[] body() {
        return bytes.toByteArray();
    }
}
