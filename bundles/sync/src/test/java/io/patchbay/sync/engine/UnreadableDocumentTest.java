package io.patchbay.sync.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.fetch.FetchRequest;
import io.patchbay.fetch.FetchResult;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Snapshot;
import io.patchbay.sync.Run.State;
import io.patchbay.sync.review.Thresholds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An upstream's page of an error, in place of a document that is called the same ever after, is not kept for ever. */
class UnreadableDocumentTest {
    private static final String LISTED = "as of Monday";

    @TempDir
    Path folder;

    private String upstream = "";
    private int asked;

    /** A client that takes over what a listing calls the same, and else asks. */
    private FetchResult fetch(FeedProvider provider, FetchRequest request) throws IOException, FeedException {
        String name = LineProvider.LIST.name();
        SnapshotFolder before = request.previous();
        Optional<Document> known = before == null ? Optional.empty() : before.document(name);
        try (SnapshotFolder.Writer writer = SnapshotFolder.create(request.target())) {
            if (before != null && known.isPresent() && LISTED.equals(known.get().tag())) {
                writer.take(before, known.get());
            } else {
                asked++;
                Document origin = SnapshotFolder.origin(name, name, null, null, 200, null, null, LISTED);
                writer.put(origin, new ByteArrayInputStream(upstream.getBytes(UTF_8)));
            }
            return new FetchResult(writer.finish(Snapshot.Extent.FULL, Optional.empty()), true);
        }
    }

    @Test
    void isAskedForAgain() throws Exception {
        Clock clock = Clock.systemUTC();
        SnapshotSource source = new FetchedSource(this::fetch, folder.resolve("snapshots"), clock);
        try (Desk desk = new Desk(folder, source, Thresholds.DEFAULT, Desk.BY_HAND, clock)) {
            desk.plug(new LineProvider("example"));
            upstream = "break";
            assertEquals(State.FAILED, desk.run("example").state());
            upstream = "A 1.0";
            assertEquals(State.CHANGED, desk.run("example").state());
            assertEquals(State.UNCHANGED, desk.run("example").state());
        }
        assertEquals(2, asked);
    }

    /** What is only tried out is of a snapshot that no fetch took. */
    @Test
    void isNamedWhereItIsOnlyTriedOut() throws Exception {
        Clock clock = Clock.systemUTC();
        SnapshotSource source = new FetchedSource(this::fetch, folder.resolve("snapshots"), clock);
        try (Desk desk = new Desk(folder, source, Thresholds.DEFAULT, Desk.BY_HAND, clock)) {
            desk.recordLines("example", "1", "break");
            FeedException failure =
                    assertThrows(FeedException.class, () -> desk.examine(new LineProvider("example"), "1"));
            assertEquals("list.txt", failure.feed());
        }
    }
}
