package io.patchbay.fetch.http;

import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.fetch.FetchRequest;
import io.patchbay.fetch.FetchResult;
import io.patchbay.spi.Answer;
import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.Question;
import io.patchbay.spi.RefusedException;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.SyncFilter;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a provider directs: turns each call into a request, and each answer into a document of the new snapshot. */
final class SnapshotFetcher implements Fetcher {
    private final FeedProvider provider;
    private final FetchRequest order;
    private final Settings settings;
    private final Network network;
    private final Retries retries;
    private final SnapshotFolder.Writer writer;
    private final Questions questions;
    private final Optional<SnapshotFolder> unfinished;
    private @Nullable String anchor;
    private Snapshot.Extent extent = Snapshot.Extent.FULL;

    SnapshotFetcher(
            FeedProvider provider,
            FetchRequest order,
            Settings settings,
            Network network,
            Retries retries,
            SnapshotFolder.Writer writer,
            Optional<SnapshotFolder> unfinished) {
        this.provider = provider;
        this.order = order;
        this.settings = settings;
        this.network = network;
        this.retries = retries;
        this.writer = writer;
        this.questions = new Questions(network, retries, writer);
        this.unfinished = unfinished;
    }

    @Override
    public Document fetch(Feed feed) throws IOException {
        FeedSettings its = settings(feed);
        Wanted wanted = wanted(feed, its, feed.name(), its.url(), null);
        return "file".equals(its.url().getScheme()) ? copy(wanted, its) : get(wanted, its);
    }

    @Override
    public Document fetch(Feed feed, String name, URI url) throws IOException {
        FeedSettings its = settings(feed);
        return get(wanted(feed, its, member(feed, name), url, null), its);
    }

    @Override
    public Document fetch(Feed feed, String name, URI url, String tag) throws IOException {
        String member = member(feed, name);
        Optional<Document> known = takeOver(member, tag);
        if (known.isPresent()) {
            return known.get();
        }
        FeedSettings its = settings(feed);
        return get(wanted(feed, its, member, url, tag), its);
    }

    @Override
    public Document post(Feed feed, String name, URI url, String contentType, byte[] body) throws IOException {
        return post(feed, url, contentType, body, member(feed, name), null);
    }

    @Override
    public Document post(Feed feed, String name, URI url, String contentType, byte[] body, String tag)
            throws IOException {
        String member = member(feed, name);
        Optional<Document> known = takeOver(member, tag);
        return known.isPresent() ? known.get() : post(feed, url, contentType, body, member, tag);
    }

    private Document post(Feed feed, URI url, String type, byte[] body, String member, @Nullable String tag)
            throws IOException {
        FeedSettings its = settings(feed);
        Wanted wanted = wanted(feed, its, member, url, tag);
        return send(Request.post(wanted.url(), type, body), wanted, its);
    }

    /** Takes over the document that a listing calls by the same tag: of the previous snapshot, or of a fetch that was cut off. */
    private Optional<Document> takeOver(String member, String tag) throws IOException {
        for (SnapshotFolder from : sources()) {
            Optional<Document> known = from.document(member).filter(document -> tag.equals(document.tag()));
            if (known.isPresent()) {
                return Optional.of(writer.take(from, known.get()));
            }
        }
        return Optional.empty();
    }

    private List<SnapshotFolder> sources() {
        return Stream.concat(Stream.ofNullable(order.previous()), unfinished.stream())
                .toList();
    }

    @Override
    public Answer ask(Feed feed, Question question) throws IOException {
        FeedSettings its = settings(feed);
        try {
            return questions.ask(feed, its, question);
        } catch (IOException e) {
            throw failure(feed.name(), its.url().resolve(question.url()), e);
        }
    }

    @Override
    public void pause(Feed feed, Duration wait) throws IOException {
        Instant end = network.clock().instant().plus(wait);
        network.budgets().of(settings(feed).url()).pauseUntil(end);
    }

    @Override
    public Instant now() {
        return network.clock().instant();
    }

    @Override
    public URI address(Feed feed) throws IOException {
        return settings(feed).url();
    }

    @Override
    public Optional<Snapshot> previous() {
        return Optional.ofNullable(order.previous());
    }

    @Override
    public Optional<Snapshot> unfinished() {
        return unfinished.map(Snapshot.class::cast);
    }

    @Override
    public Document take(Snapshot from, Document document) throws IOException {
        if (!(from instanceof SnapshotFolder folder)) {
            throw new IllegalArgumentException("not a snapshot that this fetch handed out: " + from.name());
        }
        return writer.take(folder, document);
    }

    @Override
    public Snapshot snapshot() {
        return writer.snapshot();
    }

