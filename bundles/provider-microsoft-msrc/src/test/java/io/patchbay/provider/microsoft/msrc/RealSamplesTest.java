package io.patchbay.provider.microsoft.msrc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.model.Advisory;
import io.patchbay.model.Advisory.Fix;
import io.patchbay.model.Cve;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Severity;
import io.patchbay.provider.microsoft.msrc.Remediation.Fact;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.testkit.Samples;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What MSRC really published; every number here was counted by other means too. */
class RealSamplesTest {
    @TempDir
    private Path folder;

    /** Everything in one month. */
    static final class Read implements MonthReader.Taker {
        private final List<Vulnerability> entries = new ArrayList<>();
        final Map<String, Advisory> advisories = new TreeMap<>();
        private final Map<String, String> products = new TreeMap<>();

        @Override
        public void take(Vulnerability entry, Map<String, String> names) {
            entries.add(entry);
            products.putAll(names);
            Advisory advisory = new CvrfAdvisory(entry, names, new Addresses()).read("month");
            advisories.put(advisory.id(), advisory);
        }

        Stream<Remediation> remediations() {
            return entries.stream().flatMap(entry -> entry.remediations().stream());
        }

        Stream<Fix> fixes() {
            return advisories.values().stream().flatMap(advisory -> advisory.fixes().stream());
        }
    }

    private Optional<Read> read(String sample) throws IOException, FeedException {
        return read(sample, folder);
    }

    /** What a real month says; the folder is for a copy. */
    static Optional<Read> read(String sample, Path folder) throws IOException, FeedException {
        Optional<Path> file = Samples.feeds("microsoft/msrc/cvrf/" + sample);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Path cvrf = Files.createDirectories(folder.resolve("cvrf"));
        Files.copy(file.get(), cvrf.resolve(sample));
        SnapshotFolder snapshot = SnapshotFolder.open(folder);
        Document document = snapshot.documents().get(0);
        Read read = new Read();
        MonthReader.read(snapshot, document, read);
        return Optional.of(read);
    }

    @Test
    void losesNothingOfDecember2020() throws Exception {
        Optional<Read> month = read("2020-Dec.cvrf.json");
        if (month.isEmpty()) {
            return;
        }
        Read read = month.get();
        assertEquals(59, read.advisories.size());
        assertEquals(147, read.products.size());
        assertEquals(385, read.remediations().count());
        List<Remediation> fixes = read.remediations()
                .filter(part -> part.kind().equals(CvrfAdvisory.VENDOR_FIX))
                .toList();
        assertEquals(252, fixes.size());
        assertEquals(
                198,
                fixes.stream()
                        .filter(part -> !part.text(Fact.SUPERCEDENCE).isEmpty())
                        .count());
        assertEquals(
                25,
                read.remediations()
                        .filter(part -> Words.kb(part.text(Fact.DESCRIPTION)).isEmpty())
                        .count());
    }

    @Test
    void readsWhatDecember2020Means() throws Exception {
        Optional<Read> month = read("2020-Dec.cvrf.json");
        if (month.isEmpty()) {
            return;
        }
        Read read = month.get();
        assertEquals(
                Set.of("Click to Run", "Release Notes"),
                new HashSet<>(read.fixes()
                        .filter(fix -> fix.kb().isEmpty())
                        .map(Fix::kind)
                        .toList()));
        assertTrue(read.fixes()
                .allMatch(fix -> fix.restart() != null && !fix.product().isEmpty()));
        assertTrue(read.fixes()
                .noneMatch(fix ->
                        fix.severity() == Severity.UNSPECIFIED || fix.impact().isEmpty()));
        assertEquals(
                new Fix(
                        "4592440",
                        "Windows Server 2019",
                        "",
                        "Security Update",
                        Severity.CRITICAL,
                        "Remote Code Execution",
                        Reboot.ALWAYS,
                        List.of("4586793"),
                        URI.create("https://catalog.update.microsoft.com/v7/site/Search.aspx?q=KB4592440")),
                fix(read.advisories.get("CVE-2020-17095"), "Windows Server 2019"));
    }

    private static Fix fix(Advisory advisory, String product) {
        return advisory.fixes().stream()
                .filter(fix -> fix.product().equals(product))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAdvisoryWithAWorkaroundHasNoFix() throws Exception {
        Optional<Read> month = read("2020-Dec.cvrf.json");
        if (month.isEmpty()) {
            return;
        }
        Advisory advisory = month.get().advisories.get("ADV200013");
        assertEquals(List.of(), advisory.cves());
        assertEquals(List.of(), advisory.fixes());
        assertEquals(
                List.of(URI.create("https://msrc.microsoft.com/update-guide/advisory/ADV200013")), advisory.links());
    }

    @Test
    void readsTheXmlOfApril2016() throws Exception {
        Optional<Read> month = read("2016-Apr.cvrf.xml");
        if (month.isEmpty()) {
            return;
        }
        Read read = month.get();
        Advisory advisory = read.advisories.get("CVE-2016-0088");
        assertEquals(1, read.advisories.size());
        assertEquals(124, read.products.size());
        assertEquals(7, read.remediations().count());
        assertEquals(6, advisory.fixes().size());
        assertEquals(LocalDate.of(2016, 4, 12), advisory.published());
        assertEquals(
                new Cve(
                        "CVE-2016-0088",
                        "Windows Hyper-V Remote Code Execution Vulnerability",
                        Severity.IMPORTANT,
                        "Important",
                        null,
                        null,
                        "MSRC",
                        false),
                advisory.cves().get(0));
        assertEquals(
                List.of("3140745"),
                fix(advisory, "Windows 10 for x64-based Systems").supersededKbs());
    }
}
