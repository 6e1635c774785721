package io.patchbay.feeds;

import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.Snapshot;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A snapshot of one document, {@code feed}. */
record MemorySnapshot(byte[] bytes) implements Snapshot {
    static final Feed FEED = Feed.of("feed", "https://vendor.example/feed", Feed.Format.BINARY);
    static final Document DOCUMENT = new Document("feed", "feed", null, null, 0, null, null, 0, "", null);

    static MemorySnapshot of(String text) {
        return new MemorySnapshot(text.getBytes(StandardCharsets.UTF_8));
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
        return List.of(DOCUMENT);
    }

    @Override
    public InputStream open(String document) {
        return new ByteArrayInputStream(bytes);
    }
}
