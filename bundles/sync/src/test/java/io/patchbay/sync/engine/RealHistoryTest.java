package io.patchbay.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.catalog.Entry;
import io.patchbay.catalog.Query;
import io.patchbay.feeds.Text;
import io.patchbay.feeds.trust.Policy;
import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.ContentFile;
import io.patchbay.model.ContentFile.Patching;
import io.patchbay.model.Description;
import io.patchbay.model.Digest;
import io.patchbay.model.Digest.Algorithm;
import io.patchbay.model.Line;
import io.patchbay.model.Product;
import io.patchbay.model.Release;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import io.patchbay.sync.Held;
import io.patchbay.sync.Run;
import io.patchbay.sync.Run.State;
import io.patchbay.testkit.Samples;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How nine products really changed from 2019 to 2023, 696 recorded states of version, address and digest, each replayed as a feed through the
 * engine. Of all, 3 are held, and each for a reason that an operator wants to know; none of the others is published wrongly.
 */
class RealHistoryTest {
    @TempDir
    Path folder;

    /** The hosts on which a vendor's files really were in these years. */
    private static final Map<String, Set<String>> HOSTS = Map.of(
            "7zip", Set.of("7-zip.org", "www.7-zip.org"),
            "firefox", Set.of("download.mozilla.org", "archive.mozilla.org", "download-installer.cdn.mozilla.net"),
            "firefox-esr", Set.of("download.mozilla.org", "archive.mozilla.org", "download-installer.cdn.mozilla.net"),
            "thunderbird", Set.of("download.mozilla.org", "archive.mozilla.org"),
            "googlechrome", Set.of("dl.google.com"),
            "notepadplusplus", Set.of("notepad-plus-plus.org", "download.notepad-plus-plus.org", "github.com"),
            "oraclejdk", Set.of("download.oracle.com"),
            "putty", Set.of("the.earth.li"),
            "vlc", Set.of("download.videolan.org"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7zip            | SEVEN_ZIP         | ''",
                "firefox-esr     | MOZILLA           | ''",
                // 97.0.2 was listed after 98.0 had been for some hours.
                "firefox         | MOZILLA           | 97.0.2 VERSION_BACKWARDS",
                "googlechrome    | FOUR_NUMBERS      | ''",
                "notepadplusplus | NOTEPAD_PLUS_PLUS | ''",
                // Two releases that Oracle built anew.
                "oraclejdk       | JDK               | 14+36 CONTENT_CHANGED_SAME_VERSION, 15.0.2+7 CONTENT_CHANGED_SAME_VERSION",
                "putty           | PUTTY             | ''",
                "thunderbird     | MOZILLA           | ''",
                "vlc             | VLC               | ''"
            })
    void holdsOnlyWhatIsOdd(String product, VersionScheme scheme, String expected) throws Exception {
        Optional<Path> history = Samples.badInput("real-history/" + product + ".tsv");
        if (history.isEmpty()) {
            return;
        }
        try (Desk desk = new Desk(folder)) {
            desk.plug(new States(product, scheme), policy(product), "1.0.0");
            List<String> held = new ArrayList<>();
            List<String> rows = Files.readAllLines(history.get());
            for (int i = 1; i < rows.size(); i++) {
                desk.record(product, String.format("%04d", i), "state.tsv", rows.get(i));
                replay(desk, product, new Recorded(rows.get(i)), held);
            }
            assertEquals(expected, String.join(", ", held));
        }
    }

    /** Oracle and Notepad++ gave files by plain http once, and the latter only the SHA-1 that was kept of one. */
    private static Policy policy(String product) {
        return new Policy(HOSTS.get(product), Set.of("exe"), true, true, Optional.empty());
    }

    private static void replay(Desk desk, String product, Recorded state, List<String> held) throws Exception {
        Optional<Entry> before = current(desk, state.channel(product));
        Run run = desk.run(product);
        List<Held> now = desk.sync.held();
        if (!now.isEmpty()) {
            String found = state.version() + ' ' + now.get(0).codes();
            if (!held.contains(found)) {
                held.add(found);
            }
            assertEquals(State.HELD, run.state());
            assertEquals(
                    before.map(Entry::version),
                    current(desk, state.channel(product)).map(Entry::version));
            return;
        }
        Entry after = current(desk, state.channel(product)).orElseThrow();
        assertEquals(state.version(), after.version(), run.reason());
        before.filter(entry -> !entry.id().equals(after.id())).ifPresent(old -> assertReplaced(desk, old, after));
    }

    /** Whatever was current before is superseded by what is now, or withdrawn if the vendor went back. */
    private static void assertReplaced(Desk desk, Entry before, Entry after) {
        Entry now = desk.catalog.view().entry(before.id()).orElseThrow();
        boolean superseded = now.supersededBy().contains(after.id());
        assertTrue(superseded || now.state() == Entry.State.WITHDRAWN, before.version() + ", now " + after.version());
    }

    private static Optional<Entry> current(Desk desk, String channel) {
        return desk.catalog.view().lines(Query.all()).stream()
                .filter(line -> line.line().channel().equals(channel))
                .flatMap(line -> Optional.ofNullable(line.current()).stream())
                .findFirst();
    }

    /** A state: time, version, address and digest. */
    private record Recorded(String version, String url, String digest) {
        Recorded(String row) {
            this(row.split("\t")[1].replace('-', '+'), row.split("\t")[2], row.split("\t")[3]);
        }

        /** Each major version of the JDK is a line of its own. */
        String channel(String product) {
            return product.equals("oraclejdk") ? version.split("[.+]")[0] : "release";
        }

        Digest digest(String source) {
            String hex = digest.substring(digest.indexOf(':') + 1);
            Algorithm algorithm = Stream.of(Algorithm.values())
                    .filter(one -> 2 * one.length() == hex.length())
                    .findFirst()
                    .orElseThrow();
            return new Digest(algorithm, hex, source);
        }
    }

    /** A vendor whose feed is one state: the release that is current, its file and its digest. */
    private record States(String product, VersionScheme scheme) implements FeedProvider {
        private static final Feed STATE = Feed.text("state.tsv", "https://vendor.example/state.tsv");

        @Override
        public ProviderInfo info() {
            return ProviderInfo.of(product, "Vendor", List.of(Product.named(product, "Vendor")), "vendor.example");
        }

        @Override
        public List<Feed> feeds() {
            return List.of(STATE);
        }

        @Override
        public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
            Recorded state = new Recorded(Text.read(snapshot, STATE));
            Release release = Release.of(
                    "Vendor",
                    List.of(Product.named(product, "Vendor")),
                    Version.of(scheme, state.version()),
                    new Line(product, state.channel(product), Architecture.X64, "", "exe"),
                    Architecture.X64,
                    List.of(),
                    Classification.UPDATES,
                    null);
            ContentFile file = new ContentFile(
                    "setup.exe",
                    -1,
                    List.of(state.digest(STATE.name())),
                    List.of(URI.create(state.url())),
                    null,
                    Patching.SELF_CONTAINED);
            sink.accept(Update.builder(UpdateId.of(product, state.version()), UpdateType.SOFTWARE)
                    .release(release, STATE.name())
                    .description(Description.english(product + ' ' + state.version(), ""), STATE.name())
                    .files(List.of(file), STATE.name())
                    .build());
        }
    }
}
