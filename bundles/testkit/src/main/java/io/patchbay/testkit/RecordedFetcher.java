package io.patchbay.testkit;

import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.Question;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.SyncFilter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An upstream that is a recorded case, for tests of what a provider asks for: every document comes from the case, and every address is
 * remembered. Not thread-safe.
 */
public final class RecordedFetcher implements Fetcher {
    private final Snapshot upstream;
    private final SnapshotFolder.Writer made;
    private final List<URI> asked = new ArrayList<>();

    /**
     * Starts a snapshot.
     *
     * @param target the folder to make it in, which must not exist yet
     */
    public RecordedFetcher(Snapshot upstream, Path target) throws IOException {
        this.upstream = upstream;
        this.made = SnapshotFolder.create(target);
    }

    /** The addresses that the provider has asked for, in its order. */
    public List<URI> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Document fetch(Feed feed) throws IOException, FeedException {
        return copy(feed, feed.name(), feed.url(), null);
    }

    @Override
    public Document fetch(Feed feed, String name, URI url) throws IOException, FeedException {
        return copy(feed, feed.name() + '/' + name, feed.url().resolve(url), null);
    }

    @Override
    public Document fetch(Feed feed, String name, URI url, String tag) throws IOException, FeedException {
        return copy(feed, feed.name() + '/' + name, feed.url().resolve(url), tag);
    }

    /** Gives the recorded answer, whatever the body asks. */
    @Override
    public Document post(Feed feed, String name, URI url, String contentType, byte[] body)
            throws IOException, FeedException {
        return fetch(feed, name, url);
    }

    /** A recorded case holds no questions; what a provider asks is tested against a {@link FakeUpstream}. */
    @Override
    public io.patchbay.spi.Answer ask(Feed feed, Question question) throws IOException {
        throw new IOException(feed.name() + " at " + question.url() + ": a recorded case answers no questions");
    }

    @Override
    public void pause(Feed feed, Duration wait) {
        // Nobody is asked.
    }

    @Override
    public Instant now() {
        return Instant.EPOCH;
    }

    @Override
    public URI address(Feed feed) {
        return feed.url();
    }

    @Override
    public Optional<Snapshot> previous() {
        return Optional.empty();
    }

    @Override
    public Optional<Snapshot> unfinished() {
        return Optional.empty();
    }

    @Override
    public Document take(Snapshot from, Document document) throws IOException {
        throw new IOException(document.name() + ": there is no snapshot before the recorded case");
    }

    @Override
    public Document post(Feed feed, String name, URI url, String contentType, byte[] body, String tag)
            throws IOException, FeedException {
        return fetch(feed, name, url, tag);
    }

    private Document copy(Feed feed, String name, URI url, @Nullable String tag) throws IOException, FeedException {
        asked.add(url);
        if (upstream.document(name).isEmpty()) {
            throw new IOException(feed.name() + " at " + url + ": the recorded case has no " + name);
        }
        try (InputStream content = upstream.open(name)) {
            return made.put(SnapshotFolder.origin(name, feed.name(), url, null, 0, null, null, tag), content);
        }
    }

    /** What the provider has fetched so far, and nothing else of the case. */
    @Override
    public Snapshot snapshot() {
        return made.snapshot();
    }

    @Override
    public Optional<String> anchor() {
        return upstream.anchor();
    }

    @Override
    public void anchor(String anchor, Snapshot.Extent extent) {
        // The documents are what such a test is about.
    }

    @Override
    public SyncFilter filter() {
        return SyncFilter.EVERYTHING;
    }

    @Override
    public void progress(String what, long done, long total) {
        // Nobody watches a test.
    }
}