    @Override
    public Optional<String> anchor() {
        return order.anchor();
    }

    @Override
    public void anchor(String anchor, Snapshot.Extent extent) {
        this.anchor = Objects.requireNonNull(anchor);
        this.extent = Objects.requireNonNull(extent);
    }

    @Override
    public SyncFilter filter() {
        return order.filter();
    }

    @Override
    public void progress(String what, long done, long total) {
        order.progress().progress(what, done, total);
    }

    @Override
    public void outdated(Feed feed, String reason) {
        order.progress().outdated(feed.name(), reason);
    }

    /** Completes the new snapshot, unless it says nothing that the previous one does not. */
    FetchResult finish() throws IOException {
        Snapshot made = writer.snapshot();
        if (made.documents().isEmpty()) {
            throw new IOException(id() + ": the provider fetched no document");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException(id() + ": cancelled");
        }
        SnapshotFolder previous = order.previous();
        boolean changed = previous == null || !Comparison.sameContents(made, previous);
        if (previous != null && !changed && sameMarks(made, previous)) {
            return new FetchResult(previous, false);
        }
        return new FetchResult(writer.finish(extent, Optional.ofNullable(anchor)), changed);
    }

    /** Whether the next fetch can ask with the previous snapshot as well as with the new one. */
    private boolean sameMarks(Snapshot made, Snapshot previous) {
        return Comparison.sameMarks(made, previous)
                && Optional.ofNullable(anchor).equals(previous.anchor())
                && extent == previous.extent();
    }

    private Document get(Wanted wanted, FeedSettings its) throws IOException {
        return send(wanted.request(), wanted, its);
    }

    private Document send(Request request, Wanted wanted, FeedSettings its) throws IOException {
        try {
            return retries.until(request.repeatable(), () -> {
                Exchange<Document> exchange =
                        new Exchange<>(network, its, retries.patience(), (head, body) -> keep(wanted, head, body));
                return exchange.run(request);
            });
        } catch (IOException e) {
            throw failure(wanted.name(), wanted.url(), e);
        }
    }

    /** What went wrong, with where. */
    private IOException failure(String name, URI url, IOException e) {
        if (e instanceof InterruptedIOException) {
            return e;
        }
        String where = id() + ": " + name + " from " + Shown.of(url) + ": ";
        if (!(e instanceof FetchFailure failure)) {
            return new IOException(where + e, e);
        }
        return failure.status() == 0
                ? new IOException(where + e.getMessage(), e)
                : new RefusedException(where + e.getMessage(), failure.status(), failure.said(), e);
    }

    /** A file that an operator configured in place of an address. */
    private Document copy(Wanted wanted, FeedSettings its) throws IOException {
        try (InputStream file = Files.newInputStream(Path.of(wanted.url()));
                InputStream content = new BufferedInputStream(new CappedStream(file, its.sizeLimit()))) {
            Sniffer.check(content, wanted.feed().format());
            return writer.put(wanted.copied(network.clock().instant()), content);
        } catch (IOException e) {
            throw failure(wanted.name(), wanted.url(), e);
        }
    }

    private Document keep(Wanted wanted, ResponseHead head, InputStream body) throws IOException {
        Optional<Document> known = wanted.previous();
        if (head.notModified() && known.isPresent()) {
            Document unchanged = wanted.unchanged(head, network.clock().instant(), known.get());
            return writer.take(Objects.requireNonNull(order.previous()), unchanged);
        }
        long total = head.gzip() ? 0 : head.contentLength().orElse(0);
        InputStream content = new BufferedInputStream(new Reported(body, order.progress(), wanted.name(), total));
        Sniffer.check(content, wanted.feed().format());
        return writer.put(wanted.arrived(head, network.clock().instant()), content);
    }

    private FeedSettings settings(Feed feed) throws IOException {
        try {
            return settings.of(provider, feed);
        } catch (FetchFailure e) {
            throw new IOException(id() + ": " + feed.name() + ": " + e.getMessage(), e);
        }
    }

    private Wanted wanted(Feed feed, FeedSettings its, String name, URI url, @Nullable String tag) {
        URI address = its.url().resolve(url);
        URI shown = its.configured() && address.getHost() != null ? URI.create(Shown.of(address)) : address;
        return new Wanted(feed, name, address, shown, tag, previous(name).filter(d -> shown.equals(d.url())));
    }

    private Optional<Document> previous(String name) {
        return order.previous() == null ? Optional.empty() : order.previous().document(name);
    }

    private String id() {
        return provider.info().id();
    }

    static String member(Feed feed, String name) {
        return Document.checkName(feed.name() + "/" + name);
    }
}
