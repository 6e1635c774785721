package io.patchbay.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.model.Cve;
import io.patchbay.model.Security;
import io.patchbay.model.Severity;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.FeedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CveListTest {
    private static final CveProduct SEVEN_ZIP =
            new CveProduct(VersionScheme.SEVEN_ZIP, Set.of("7-Zip/7-Zip", "Igor Pavlov/7-Zip"));

    private static CveRecord read(String json) throws Exception {
        return CveList.read(new Documents().with("cve/CVE-2099-0001.json", json))
                .get(0);
    }

    private static String record(String state, String cna, String adp) {
        return """
            {"cveMetadata": {"cveId": "CVE-2099-0001", "state": "%s"},
             "containers": {"cna": {%s}, "adp": [{%s}]}}"""
                .formatted(state, cna, adp);
    }

    private static String metric(String name, double score) {
        return "\"metrics\": [{\"%s\": {\"baseScore\": %s, \"vectorString\": \"v\"}}]".formatted(name, score);
    }

    private static String affected(String version) {
        return "\"affected\": [{\"vendor\": \"7-Zip\", \"product\": \"7-zip\", \"versions\": [%s]}]".formatted(version);
    }

    @Test
    void prefersTheAuthorityOfTheIdAndThenTheNewestMetric() throws Exception {
        String two = "\"metrics\": [{\"cvssV3_1\": {\"baseScore\": 9.8}}, {\"cvssV4_0\": {\"baseScore\": 5.1}}]";
        assertEquals(5.1, read(record("PUBLISHED", two, "")).cve().score());
        String both = record("PUBLISHED", metric("cvssV2_0", 3.0), metric("cvssV4_0", 9.0));
        assertEquals(Severity.LOW, read(both).cve().severity());
        assertEquals(
                Severity.CRITICAL,
                read(record("PUBLISHED", "", metric("cvssV3_1", 9.0))).cve().severity());
    }

    @Test
    void neverRatesWhatNobodyRates() throws Exception {
        Cve cve = read(record("PUBLISHED", "", "")).cve();
        assertEquals(Severity.UNSPECIFIED, cve.severity());
        assertEquals(null, cve.score());
    }

    @Test
    void knowsWhatIsExploited() throws Exception {
        String ssvc =
                "\"metrics\": [{\"other\": {\"type\": \"ssvc\", \"content\": {\"options\": [{\"Exploitation\": \"%s\"}]}}}]";
        assertTrue(read(record("PUBLISHED", "", ssvc.formatted("active"))).cve().exploited());
        assertFalse(read(record("PUBLISHED", "", ssvc.formatted("poc"))).cve().exploited());
        String kev = "\"metrics\": [{\"other\": {\"type\": \"kev\", \"content\": {}}}]";
        assertTrue(read(record("PUBLISHED", "", kev)).cve().exploited());
    }

    @Test
    void readsFieldsInAnyOrder() throws Exception {
        CveRecord record = read(
                """
            {"containers": {
               "adp": [{"metrics": [{"other": {"content": {"options": [{"Exploitation": "active"}]}, "type": "ssvc"}},
                                    {"cvssV3_1": {"baseScore": 9.8}}], "title": "An authority of its own"}],
               "cna": {"descriptions": [{"value": "Ein Fehler.", "lang": "de"}, {"value": "A 7.0 flaw. And more.", "lang": "en-GB"}],
                       "providerMetadata": {"shortName": "them"},
                       "metrics": [{"cvssV3_1": {"vectorString": "v", "baseSeverity": "LOW", "baseScore": 2}}]}},
             "cveMetadata": {"state": "PUBLISHED", "cveId": "CVE-2099-0001"}}""");
        assertEquals(
                new Cve("CVE-2099-0001", "A 7.0 flaw.", Severity.LOW, "LOW", 2.0, "v", "them", true), record.cve());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'metrics': [{'cvssV3_1': {'baseScore': 'high'}}]            | /containers/cna/metrics/0/cvssV3_1/baseScore: expected a number, found \"high\"",
                "'metrics': [{'cvssV3_1': {'baseScore': 1e999}}]             | /containers/cna/metrics/0/cvssV3_1/baseScore: expected a smaller number than 1e999",
                "'metrics': [{'cvssV3_1': {}}]                               | /containers/cna/metrics/0/cvssV3_1: expected a field \"baseScore\"",
                "'affected': {}                                              | /containers/cna/affected: expected an array, found an object",
                "'title': ['x']                                              | /containers/cna/title: expected text, found an array",
            })
    void saysWhereARecordIsNotAsItShouldBe(String cna, String message) {
        FeedException refused =
                assertThrows(FeedException.class, () -> read(record("PUBLISHED", cna.replace('\'', '"'), "")));
        assertEquals("cve/CVE-2099-0001.json at " + message, refused.getMessage());
    }

    @Test
    void refusesARecordThatLacksWhatCounts() {
        for (String json : new String[] {
            "{}", "{\"cveMetadata\": {}}", record("PUBLISHED", "", "").replace("cna", "x")
        }) {
            assertThrows(FeedException.class, () -> read(json), json);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'version': '0', 'lessThan': '24.01', 'status': 'affected'}                  | 23.01 | 24.05",
                "{'version': 'unspecified', 'lessThanOrEqual': '23.01', 'status': 'affected'} | 23.01 | 24.05",
                "{'version': '<= 23.01', 'status': 'affected'}                                | 23.01 | 24.05",
                "{'version': '>= 22.00, < 24.05'}                                             | 22.00 | 24.05",
                "{'version': 'before 24.07'}                                                  | 24.05 | 24.07",
                "{'version': '24.07 and prior'}                                               | 24.07 | 24.09",
                "{'version': '= 22.01', 'status': 'affected'}                                 | 22.01 | 23.01",
                "{'version': '22.01', 'status': 'affected'}                                   | 22.01 | 23.01",
                "{'version': '24.09 (x64)', 'status': 'affected'}                             | 24.09 | 25.00",
                "{'version': '7-Zip:22.01', 'status': 'affected'}                             | 22.01 | 22.00",
            })
    void knowsWhichVersionsAreAffected(String version, String affected, String other) throws Exception {
        CveRecord record = read(record("PUBLISHED", affected(version.replace('\'', '"')), ""));
        assertTrue(record.affects(SEVEN_ZIP, affected));
        assertFalse(record.affects(SEVEN_ZIP, other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'version': 'n/a', 'status': 'affected'}",
                "{'version': '0', 'lessThan': '24.01', 'status': 'unaffected'}",
                "{'version': '0', 'lessThan': 'all', 'status': 'affected'}",
            })
    void claimsNothingThatARecordDoesNot(String version) throws Exception {
        CveRecord record = read(record("PUBLISHED", affected(version.replace('\'', '"')), ""));
        assertFalse(record.affects(SEVEN_ZIP, "23.01"));
    }

    @Test
    void takesNothingFromARejectedRecord() throws Exception {
        CveRecord record = read(record("REJECTED", affected("{\"version\": \"0\", \"lessThan\": \"24.01\"}"), ""));
        assertFalse(record.isFixedBy(SEVEN_ZIP, "24.05", "23.01"));
        assertEquals(List.of(), CveList.rate(List.of(record), named("CVE-2099-0001")));
    }

    @Test
    void ratesWhatAVendorNames() throws Exception {
        CveRecord record = read(record("PUBLISHED", metric("cvssV3_1", 7.8), ""));
        List<Cve> cves = CveList.rate(List.of(record), named("CVE-2099-0001, CVE-2099-0002"));
        assertEquals(
                List.of(Severity.IMPORTANT, Severity.UNSPECIFIED),
                cves.stream().map(Cve::severity).toList());
        assertEquals("notes", cves.get(1).source());
        assertEquals(Severity.IMPORTANT, Security.worstOf(List.of(), cves).severity());
    }

    private static List<Cve> named(String text) {
        return CveText.read(text, "notes");
    }

    @Test
    void believesTheVendorWhereNoRecordRates() throws Exception {
        List<Cve> named = named("High CVE-2099-0001: A. High CVE-2099-0002: B.");
        CveRecord unrated = read(record("PUBLISHED", "", ""));
        assertEquals(named, CveList.rate(List.of(unrated), named));
        CveRecord rated = read(record("PUBLISHED", metric("cvssV3_1", 9.8), ""));
        assertEquals(
                Severity.CRITICAL, CveList.rate(List.of(rated), named).get(0).severity());
        CveRecord unratedFix = read(record("PUBLISHED", affected("{'version': '<= 23.01'}".replace('\'', '"')), ""));
        assertEquals(named, CveList.fixed(List.of(unratedFix), named, SEVEN_ZIP, "24.05", "23.01"));
    }

    @Test
    void believesWhoeverKnowsOfAttacks() throws Exception {
        List<Cve> named = named("We are aware of attacks by CVE-2099-0001 in the wild.");
        CveRecord rated = read(record("PUBLISHED", metric("cvssV3_1", 9.8), ""));
        Cve cve = CveList.rate(List.of(rated), named).get(0);
        assertEquals(rated.cve().asExploited(), cve);
        String cna = metric("cvssV3_1", 9.8) + ", " + affected("{'version': '<= 23.01'}".replace('\'', '"'));
        CveRecord fix = read(record("PUBLISHED", cna, ""));
        assertEquals(List.of(cve), CveList.fixed(List.of(fix), named, SEVEN_ZIP, "24.05", "23.01"));
    }

    @Test
    void takesTheFirstOfTwoWithOneId() {
        List<Cve> two = List.of(Cve.unrated("CVE-2099-0002", "a", ""), Cve.unrated("CVE-2099-0002", "b", ""));
        assertEquals(two.subList(0, 1), CveList.fixed(List.of(), two, SEVEN_ZIP, "24.05", "23.01"));
    }

    @Test
    void takesWhatATextSaysIsAffectedForTheReleaseBefore() throws Exception {
        CveRecord fix = read(record("PUBLISHED", affected("{'version': '23.01'}".replace('\'', '"')), ""));
        String text = "Affected versions: 7-Zip 23.01 and earlier. CVE-2099-0002.";
        List<Cve> fixed = CveList.fixed(List.of(fix), text, "bulletin", SEVEN_ZIP, "24.05");
        assertEquals(List.of("CVE-2099-0001", "CVE-2099-0002"), ids(fixed));
        assertEquals(List.of(), CveList.fixed(List.of(fix), "7-Zip 23.01", "bulletin", SEVEN_ZIP, "24.05"));
        assertEquals(List.of(), CveList.fixed(List.of(fix), "22.01 and earlier", "bulletin", SEVEN_ZIP, "24.05"));
    }

    @Test
    void knowsWhereTheListKeepsARecord() {
        assertEquals("2024/46xxx/CVE-2024-46461.json", CveList.path("CVE-2024-46461"));
        assertEquals("2022/0xxx/CVE-2022-0001.json", CveList.path("CVE-2022-0001"));
    }

    @Test
    void readsRealRecords() throws Exception {
        Documents records = new Documents();
        for (Path file : SharedFiles.in("feeds")) {
            if (file.getParent().endsWith("cve-v5")) {
                records.with("cve/" + file.getFileName(), Files.readAllBytes(file));
            }
        }
        List<CveRecord> all = CveList.read(records);
        if (all.isEmpty()) {
            return;
        }
        assertEquals(List.of("CVE-2023-52168"), ids(CveList.fixedBy(all, SEVEN_ZIP, "24.05", "23.01")));
        assertEquals(List.of("CVE-2023-40481"), ids(CveList.fixedBy(all, SEVEN_ZIP, "23.01", "22.01")));
        Cve rated = CveList.rate(all, named("CVE-2024-46461")).get(0);
        assertEquals(8.0, rated.score());
        assertEquals("CISA-ADP", rated.source());
        assertEquals(Severity.IMPORTANT, rated.severity());
        CveProduct notepad =
                new CveProduct(VersionScheme.NOTEPAD_PLUS_PLUS, Set.of("notepad-plus-plus/notepad-plus-plus"));
        assertEquals(
                List.of("CVE-2023-40031", "CVE-2023-40036", "CVE-2023-40164"),
                ids(CveList.fixedBy(all, notepad, "8.5.7", "8.5.6")));
        CveProduct vlc = new CveProduct(VersionScheme.VLC, Set.of("videolan/vlc_media_player"));
        assertEquals(List.of("CVE-2024-46461"), ids(CveList.fixedBy(all, vlc, "3.0.21", "3.0.20")));
        CveProduct putty = new CveProduct(VersionScheme.PUTTY, Set.of("putty/putty"));
        assertEquals(List.of("CVE-2024-31497"), ids(CveList.fixedBy(all, putty, "0.81", "0.80")));
    }

    private static List<String> ids(List<Cve> cves) {
        return cves.stream().map(Cve::id).toList();
    }
}
