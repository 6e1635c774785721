package io.patchbay.provider.oracle.java;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.model.Cve;
import io.patchbay.model.Rollout;
import io.patchbay.model.Severity;
import io.patchbay.model.Update;
import io.patchbay.spi.FeedException;
import io.patchbay.testkit.RecordedCases;
import io.patchbay.testkit.RecordedFetcher;
import io.patchbay.testkit.RecordedSnapshot;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has broken others who read these documents. */
final class FailuresTest {
    private static final RecordedCases CASES = RecordedCases.of(new OracleJavaProvider());
    private static final String FIRST = "2025-10-21-critical-patch-update";
    private static final String REVISED = "2025-10-25-alert-revised";
    private static final String WITHDRAWN = "2025-10-28-withdrawn-21.0.9";
    private static final String RUNTIME = "Java 8 Runtime Environment/lts-8/x64/exe";
    private static final String KIT_21 = "Java 21 Development Kit/lts-21/x64/msi";

    @TempDir
    private Path folder;

    private static String version(RecordedSnapshot snapshot, String line) throws Exception {
        return CASES.update(snapshot, line).release().version().canonical();
    }

    private static List<String> cves(String recorded, String line) throws Exception {
        return CASES.update(CASES.open(recorded), line).security().cves().stream()
                .map(Cve::id)
                .toList();
    }

    @Test
    @DisplayName("Failure 8: the address has the version, not the word latest, and the digest beside it")
    void givesThePermanentAddress() throws Exception {
        var file = CASES.update(CASES.open(REVISED), KIT_21).files().get(0);
        assertEquals(
                List.of(URI.create("https://download.oracle.com/java/21/archive/jdk-21.0.9_windows-x64_bin.msi")),
                file.urls());
    }

    @Test
    @DisplayName("Failure 14: an upstream that is gone fails the fetch, so that nothing passes for its last word")
    void failsWithoutAnyOfItsSources() throws Exception {
        for (String gone : List.of("releases.json", "map.xml", "descriptors/au-descriptor-1.8.0_471-b09.xml")) {
            RecordedFetcher fetcher =
                    new RecordedFetcher(CASES.open(REVISED).without(gone), folder.resolve("without-" + gone.length()));
            assertThrows(IOException.class, () -> new OracleJavaProvider().fetch(fetcher), gone);
        }
    }

    @Test
    @DisplayName("Failure 15: java.com wants to be asked by a browser")
    void asksAsABrowserDoes() {
        assertTrue(OracleJavaProvider.RELEASES.userAgent().startsWith("Mozilla/5.0"));
    }

    @Test
    void endsALineOnADayOrAtTheEndOfAMonth() throws Exception {
        RecordedSnapshot day = CASES.open(REVISED).replacing("releases.json", "\"2031-09\"", "\"2031-09-18\"");
        RecordedSnapshot none = CASES.open(REVISED).replacing("releases.json", "\"2031-09\"", "\"2031-13\"");
        LocalDate month = CASES.update(CASES.open(REVISED), KIT_21).release().endOfLife();
        assertEquals(LocalDate.of(2031, 9, 30), month);
        assertEquals(
                LocalDate.of(2031, 9, 18), CASES.update(day, KIT_21).release().endOfLife());
        assertThrows(FeedException.class, () -> CASES.updates(none));
    }

    @Test
    @DisplayName("Failure 19: a new line in a version is not part of it")
    void trimsTheVersion() throws Exception {
        RecordedSnapshot broken = CASES.open(REVISED)
                .replacing(
                        "descriptors/au-descriptor-1.8.0_471-b09.xml",
                        "<version>1.8.0_471-b09<",
                        "<version>\n1.8.0_471-b09\r\n<");
        assertEquals(CASES.updates(CASES.open(REVISED)), CASES.updates(broken));
    }

    @Test
    @DisplayName("Failure 10: a release that comes back is the same release")
    void takesAReleaseThatComesBackForTheSame() throws Exception {
        assertEquals("21.0.8", version(CASES.open(WITHDRAWN), KIT_21));
        assertEquals(
                CASES.update(CASES.open(REVISED), KIT_21), CASES.update(CASES.open("2025-11-03-21.0.9-again"), KIT_21));
    }

    @Test
    @DisplayName("Failure 22: what is listed as delivered but has a day in the future is not there yet")
    void leavesOutReleasesOfTheFuture() throws Exception {
        assertEquals("21.0.8", version(CASES.open(WITHDRAWN), KIT_21));
        RecordedSnapshot later = CASES.open(WITHDRAWN).replacing("releases.json", "2025-10-28T", "2026-01-21T");
        FeedException missing = assertThrows(FeedException.class, () -> CASES.updates(later));
        assertEquals("sha256/jdk-21.0.10_windows-x64_bin.msi", missing.feed());
    }

