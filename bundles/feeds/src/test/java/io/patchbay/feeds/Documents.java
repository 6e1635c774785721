package io.patchbay.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A snapshot of some documents in memory; those that were fetched have an address. */
final class Documents implements Snapshot {
    static final Feed FEED = Feed.of("feed", "https://vendor.example/feed", Feed.Format.BINARY);
    static final Document DOCUMENT = new Document("feed", "feed", null, null, 0, null, null, 0, "", null);

    private final Map<String, byte[]> contents = new TreeMap<>();
    private final Map<String, Document> documents = new TreeMap<>();

    /** With one document, {@link #DOCUMENT}. */
    static Documents of(byte[] content) {
        return new Documents().with(DOCUMENT.name(), content);
    }

    static Documents of(String content) {
        return of(content.getBytes(UTF_8));
    }

    /** Adds a document that an operator handed in. */
    Documents with(String name, byte[] content) {
        return add(name, content, null);
    }

    Documents with(String name, String content) {
        return with(name, content.getBytes(UTF_8));
    }

    /** Adds a document that came by HTTP. */
    Documents fetched(String name, byte[] content) {
        return add(name, content, URI.create("https://vendor.example/" + name));
    }

    private Documents add(String name, byte[] content, @Nullable URI url) {
        String feed = name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
        contents.put(name, content);
        documents.put(name, new Document(name, feed, url, null, 0, null, null, content.length, "", null));
        return this;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Extent extent() {
        return Extent.FULL;
    }

    @Override
    public Optional<String> anchor() {
        return Optional.empty();
    }

    @Override
    public List<Document> documents() {
        return List.copyOf(documents.values());
    }

    @Override
    public InputStream open(String document) throws FeedException {
        byte[] content = contents.get(document);
        if (content == null) {
            throw new FeedException(document, "", "not in memory");
        }
        return new ByteArrayInputStream(content);
    }
}
