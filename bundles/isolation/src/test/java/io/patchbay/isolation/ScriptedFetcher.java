package io.patchbay.isolation;

import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.spi.Answer;
import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.Question;
import io.patchbay.spi.RefusedException;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.SyncFilter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives every document the name of its address as content, and writes down what it was told to do. */
final class ScriptedFetcher implements Fetcher {
    final List<String> told = new ArrayList<>();
    private final SnapshotFolder previous;
    private final SnapshotFolder.Writer made;

    ScriptedFetcher(SnapshotFolder previous, Path target) throws IOException {
        this.previous = previous;
        this.made = SnapshotFolder.create(target);
    }

    private Document put(Feed feed, @Nullable String name, URI url, @Nullable String tag) throws IOException {
        told.add("get " + feed + ' ' + name + ' ' + url + ' ' + tag);
        String document = name == null ? feed.name() : feed.name() + '/' + name;
        byte[] content = url.getPath().substring(1).getBytes(StandardCharsets.UTF_8);
        return made.put(
                SnapshotFolder.origin(document, feed.name(), url, Instant.EPOCH, 200, "etag", null, tag),
                new ByteArrayInputStream(content));
    }

    @Override
    public Document fetch(Feed feed) throws IOException {
        return put(feed, null, feed.url(), null);
    }

    @Override
    public Document fetch(Feed feed, String name, URI url) throws IOException {
        return put(feed, name, feed.url().resolve(url), null);
    }

    @Override
    public Document fetch(Feed feed, String name, URI url, String tag) throws IOException {
        return put(feed, name, feed.url().resolve(url), tag);
    }

    @Override
    public Document post(Feed feed, String name, URI url, String type, byte[] body) throws IOException {
        told.add("post " + type + ' ' + body.length);
        return fetch(feed, name, url);
    }

    @Override
    public Document post(Feed feed, String name, URI url, String type, byte[] body, String tag) throws IOException {
        told.add("post " + type + ' ' + body.length);
        return fetch(feed, name, url, tag);
    }

    @Override
    public Answer ask(Feed feed, Question question) throws IOException {
        told.add("ask " + question);
        if (question.body().equals("refused")) {
            byte[] reason = "no licence".getBytes(StandardCharsets.UTF_8);
            throw new RefusedException("refused with 500", 500, reason, new IOException());
        }
        return new Kept(feed, question.body());
    }

    /** An answer that repeats the question. */
    private final class Kept implements Answer {
        private final Feed feed;
        private final String text;

        Kept(Feed feed, String text) {
            this.feed = feed;
            this.text = text;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Document keep(String name) throws IOException {
            return put(feed, name, feed.url(), null);
        }

        @Override
        public Document keep(String name, String tag) throws IOException {
            return put(feed, name, feed.url(), tag);
        }

        @Override
        public void close() {
            told.add("close");
        }
    }

    @Override
    public void pause(Feed feed, Duration wait) {
        told.add("pause " + wait);
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public URI address(Feed feed) {
        return URI.create("https://configured.example/");
    }

    @Override
    public Optional<Snapshot> previous() {
        return Optional.of(previous);
    }

    @Override
    public Optional<Snapshot> unfinished() {
        return Optional.empty();
    }

    @Override
    public Document take(Snapshot from, Document document) {
        told.add("take " + document + " from " + from.name());
        return document;
    }

    @Override
    public Snapshot snapshot() {
        return made.snapshot();
    }

    @Override
    public Optional<String> anchor() {
        return Optional.of("anchor ");
    }

    @Override
    public void anchor(String anchor, Snapshot.Extent extent) {
        told.add(anchor + ' ' + extent);
    }

    @Override
    public SyncFilter filter() {
        return new SyncFilter(Set.of(), Set.of(), Set.of("en"));
    }

    @Override
    public void progress(String what, long done, long total) {
        told.add(what + ' ' + done + '/' + total);
    }

    @Override
    public void outdated(Feed feed, String reason) {
        told.add(feed.name() + ' ' + reason);
    }
}
