package io.patchbay.provider.microsoft.msrc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.model.Advisory;
import io.patchbay.model.Advisory.Fix;
import io.patchbay.model.Severity;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.testkit.HostileDocuments;
import io.patchbay.testkit.RecordedFetcher;
import io.patchbay.testkit.RecordedSnapshot;
import io.patchbay.testkit.Samples;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsafTest {
    private static final String EDGE = "csaf-advisories/2025/msrc_cve-2025-29795.json";

    @TempDir
    private Path folder;

    private RecordedSnapshot recorded;

    @BeforeEach
    void open() throws Exception {
        recorded = Recorded.open("microsoft-msrc-csaf/2025-04-18-in-both-trees");
    }

    @Test
    void aDocumentIsKnownByTheDateOfItsRevision() throws Exception {
        RecordedFetcher fetcher = new RecordedFetcher(recorded, folder.resolve("made"));
        new CsafProvider("").fetch(fetcher);
        Document edge = fetcher.snapshot().document(EDGE).orElseThrow();
        assertEquals(Listed.tag("2025-03-21T07:00:00.000Z", fetcher.now()), edge.tag());
        assertEquals(
                URI.create("https://msrc.microsoft.com/csaf/advisories/2025/msrc_cve-2025-29795.json"), edge.url());
    }

    @Test
    void asksForWhatIsNewEnough() throws Exception {
        CsafProvider provider = new CsafProvider("2025-03-12");
        RecordedFetcher fetcher = new RecordedFetcher(recorded, folder.resolve("made"));
        provider.fetch(fetcher);
        assertEquals(
                Set.of("CVE-2025-25186", "CVE-2025-29795"),
                Recorded.advisories(provider, fetcher.snapshot()).keySet());
    }

    @Test
    void findingNothingIsAFailure() {
        FeedException e =
                assertThrows(FeedException.class, () -> Recorded.advisories(new CsafProvider("2025-05-01"), recorded));
        assertEquals("csaf-advisories-changes.csv: expected documents, found none since 2025-05-01", e.getMessage());
    }

    @Test
    void noticesAListThatWasCutAfterALine() throws Exception {
        RecordedSnapshot two = Recorded.open("microsoft-msrc-csaf/2025-04-17-windows");
        String list = "csaf-advisories-changes.csv";
        int end = new String(two.bytes(list), StandardCharsets.US_ASCII).indexOf('\n') + 1;
        FeedException e =
                assertThrows(FeedException.class, () -> Recorded.advisories(new CsafProvider(""), two.cut(list, end)));
        assertEquals(FeedException.Code.TRUNCATED, e.code());
    }

    @Test
    void asksOnceForADocumentThatIsListedTwice() throws Exception {
        String list = "csaf-advisories-changes.csv";
        String text = new String(recorded.bytes(list), StandardCharsets.US_ASCII);
        RecordedSnapshot twice = recorded.with(list, (text.strip() + "\n" + text).getBytes(StandardCharsets.US_ASCII));
        RecordedFetcher fetcher = new RecordedFetcher(twice, folder.resolve("made"));
        new CsafProvider("").fetch(fetcher);
        assertEquals(
                Recorded.advisories(new CsafProvider(""), recorded),
                Recorded.advisories(new CsafProvider(""), fetcher.snapshot()));
    }

    @Test
    void aScoreOfCvss2IsSteppedOver() throws Exception {
        RecordedSnapshot older = recorded.replacing(EDGE, "\"cvss_v3\"", "\"cvss_v2\"");
        Advisory advisory = Recorded.advisories(new CsafProvider(""), older).get("CVE-2025-29795");
        assertNull(advisory.cves().get(0).score());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "csaf-vex-changes.csv|2025/|2025/../|csaf-vex-changes.csv at line 1: expected a path and a date",
                "csaf-vex-changes.csv|2025/|2025/.|csaf-vex-changes.csv at line 1: expected a path and a date",
                "csaf-vex-changes.csv|msrc_|a:b|csaf-vex-changes.csv at line 1: expected a path and a date",
                "csaf-vex-changes.csv|.json|.zip|csaf-vex-changes.csv at line 1: expected a path and a date",
                "csaf-vex-changes.csv|04-16T00|04|csaf-vex-changes.csv at line 1: expected a path and a date",
                "csaf-vex-changes.csv|,|;|csaf-vex-changes.csv at line 1: expected a path and a date",
                "csaf-vex-changes.csv|25186|25187|csaf-vex-changes.csv at 2025/msrc_cve-2025-25187.json: csaf-vex/2025",
                EDGE + "|\"document\"|\"dokument\"|" + EDGE + ": expected a field \"document\"",
                EDGE + "|\"product_tree\"|\"tree\"|" + EDGE + ": expected a field \"product_tree\"",
                EDGE + "|\"product_id\": \"1\"|\"id\": \"1\"|" + EDGE
                        + " at /product_tree/branches/0/branches/0/product: expected a field \"product_id\"",
                EDGE + "|\"baseScore\"|\"score\"|" + EDGE + " at /vulnerabilities/0/scores/0/cvss_v3",
                EDGE + "|\"cve\": \"|\"cve\": \"x|" + EDGE + ": not an advisory: not a CVE id: xCVE-2025-29795",
                EDGE + "|2025-03-11T|March 11T|" + EDGE + ": not an advisory",
                EDGE + "|\"details\": \"1.3|\"detail\": \"1.3|" + EDGE + " at /vulnerabilities/0/remediations/1"
            })
    void namesThePlaceOfWhatIsWrong(String document, String from, String to, String message) throws Exception {
        RecordedSnapshot wrong = recorded.replacing(document, from, to);
        FeedException e = assertThrows(FeedException.class, () -> Recorded.advisories(new CsafProvider(""), wrong));
        assertTrue(e.getMessage().startsWith(message), e.getMessage());
    }

    @Test
    void namesAnyDocumentThatIsHostile() throws Exception {
        HostileDocuments.replay(new CsafProvider(""), recorded, EDGE, "json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "1.3.195.45:Security Update:https://example.com/|1.3.195.45|Security Update|https://example.com/",
                "Security Update:https://example.com/a:b|''|Security Update|https://example.com/a:b",
                "3.3.5-2:Security Update|3.3.5-2|Security Update|''",
                "https://example.com/|''|''|https://example.com/",
                "5025288:http://example.com/?u=https://a/|5025288|''|http://example.com/?u=https://a/",
                "Install it:or not:at all|''|''|''"
            })
    void readsTheDetailsOfARemediation(String details, String version, String kind, String address) {
        assertEquals(new CsafDetails(version, kind, address), CsafDetails.parse(details));
    }

    private Optional<Advisory> real(String sample) throws Exception {
        Optional<Path> file = Samples.feeds("microsoft/msrc/csaf/" + sample);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Path copy = Files.createDirectories(folder.resolve("csaf")).resolve(sample);
        Files.copy(file.get(), copy);
        SnapshotFolder snapshot = SnapshotFolder.open(folder);
        return Optional.of(CsafAdvisory.read(snapshot, snapshot.documents()));
    }

    @Test
    void readsARealAdvisory() throws Exception {
        Optional<Advisory> advisory = real("msrc_cve-2025-29795.json");
        if (advisory.isEmpty()) {
            return;
        }
        assertEquals("CVE-2025-29795", advisory.get().id());
        assertEquals(LocalDate.of(2025, 3, 21), advisory.get().revised());
        assertEquals(7.8, advisory.get().cves().get(0).score());
        assertEquals(
                List.of(new Fix(
                        "",
                        "Microsoft Edge Update Setup",
                        "1.3.195.45",
                        "Security Update",
                        Severity.IMPORTANT,
                        "Elevation of Privilege",
                        null,
                        List.of(),
                        URI.create("https://docs.microsoft.com/en-us/DeployEdge/microsoft-edge-relnotes-security"))),
                advisory.get().fixes());
    }

    @Test
    void readsARealVexDocument() throws Exception {
        Optional<Advisory> advisory = real("vex-msrc_cve-2025-25186.json");
        if (advisory.isEmpty()) {
            return;
        }
        assertEquals("CVE-2025-25186", advisory.get().id());
        assertNull(advisory.get().cves().get(0).vendorSeverity());
        Fix fix = advisory.get().fixes().get(0);
        assertEquals(1, advisory.get().fixes().size());
        assertEquals("ruby as a component of Azure Linux 3.0", fix.product());
        assertEquals("3.3.5-2", fix.fixedVersion());
    }
}
