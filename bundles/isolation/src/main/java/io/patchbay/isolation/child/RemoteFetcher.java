package io.patchbay.isolation.child;

import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.feeds.Unfinished;
import io.patchbay.isolation.wire.BodyReader;
import io.patchbay.isolation.wire.Call;
import io.patchbay.isolation.wire.FetchTask;
import io.patchbay.spi.Answer;
import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.Question;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.SyncFilter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has the engine do what a provider directs. */
final class RemoteFetcher implements Fetcher {
    private final Calls calls;
    private final FetchTask task;
    private final ArrivingSnapshot snapshot;
    private final Optional<Snapshot> previous;
    private final Optional<Snapshot> unfinished;

    RemoteFetcher(Calls calls, FetchTask task) throws IOException, FeedException {
        this.calls = calls;
        this.task = task;
        this.snapshot = new ArrivingSnapshot(Path.of(task.snapshot()));
        this.previous =
                task.previous() == null ? Optional.empty() : Optional.of(SnapshotFolder.open(Path.of(task.previous())));
        this.unfinished = task.unfinished() == null
                ? Optional.empty()
                : Unfinished.open(Path.of(task.unfinished())).map(Snapshot.class::cast);
    }

    @Override
    public Document fetch(Feed feed) throws IOException, FeedException {
        return get(feed, null, null, null);
    }

    @Override
    public Document fetch(Feed feed, String name, URI url) throws IOException, FeedException {
        return get(feed, name, url, null);
    }

    @Override
    public Document fetch(Feed feed, String name, URI url, String tag) throws IOException, FeedException {
        return get(feed, name, url, tag);
    }

    private Document get(Feed feed, @Nullable String name, @Nullable URI url, @Nullable String tag)
            throws IOException, FeedException {
        return snapshot.add(
                calls.call(Calls.to(Call.FETCH).feed(feed).text(name).text(url).text(tag), BodyReader::document));
    }

    @Override
    public Document post(Feed feed, String name, URI url, String contentType, byte[] body)
            throws IOException, FeedException {
        return send(feed, name, url, contentType, body, null);
    }

    @Override
    public Document post(Feed feed, String name, URI url, String contentType, byte[] body, String tag)
            throws IOException, FeedException {
        return send(feed, name, url, contentType, body, tag);
    }

    private Document send(Feed feed, String name, URI url, String type, byte[] body, @Nullable String tag)
            throws IOException, FeedException {
        return snapshot.add(calls.call(
                Calls.to(Call.POST)
                        .feed(feed)
                        .text(name)
                        .text(url)
                        .text(type)
                        .bytes(body)
                        .text(tag),
                BodyReader::document));
    }

    @Override
    public Answer ask(Feed feed, Question question) throws IOException {
        return calls.callPlain(
                Calls.to(Call.ASK)
                        .feed(feed)
                        .text(question.url())
                        .text(question.contentType())
                        .map(question.headers())
                        .text(question.body()),
                body -> new RemoteAnswer(calls, snapshot, body.number(), Path.of(body.text())));
    }

    @Override
    public void pause(Feed feed, Duration wait) throws IOException {
        calls.callPlain(Calls.to(Call.PAUSE).feed(feed).text(wait), BodyReader::nothing);
    }

    /** The engine's clock is this machine's. */
    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public URI address(Feed feed) throws IOException {
        return calls.callPlain(Calls.to(Call.ADDRESS).feed(feed), body -> URI.create(body.text()));
    }

    @Override
    public Optional<Snapshot> previous() {
        return previous;
    }

    @Override
    public Optional<Snapshot> unfinished() {
        return unfinished;
    }

    @Override
    public Document take(Snapshot from, Document document) throws IOException {
        boolean isPrevious = previous.filter(from::equals).isPresent();
        return snapshot.add(calls.callPlain(
                Calls.to(Call.TAKE).number(isPrevious ? 1 : 0).document(document), BodyReader::document));
    }

    @Override
    public Snapshot snapshot() {
        return snapshot.now();
    }

    @Override
    public Optional<String> anchor() {
        return Optional.ofNullable(task.anchor());
    }

    @Override
    public void anchor(String anchor, Snapshot.Extent extent) {
        calls.tell(Calls.to(Call.ANCHOR).text(anchor).text(extent));
    }

    @Override
    public SyncFilter filter() {
        return task.filter();
    }

    @Override
    public void progress(String what, long done, long total) {
        calls.tell(Calls.to(Call.PROGRESS).text(what).number(done).number(total));
    }

    @Override
    public void outdated(Feed feed, String reason) {
        calls.tell(Calls.to(Call.OUTDATED).feed(feed).text(reason));
    }
}
