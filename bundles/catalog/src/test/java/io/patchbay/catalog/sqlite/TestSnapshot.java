package io.patchbay.catalog.sqlite;

import io.patchbay.spi.Document;
import io.patchbay.spi.Snapshot;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A snapshot that only says where its documents came from. */
record TestSnapshot(String name, Extent extent, Optional<String> anchor, List<Document> documents) implements Snapshot {
    static final Instant FETCHED = Instant.parse("2026-01-02T03:04:05Z");

    static TestSnapshot full(String name) {
        return new TestSnapshot(name, Extent.FULL, Optional.empty(), List.of(origin("feed")));
    }

    static TestSnapshot delta(String name, String anchor) {
        return new TestSnapshot(name, Extent.DELTA, Optional.of(anchor), List.of(origin("feed")));
    }

    private static Document origin(String feed) {
        URI url = URI.create("https://user:secret@vendor.example/" + feed);
        return new Document(feed, feed, url, FETCHED, 200, null, null, 3, "00", null);
    }

    @Override
    public InputStream open(String document) {
        return InputStream.nullInputStream();
    }
}
