package io.patchbay.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.model.Advisory;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.provider.putty.PuttyProvider;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedException.Code;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vendor.probe.ProbeActivator;

/** A provider in a process of its own does what it does in this one. */
class IsolatedProviderTest {
    private static final Path RECORDED = Path.of(System.getProperty("patchbay.root"), "vendor-feeds", "putty");

    @TempDir
    Path work;

    private FeedProvider isolated(Path bundle) throws Exception {
        Path folder = work.resolve("child");
        List<IsolatedProvider> providers = IsolatedProvider.of(
                () -> Child.start(TestCommand.withHeap(64), "vendor 1.0.0", bundle, List.of(), folder));
        assertEquals(1, providers.size());
        return providers.get(0);
    }

    private FeedProvider putty() throws Exception {
        return isolated(TestCommand.jar("provider-putty"));
    }

    private FeedProvider probe() throws Exception {
        return isolated(TestJar.write(work.resolve("probe.jar"), ProbeActivator.class, Map.of()));
    }

    private SnapshotFolder publish(String name, String content) throws Exception {
        Path folder = Files.createDirectories(work.resolve(name));
        Files.writeString(folder.resolve(ProbeActivator.FEED.name()), content);
        return SnapshotFolder.open(folder);
    }

    /** What a provider says of a snapshot, in its order. */
    private static List<Object> said(FeedProvider provider, Snapshot snapshot) throws IOException, FeedException {
        List<Object> said = new ArrayList<>();
        provider.parse(snapshot, new UpdateSink() {
            @Override
            public void accept(Update update) {
                said.add(update);
            }

            @Override
            public void accept(Advisory advisory) {
                said.add(advisory);
            }

            @Override
            public void unchanged(UpdateId id) {
                said.add(id);
            }
        });
        return said;
    }

    /** What a provider notes of a snapshot. */
    private static String noted(FeedProvider provider, Snapshot snapshot) throws IOException, FeedException {
        StringBuilder noted = new StringBuilder();
        provider.parse(snapshot, new UpdateSink() {
            @Override
            public void accept(Update update) {}

            @Override
            public void unchanged(UpdateId id) {}

            @Override
            public boolean keepsNotes() {
                return true;
            }

            @Override
            public void note(byte[] bytes) {
                noted.append(new String(bytes, StandardCharsets.UTF_8));
            }
        });
        return noted.toString();
    }

    private List<String> fetched(FeedProvider provider, String name) throws Exception {
        ScriptedFetcher fetcher = new ScriptedFetcher(publish("before", "old"), work.resolve(name));
        provider.fetch(fetcher);
        return fetcher.told;
    }

    @Test
    void describesItself() throws Exception {
        FeedProvider here = new PuttyProvider();
        FeedProvider there = putty();
        assertEquals(here.info(), there.info());
        assertEquals(here.feeds(), there.feeds());
    }

    @Test
    void readsASnapshot() throws Exception {
        SnapshotFolder snapshot = SnapshotFolder.open(RECORDED.resolve("2025-02-08-release-0.83"));
        List<Object> expected = said(new PuttyProvider(), snapshot);
        assertFalse(expected.isEmpty());
        assertEquals(expected, said(putty(), snapshot));
    }

    @Test
    void refusesASnapshotInTheSameWords() throws Exception {
        SnapshotFolder snapshot = SnapshotFolder.open(RECORDED.resolve("2026-06-03-empty-page"));
        FeedException here = assertThrows(FeedException.class, () -> said(new PuttyProvider(), snapshot));
        FeedException there = assertThrows(FeedException.class, () -> said(putty(), snapshot));
        assertEquals(here.getMessage(), there.getMessage());
        assertEquals(here.code(), there.code());
    }

    @Test
    void tellsWhatDidNotChange() throws Exception {
        SnapshotFolder snapshot = publish("new", "new").after(publish("old", "old"));
        assertEquals(List.of(UpdateId.of("probe", "old")), said(probe(), snapshot));
        assertEquals(said(new ProbeActivator(), snapshot), said(probe(), snapshot));
    }

    @Test
    void hasWhatItNoted() throws Exception {
        ByteBuffer notes = StandardCharsets.UTF_8.encode("noted before");
        SnapshotFolder snapshot = publish("new", "now").after(publish("old", "old"), Optional.of(notes));
        assertEquals("noted before, now", noted(probe(), snapshot));
        assertEquals("noted before, now", noted(new ProbeActivator(), snapshot));
        assertEquals("now", noted(probe(), publish("new", "now").after(publish("old", "old"))));
    }

    @Test
    void handsOverAdvisoriesAndFailures() throws Exception {
        assertEquals(said(new ProbeActivator(), publish("one", "one")), said(probe(), publish("one", "one")));
        SnapshotFolder broken = publish("two", "broken");
        FeedException failure = assertThrows(FeedException.class, () -> said(probe(), broken));
        assertEquals("list at line 1: expected more", failure.getMessage());
        assertEquals(Code.TRUNCATED, failure.code());
        assertEquals("line 1", failure.place());
    }

    @Test
    void directsTheFetcherInTheSameWay() throws Exception {
        List<String> here = fetched(new ProbeActivator(), "here");
        List<String> there = fetched(probe(), "there");
        assertEquals(here, there);
        assertTrue(there.contains("refused with 500 500 no licence 0/0"), there.toString());
    }

    @Test
    void leavesNothing() throws Exception {
        said(probe(), publish("one", "one"));
        assertFalse(Files.exists(work.resolve("child")));
        assertEquals(
                0,
                ProcessHandle.current()
                        .children()
                        .filter(ProcessHandle::isAlive)
                        .count());
    }
}
