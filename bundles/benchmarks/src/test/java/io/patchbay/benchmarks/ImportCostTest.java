package io.patchbay.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.cabinet.CabinetLimits;
import io.patchbay.cabinet.CabinetReader;
import io.patchbay.cabinet.Member;
import io.patchbay.catalog.CatalogView;
import io.patchbay.catalog.ChangeCounts;
import io.patchbay.catalog.Entry;
import io.patchbay.catalog.Query;
import io.patchbay.catalog.sqlite.CatalogService;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.provider.microsoft.scan.ScanProbe;
import io.patchbay.provider.microsoft.scan.ScanProbe.Work;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What it costs to import a file, then one in which 1 % of the updates changed, and then that one again: exactly, in what is read and
 * written; and in processor time next to bare libraries and tools, with half as much again as the bars allow.
 */
class ImportCostTest {
    private static final double SLACK = 1.5;

    @TempDir
    static Path folder;

    private static Counts full;
    private static Counts next;
    private static SnapshotFolder before;
    private static SnapshotFolder after;

    @BeforeAll
    static void generate() throws Exception {
        Options options = new Options(0.02, 42, 0, Options.Cabinets.LZX, false, true, folder.resolve("full"));
        Options changed = new Options(0.02, 42, 0.01, Options.Cabinets.LZX, false, true, folder.resolve("next"));
        full = Generator.generate(options, line -> {});
        next = Generator.generate(changed, line -> {});
        before = SnapshotFolder.open(Generator.snapshot(options.out()));
        after = SnapshotFolder.open(Generator.snapshot(changed.out()));
    }

