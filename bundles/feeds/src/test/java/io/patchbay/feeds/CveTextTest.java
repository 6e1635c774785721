package io.patchbay.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.model.Cve;
import io.patchbay.model.Severity;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CveTextTest {
    private static final String TEXT =
            """
        Fixes CVE-2021-30550 and others. [$25000][1] Critical CVE-2021-30544: Use after free in BFCache. Reported by X
        [$NA][2] High CVE-2021-30551: Type Confusion in V8. Reported by Y on 2021-06-04 Vendor is aware that an exploit for
        CVE-2021-30551 exists in the wild. Moderate  CVE-2021-30552 [3] Low CVE-2016-9650: A. High CVE-2021-30544: Again.""";

    private static List<Cve> read(String text) {
        return CveText.read(text, "blog");
    }

    @Test
    void takesTheRatedOnesFirst() {
        assertEquals(
                List.of("CVE-2021-30544", "CVE-2021-30551", "CVE-2021-30552", "CVE-2016-9650", "CVE-2021-30550"),
                read(TEXT).stream().map(Cve::id).toList());
        assertEquals(
                List.of(Severity.CRITICAL, Severity.IMPORTANT, Severity.MODERATE, Severity.LOW, Severity.UNSPECIFIED),
                read(TEXT).stream().map(Cve::severity).toList());
    }

    @Test
    void takesTheWordsBehindTheIdForTheTitle() {
        Cve cve = read(TEXT).get(0);
        assertEquals("Use after free in BFCache", cve.title());
        assertEquals("Critical", cve.vendorSeverity());
        assertEquals("blog", cve.source());
        assertEquals("", read(TEXT).get(2).title());
    }

    @Test
    void knowsWhatIsUsedInAttacks() {
        assertEquals(
                List.of("CVE-2021-30551"),
                read(TEXT).stream().filter(Cve::exploited).map(Cve::id).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"in the wild", "in the <b>wild</b>", "in<br>the wild"})
    void knowsByAPageWhatIsUsedInAttacks(String wild) {
        List<Cve> cves = read("CVE-2021-28550 CVE-2021-28551");
        Element page = Jsoup.parse("<p>Adobe has a report that CVE-2021-28550 has been exploited " + wild + ".</p>");
        assertEquals(List.of(cves.get(0).asExploited(), cves.get(1)), CveText.marked(cves, page));
        assertEquals(cves, CveText.marked(cves, Jsoup.parse("<p>Adobe is not aware of any.</p>")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Google is aware of reports that exploits for CVE-2022-1 exist in the wild.",
                "We are aware of targeted attacks in the wild abusing this flaw.",
                "We have had reports of this vulnerability being exploited in the wild.",
                "Adobe has received a report that CVE-2021-28550 has been exploited in the wild in limited attacks",
                "An exploit built on this vulnerability has been discovered in the wild targeting Firefox users.",
            })
    void knowsTheSentencesOfVendors(String text) {
        assertTrue(CveText.tellsOfAttacks(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Adobe is not aware of any exploits in the wild for any of the issues addressed in these updates.",
                "Vendor is not currently aware of attacks by CVE-2026-1234 in the wild, and was unaware of others in the wild.",
                "There are no reports of attacks in the wild. We have not received any reports of attacks in the wild.",
                "We are aware of the flaw. It was found in the wild.",
                "Reported by somebody of something in the wild.",
                "An exploit has not been discovered in the wild. An exploit is hard. It has been discovered in the wild.",
            })
    void doesNotTakeOtherSentencesForThem(String text) {
        assertFalse(CveText.tellsOfAttacks(text));
    }
}
