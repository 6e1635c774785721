package io.patchbay.provider.microsoft.wsus;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.cabinet.LzxCabinets;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.fetch.FetchProgress;
import io.patchbay.fetch.FetchRequest;
import io.patchbay.fetch.FetchResult;
import io.patchbay.fetch.http.LoopbackClient;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.SyncFilter;
import io.patchbay.testkit.RecordedRequest;
import io.patchbay.testkit.wsus.FakeWsus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server on loopback with some categories and updates, the engine's client, and what was synced last. */
abstract class SyncingTest {
    /** The feeds of a sync. */
    static final List<Feed> SYNC =
            List.of(MicrosoftWsusProvider.REVISIONS, MicrosoftWsusProvider.CATEGORIES, MicrosoftWsusProvider.UPDATES);

    static final int CATEGORIES = UpdateXml.categories().length;

    @TempDir
    Path folder;

    FakeWsus server;
    LoopbackClient client;

    @Nullable
    SnapshotFolder last;

    SyncFilter filter = SyncFilter.EVERYTHING;
    FetchProgress progress = FetchProgress.NONE;

    /** What was told to be outdated since the test began: the reason by the feed. */
    final Map<String, String> outdated = new TreeMap<>();

    private int snapshots;
    private int earlier;

    @BeforeEach
    void start() throws IOException {
        server = FakeWsus.start(() -> client.clock().instant());
        server.compressWith(() -> LzxCabinets.writer(21));
        server.add(UpdateXml.categories());
        client = client(server, folder);
    }

    /** A client of all but the export. */
    static LoopbackClient client(FakeWsus server, Path folder) {
        return new LoopbackClient(new MicrosoftWsusProvider(), SYNC, server.upstream(), folder);
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
    }

    /** Syncs as the engine does, and remembers the snapshot as if it were committed. */
    FetchResult sync() throws IOException, FeedException {
        FetchResult result = client.fetchWith(request());
        last = result.snapshot();
        return result;
    }

    private FetchRequest request() {
        Optional<String> anchor = Optional.ofNullable(last).flatMap(Snapshot::anchor);
        Path target = folder.resolve("snapshot" + ++snapshots);
        return new FetchRequest(target, last, folder.resolve(".unfinished"), anchor, filter, new Told());
    }

    private final class Told implements FetchProgress {
        @Override
        public void progress(String what, long done, long total) {
            progress.progress(what, done, total);
        }

        @Override
        public void outdated(String feed, String reason) {
            outdated.put(feed, reason);
        }
    }

    /** Counts anew. */
    void reset() {
        server.reset();
        earlier = server.upstream().requests().size();
    }

    int requests(Operation operation) {
        return server.requests(operation.title());
    }

    void refuse(Operation operation, String... codes) {
        server.refuse(operation.title(), codes);
    }

    /** The filters of the lists that a server was asked for since the last reset. */
    List<String> filters(FakeWsus asked) {
        return asked.upstream().requests().stream()
                .skip(asked.equals(server) ? earlier : 0)
                .map(RecordedRequest::body)
                .filter(body -> body.contains("<filter>"))
                .map(body -> body.replaceAll(".*<filter>|</filter>.*", ""))
                .toList();
    }

    String failure() {
        IOException failure = assertThrows(IOException.class, this::sync);
        return String.valueOf(failure.getMessage());
    }

    void assertFailure(String part) {
        String message = failure();
        assertTrue(message.contains(part), message);
    }

    /** The upstream was reached, and said something there is no going on from. */
    void assertRefused(String part) {
        String message =
                String.valueOf(assertThrows(FeedException.class, this::sync).getMessage());
        assertTrue(message.contains(part), message);
    }

    /** The updates of the last snapshot. */
    Map<UpdateId, Update> updates() throws IOException, FeedException {
        return updates(last);
    }

    static Map<UpdateId, Update> updates(@Nullable Snapshot snapshot) throws IOException, FeedException {
        List<Update> updates = new ArrayList<>();
        new MicrosoftWsusProvider().parse(Objects.requireNonNull(snapshot), updates::add);
        Map<UpdateId, Update> byId = new TreeMap<>();
        updates.forEach(update -> byId.put(update.id(), update));
        return byId;
    }

    /** The titles of the updates whose ids tell their numbers. */
    List<String> titles() throws IOException, FeedException {
        return updates().values().stream()
                .filter(update -> update.id().toString().endsWith("-0000-4000-8000-000000000000"))
                .map(update -> update.description().title())
                .toList();
    }
}