    /** What it takes to read a snapshot, and what is noted of it. */
    private static Work read(Snapshot snapshot, ByteArrayOutputStream notes) throws Exception {
        return ScanProbe.read(snapshot, new UpdateSink() {
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
                notes.writeBytes(bytes);
            }
        });
    }

    private static Work read(Snapshot snapshot) throws Exception {
        return read(snapshot, new ByteArrayOutputStream());
    }

    /** One after another that was read. */
    private static Snapshot after(SnapshotFolder snapshot, Snapshot previous) throws Exception {
        ByteArrayOutputStream notes = new ByteArrayOutputStream();
        read(previous, notes);
        return snapshot.after(previous, Optional.of(ByteBuffer.wrap(notes.toByteArray())));
    }

    @Test
    void aFullImportReadsEverythingOnce() throws Exception {
        Work everything = new Work((int) full.get("shards"), full.get("expanded.bytes"), (int) full.get("fragments"));
        assertEquals(everything, read(before));
    }

    /** All that changed is at the end of the file, in its last shard. */
    @Test
    void onePercentChangedReadsTheChangedShardAndParsesWhatChangedInIt() throws Exception {
        String shard = "loose/package" + (1 + next.get("shards")) + ".cab";
        Path now = folder.resolve("next").resolve(shard);
        Path then = folder.resolve("full").resolve(shard);
        long bytes = Import.decode(Files.newInputStream(now));
        assertEquals(new Work(1, bytes, changedFragments(now, then)), read(after(after, before)));
    }

    /** How many fragments the revisions have of which any fragment is not as it was. */
    private static int changedFragments(Path now, Path then) throws IOException {
        Map<String, List<String>> before = fragments(then);
        int count = 0;
        for (Map.Entry<String, List<String>> revision : fragments(now).entrySet()) {
            boolean same = revision.getValue().equals(before.get(revision.getKey()));
            count += same ? 0 : revision.getValue().size();
        }
        return count;
    }

    /** The names and contents of the fragments of each revision. */
    private static Map<String, List<String>> fragments(Path shard) throws IOException {
        Map<String, List<String>> fragments = new HashMap<>();
        try (CabinetReader cabinet = new CabinetReader(Files.newInputStream(shard), CabinetLimits.DEFAULT)) {
            for (Member member = cabinet.next(); member != null; member = cabinet.next()) {
                String revision = member.name().substring(member.name().lastIndexOf('\\') + 1);
                String content = Arrays.hashCode(cabinet.content().readAllBytes()) + " " + member.name();
                fragments.computeIfAbsent(revision, key -> new ArrayList<>()).add(content);
            }
        }
        return fragments;
    }

    @Test
    void theSameAgainReadsNothing() throws Exception {
        SnapshotFolder again = SnapshotFolder.open(Generator.snapshot(folder.resolve("next")));
        assertEquals(new Work(0, 0, 0), read(after(again, after)));
    }

    @Test
    void eachChangeIsARowAndTheSameAgainIsNone(@TempDir Path data) throws Exception {
        try (CatalogService catalog = new CatalogService(data, Clock.systemUTC());
                CatalogRows rows = new CatalogRows(data)) {
            long updates = full.get("updates");
            Import.commit(catalog, before);
            assertEquals(List.of(updates, updates, updates, 1L), rows.count());

            CatalogView first = catalog.view();
            ChangeCounts changes = Import.commit(catalog, Import.after(catalog, before.path(), after.path()))
                    .orElseThrow()
                    .changes();
            long added = next.get("updates") - updates;
            long superseded = next.get("superseded") - full.get("superseded") + unwantedParts(first, catalog.view());
            long unchanged = updates - next.get("changed") - superseded;
            assertEquals(
                    new ChangeCounts((int) added, (int) next.get("changed"), (int) superseded, 0, 0, (int) unchanged),
                    changes);
            long revisions = added + next.get("changed");
            assertEquals(
                    List.of(updates + added, updates + revisions, updates + revisions + superseded, 2L), rows.count());

            long version = rows.version();
            assertEquals(Optional.empty(), Import.commit(catalog, Import.after(catalog, after.path(), after.path())));
            assertEquals(version, rows.version());
        }
    }

    /** How many parts are no longer current because none of their bundles is. */
    private static long unwantedParts(CatalogView before, CatalogView after) {
        AtomicLong parts = new AtomicLong();
        before.entries(Query.builder().current(true).part(true).build(), was -> {
            Entry now = after.entry(was.id()).orElseThrow();
            boolean isUnwanted = !now.current() && !now.superseded() && now.revision() == was.revision();
            parts.addAndGet(isUnwanted ? 1 : 0);
        });
        return parts.get();
    }

    @Test
    void readingPackageXmlTakesLittleMoreThanABareLoop() throws Exception {
        Path cabinet = folder.resolve("full/loose/package.cab");
        double ours = Cpu.best(5, () -> repeat(20, () -> ScanProbe.readPackage(before)));
        double peer = Cpu.best(5, () -> repeat(20, () -> Import.woodstox(cabinet)));
        assertRatio(1.6, ours / peer);
    }

    @Test
    void decodingLzxTakesLittleMoreThanInflatingTheSameBytes() throws Exception {
        Path shard = folder.resolve("full/loose/package3.cab");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Import.decode(Files.newInputStream(shard), out);
        byte[] deflated = BareLibraries.deflate(out.toByteArray());
        double ours = Cpu.best(5, () -> repeat(3, () -> Import.decode(Files.newInputStream(shard))));
        double peer = Cpu.best(5, () -> repeat(3, () -> BareLibraries.inflate(deflated)));
        assertRatio(1.5, ours / peer);
    }

    private static int repeat(int times, Callable<?> work) throws Exception {
        for (int i = 0; i < times; i++) {
            work.call();
        }
        return times;
    }

    @Test
    void anImportThatIsNotStoredTakesLittleMoreThanCabextract() throws Exception {
        Optional<Double> peer = cabextract();
        if (peer.isPresent()) {
            double ours = Cpu.best(20, () -> Import.parse(before)) / 1e9;
            assertRatio(1.5, ours / peer.get());
        }
    }

    /** Seconds that cabextract takes for the same cabinets; empty, and said so, if it is not installed. */
    private static Optional<Double> cabextract() throws IOException, InterruptedException {
        String script =
                "command -v cabextract > /dev/null || exit 9; for f in *.cab; do cabextract -q -p $f > /dev/null; done; times";
        Process shell = new ProcessBuilder("bash", "-c", script)
                .directory(folder.resolve("full/loose").toFile())
                .start();
        String times = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (shell.waitFor() == 9) {
            System.out.println("left out, because it is not installed: cabextract");
            return Optional.empty();
        }
        // The second line is of the children: user and system, such as 0m1.234s 0m0.056s.
        String[] words = times.lines().skip(1).findFirst().orElseThrow().split("[ ms]+");
        return Optional.of(
                60 * Double.parseDouble(words[0]) + Double.parseDouble(words[1]) + Double.parseDouble(words[3]));
    }

    private static void assertRatio(double bar, double ratio) {
        assertTrue(ratio <= bar * SLACK, () -> ratio + " times the processor time, and the bar is " + bar);
    }
}
