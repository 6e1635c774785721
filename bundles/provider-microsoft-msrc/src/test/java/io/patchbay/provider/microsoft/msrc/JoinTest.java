package io.patchbay.provider.microsoft.msrc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.catalog.Candidate;
import io.patchbay.catalog.CatalogView;
import io.patchbay.catalog.Entry;
import io.patchbay.catalog.Query;
import io.patchbay.catalog.sqlite.CatalogService;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.model.Advisory;
import io.patchbay.model.Advisory.Fix;
import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.Cve;
import io.patchbay.model.Description;
import io.patchbay.model.Release;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import io.patchbay.testkit.Samples;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of real advisories in the catalogue. The updates of which they speak are made for each KB number and product, with the title that
 * Microsoft gives them, because no real file of all of these months is at hand.
 */
class JoinTest {
    @TempDir
    private Path folder;

    /** Pairs of a KB number and what belongs to it. */
    private record Pair(String kb, String other) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair that) {
            int byKb = kb.compareTo(that.kb);
            return byKb != 0 ? byKb : other.compareTo(that.other);
        }
    }

    private final Map<UpdateId, Update> updates = new TreeMap<>();

    private void addUpdates(Fix fix) {
        if (!fix.kb().isEmpty()) {
            addUpdate(fix.kb(), fix.product());
            fix.supersededKbs().forEach(kb -> addUpdate(kb, fix.product()));
        }
    }

    private void addUpdate(String kb, String product) {
        String title = "Cumulative Update for " + titled(product) + " (KB" + kb + ")";
        Release release = Release.of(
                "Microsoft", List.of(), null, null, Architecture.ANY, List.of(), Classification.SECURITY_UPDATES, null);
        Update update = Update.builder(UpdateId.of("test", title), UpdateType.SOFTWARE)
                .release(release, "feed")
                .description(Description.english(title, "").withKbArticles(List.of(kb)), "feed")
                .build();
        updates.put(update.id(), update);
    }

    /** As titles have it: without service packs and what is in brackets, and newer servers by the name of their system. */
    private static String titled(String product) {
        return product.replaceAll("\\([^)]*\\)| Service Pack [0-9]+", "")
                .replace("Windows Server 2022", "Microsoft server operating system version 21H2 for x64-based Systems")
                .strip();
    }

    private CatalogService commit(Collection<Advisory> advisories) throws IOException, FeedException {
        advisories.forEach(advisory -> advisory.fixes().forEach(this::addUpdates));
        Path empty = Files.createDirectories(folder.resolve("snapshot"));
        Files.writeString(empty.resolve("feed"), "");
        Snapshot snapshot = SnapshotFolder.open(empty);
        CatalogService catalog = new CatalogService(folder.resolve("data"), Clock.systemUTC());
        try (Candidate candidate = catalog.begin("updates", snapshot, "1")) {
            for (Update update : updates.values()) {
                candidate.add(update);
            }
            candidate.commit();
        }
        try (Candidate candidate = catalog.begin("microsoft-msrc", snapshot, "1")) {
            for (Advisory advisory : advisories) {
                candidate.add(advisory);
            }
            candidate.commit();
        }
        return catalog;
    }

    private static Set<Pair> references(CatalogView view) {
        Set<Pair> pairs = new TreeSet<>();
        view.entries(Query.all(), entry -> {
            entry.cves().forEach(cve -> pairs.add(new Pair(kb(entry), cve)));
            entry.bulletins().forEach(bulletin -> pairs.add(new Pair(kb(entry), bulletin)));
        });
        return pairs;
    }

    private static Set<Pair> supersedence(CatalogView view) {
        Set<Pair> pairs = new TreeSet<>();
        view.entries(Query.all(), entry -> entry.supersedes()
                .forEach(id -> pairs.add(new Pair(kb(entry), kb(view.entry(id).orElseThrow())))));
        return pairs;
    }

    private static String kb(Entry entry) {
        return entry.kbArticles().get(0);
    }

    @Test
    void joinsAllOfDecember2020ThatHasAKbNumber() throws Exception {
        Optional<RealSamplesTest.Read> month =
                RealSamplesTest.read("2020-Dec.cvrf.json", Files.createDirectories(folder.resolve("month")));
        if (month.isEmpty()) {
            return;
        }
        Collection<Advisory> advisories = month.get().advisories.values();
        Set<Pair> expected = new TreeSet<>();
        for (Advisory advisory : advisories) {
            advisory.fixes().stream()
                    .filter(fix -> !fix.kb().isEmpty())
                    .forEach(fix -> expected.add(new Pair(fix.kb(), advisory.id())));
        }
        try (CatalogService catalog = commit(advisories)) {
            assertEquals(expected, references(catalog.view()));
            assertEquals(59, catalog.view().liveCounts().get("microsoft-msrc"));
            assertEquals(List.of(), catalog.view().conflicts());
        }
    }

    /** The table is derived from MSRC's months and the Update Catalogue by others. */
    @Test
    void reproducesTheTableOf2022() throws Exception {
        Optional<Path> table = Samples.feeds("microsoft/msrc/kb-cve-supersedence/kb-cve-2022.csv.gz");
        if (table.isEmpty()) {
            return;
        }
        Map<String, List<Fix>> fixes = new LinkedHashMap<>();
        Set<Pair> references = new TreeSet<>();
        Set<Pair> supersedence = new TreeSet<>();
        for (String[] row : rows(table.get())) {
            Fix fix = fix(row);
            fixes.computeIfAbsent(row[1], id -> new ArrayList<>()).add(fix);
            if (!fix.kb().isEmpty()) {
                references.add(new Pair(fix.kb(), row[1]));
                fix.supersededKbs().forEach(kb -> supersedence.add(new Pair(fix.kb(), kb)));
            }
        }
        List<Advisory> advisories = new ArrayList<>();
        fixes.forEach((id, all) -> advisories.add(advisory(id, all)));
        try (CatalogService catalog = commit(advisories)) {
            assertEquals(6_746, references.size());
            assertEquals(references, references(catalog.view()));
            assertEquals(223, supersedence.size());
            assertEquals(supersedence, supersedence(catalog.view()));
            assertEquals(List.of(), catalog.view().brokenLinks());
        }
    }

    private static List<String[]> rows(Path table) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(table)), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.substring(1, line.length() - 1).split("\",\"", -1))
                    .toList();
        }
    }

    private static Fix fix(String[] row) {
        String kb = Words.kb(row[2]);
        String kind = kb.isEmpty() ? row[2] : "";
        return new Fix(kb, row[4], "", kind, Words.severity(row[6]), row[7], null, Words.kbs(row[8]), null);
    }

    private static Advisory advisory(String id, List<Fix> fixes) {
        List<Cve> cves = Cve.isId(id) ? List.of(Cve.unrated(id, "", "MSRC")) : List.of();
        return new Advisory(id, "", cves, null, null, List.of(), fixes, List.of("feed"));
    }
}
