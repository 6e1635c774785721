package io.patchbay.provider.mozilla;

import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.SyncFilter;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Copies what is asked for out of an upstream that is a snapshot, and remembers the addresses and tags. */
final class RecordingFetcher implements Fetcher {
    private final InMemorySnapshot upstream;
    private final InMemorySnapshot made = new InMemorySnapshot(new TreeMap<>());
    final List<String> requests = new ArrayList<>();

    RecordingFetcher(InMemorySnapshot upstream) {
        this.upstream = upstream;
    }

    @Override
    public Document fetch(Feed feed) throws IOException {
        return copy(feed.name(), feed.url().toString());
    }

    @Override
    public Document fetch(Feed feed, String name, URI url) throws IOException {
        return copy(feed.name() + '/' + name, feed.url().resolve(url).toString());
    }

    @Override
    public Document fetch(Feed feed, String name, URI url, String tag) throws IOException {
        return copy(feed.name() + '/' + name, feed.url().resolve(url) + " " + tag);
    }

    private Document copy(String name, String request) throws IOException {
        requests.add(request);
        byte[] content = upstream.contents().get(name);
        if (content == null) {
            throw new IOException(name + ": not found");
        }
        made.contents().put(name, content);
        return made.document(name).orElseThrow();
    }

    @Override
    public Document post(Feed feed, String name, URI url, String contentType, byte[] body) {
        throw new UnsupportedOperationException("Mozilla is only asked");
    }

    @Override
    public Snapshot snapshot() {
        return made;
    }

    @Override
    public Optional<String> anchor() {
        return Optional.empty();
    }

    @Override
    public void anchor(String anchor, Snapshot.Extent extent) {
        throw new UnsupportedOperationException("Mozilla knows no anchors");
    }

    @Override
    public SyncFilter filter() {
        return SyncFilter.EVERYTHING;
    }

    @Override
    public void progress(String what, long done, long total) {
        // nobody watches
    }
}