    @Test
    @DisplayName("Failure 24: rows are known by what is in them, whatever the headings are")
    void readsTheMatrixWhereverItsHeadingsDrift() throws Exception {
        RecordedSnapshot plain = CASES.open(REVISED);
        RecordedSnapshot renamed = plain.replacing("alerts/cpuoct2025.html", "Oracle Java SE Risk Matrix", "Java");
        renamed = renamed.replacing("alerts/cpuoct2025.html", "CVSS VERSION 3.1 RISK", "RISK");
        assertEquals(CASES.updates(plain), CASES.updates(renamed));
    }

    @Test
    @DisplayName("Failure 24: a cell of a rating that is left empty rates nothing")
    void refusesARatingWithAnEmptyCell() throws Exception {
        RecordedSnapshot empty = CASES.open(REVISED)
                .replacing("alerts/cpuoct2025.html", "<td>7.5</td><td>Network</td>", "<td>7.5</td><td></td>");
        FeedException e = assertThrows(FeedException.class, () -> CASES.updates(empty));
        assertEquals("CVE-2025-31257", e.place());
    }

    @Test
    @DisplayName("Failure 24: a page that is cut short, or a list that is null, replaces nothing")
    void refusesHalfAPageAndNoList() throws Exception {
        RecordedSnapshot recorded = CASES.open(REVISED);
        int end = new String(recorded.bytes("alerts/cpuoct2025.html"), UTF_8).indexOf("CVE-2025-61755");
        assertThrows(FeedException.class, () -> CASES.updates(recorded.cut("alerts/cpuoct2025.html", end)));
        assertThrows(FeedException.class, () -> CASES.updates(recorded.with("releases.json", "null".getBytes(UTF_8))));
    }

    @Test
    void takesTheHighestDescriptorWhereverItStandsAndNoCustomersBuild() throws Exception {
        RecordedSnapshot recorded = CASES.open(REVISED);
        RecordedFetcher fetcher = new RecordedFetcher(recorded, folder.resolve("made"));
        new OracleJavaProvider().fetch(fetcher);
        assertTrue(fetcher.asked()
                .contains(URI.create(
                        "https://javadl-esd-secure.oracle.com/update/1.8.0/au-descriptor-1.8.0_471-b09.xml")));
        assertEquals(CASES.updates(recorded), CASES.updates(fetcher.snapshot()));
    }

    @Test
    void tellsWhetherTheUpdaterHasIt() throws Exception {
        Update early = CASES.update(CASES.open(FIRST), RUNTIME);
        assertEquals("8u471", early.release().version().canonical());
        assertEquals(Rollout.EXISTS, early.release().rollout());
        assertEquals(List.of(), early.files().get(0).urls());
        Update offered = CASES.update(CASES.open(REVISED), RUNTIME);
        assertEquals(Rollout.COMPLETE, offered.release().rollout());
        assertEquals(early.id(), offered.id());
    }

    @Test
    void aReleaseFixesWhatTheOneBeforeItHas() throws Exception {
        assertEquals(List.of("CVE-2025-53066", "CVE-2025-53057"), cves(REVISED, RUNTIME));
        assertEquals(List.of("CVE-2025-53066", "CVE-2025-53057", "CVE-2025-61748"), cves(REVISED, KIT_21));
        assertEquals(List.of("CVE-2025-53066", "CVE-2025-53057"), cves(FIRST, KIT_21));
    }

    /** {@code 8u461-b50} and {@code 8u461-perf} are lines of their own, and GraalVM is another product. */
    @Test
    void otherEditionsAndProductsDoNotCount() throws Exception {
        assertFalse(cves(REVISED, RUNTIME).contains("CVE-2025-31257"));
        assertFalse(cves(REVISED, KIT_21).contains("CVE-2025-61755"));
        assertEquals("8u471", version(CASES.open(REVISED), RUNTIME));
    }

    @Test
    void ratesByScoreAndKeepsTheVector() throws Exception {
        Update update = CASES.update(CASES.open(REVISED), RUNTIME);
        Cve worst = update.security().cves().get(0);
        assertEquals(Severity.IMPORTANT, update.security().severity());
        assertEquals(7.5, worst.score());
        assertEquals("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N", worst.vector());
        assertEquals("JAXP", worst.title());
    }
}
