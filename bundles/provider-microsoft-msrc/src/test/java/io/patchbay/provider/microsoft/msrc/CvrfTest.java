package io.patchbay.provider.microsoft.msrc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.model.Advisory;
import io.patchbay.model.Advisory.Fix;
import io.patchbay.spi.FeedException;
import io.patchbay.testkit.HostileDocuments;
import io.patchbay.testkit.RecordedSnapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CvrfTest {
    private static final String XML = "cvrf/2022-Aug";
    private static final String JSON = "cvrf/2020-Dec";

    private RecordedSnapshot recorded;

    @BeforeEach
    void open() throws Exception {
        recorded = Recorded.open("microsoft-msrc/2022-08-10-exploited");
    }

    private static Advisory advisory(RecordedSnapshot snapshot, String id) throws IOException, FeedException {
        return Recorded.advisories(new MsrcProvider(), snapshot).get(id);
    }

    private Advisory edited(String document, String from, String to, String id) throws IOException, FeedException {
        return advisory(recorded.replacing(document, from, to), id);
    }

    private static Fix first(Advisory advisory) {
        return advisory.fixes().get(0);
    }

    @Test
    void aParagraphIsNoKb() throws Exception {
        String paragraph =
                "&lt;p&gt;Install 5016623 from &lt;a href=\"https://example.com/\"&gt;here&lt;/a&gt;.&lt;/p&gt;";
        Fix fix = first(edited(
                XML,
                "<vuln:Description>5016623</vuln:Description>\n        <vuln:URL>https://catalog",
                "<vuln:Description>" + paragraph + "</vuln:Description>\n        <vuln:URL>https://catalog",
                "CVE-2022-34713"));
        assertEquals("", fix.kb());
        assertEquals("Security Update", fix.kind());
    }

    @Test
    void namesWhatThereIsInsteadOfAKb() throws Exception {
        assertEquals("Click to Run", first(advisory(recorded, "CVE-2022-33631")).kind());
    }

    @Test
    void anAddressIsNoFixedBuild() throws Exception {
        assertEquals("", first(advisory(recorded, "CVE-2022-33631")).fixedVersion());
    }

    @Test
    void aProductThatTheTreeLacksKeepsItsId() throws Exception {
        Advisory advisory = edited(XML, "ProductID=\"11568\"", "ProductID=\"99999\"", "CVE-2022-34713");
        assertEquals("11568", first(advisory).product());
    }

    @Test
    void knowsWhatIsExploited() throws Exception {
        assertTrue(advisory(recorded, "CVE-2022-34713").cves().get(0).exploited());
    }

    @Test
    void anUnknownWordIsNoRating() throws Exception {
        Advisory advisory = edited(JSON, "\"Value\": \"Yes\"", "\"Value\": \"System.Object[]\"", "CVE-2020-17095");
        assertNull(first(advisory).restart());
    }

    @Test
    void takesKbNumbersOutOfWhateverStandsThere() throws Exception {
        Advisory advisory = edited(JSON, "\"4586793\"", "\"KB4586793, 4586830 in MS20-123\"", "CVE-2020-17095");
        assertEquals(List.of("4586793", "4586830"), first(advisory).supersededKbs());
    }

    @Test
    void ofTheSameAdvisoryInTwoMonthsTheNewerHolds() throws Exception {
        Advisory advisory = edited("cvrf/2016-Apr", "CVE-2016-0088", "CVE-2020-17095", "CVE-2020-17095");
        assertEquals(LocalDate.of(2020, 12, 8), advisory.published());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "updates.json|2020-Dec|../Dec|updates.json at /value/1/ID: expected a month such as 2020-Dec",
                "updates.json|2020-Dec|2020-Nov|updates.json at 2020-Nov: cvrf/2020-Nov is missing",
                "updates.json|CurrentReleaseDate|Changed|updates.json at /value/0: expected a field \"CurrentReleaseDate\"",
                "cvrf/2022-Aug|<cvrf:cvrfdoc|<html><cvrf:cvrfdoc|cvrf/2022-Aug at line 2",
                "cvrf/2022-Aug|<?xml version=\"1.0\" encoding=\"utf-8\"?>|<!DOCTYPE a [<!ENTITY b 'c'>]>|cvrf/2022-Aug at line 1",
                "cvrf/2022-Aug|vuln:Vulnerability|vuln:Weakness|cvrf/2022-Aug: expected vulnerabilities, found none",
                "cvrf/2022-Aug|2022-08-10T07:00:00|10 August|cvrf/2022-Aug at CVE-2022-34713: not an advisory",
                "cvrf/2020-Dec|\"Vulnerability\"|\"Weakness\"|cvrf/2020-Dec: expected vulnerabilities, found none",
                "cvrf/2020-Dec|\"ProductTree\"|\"Products\"|cvrf/2020-Dec at /Vulnerability: expected the ProductTree before",
                "cvrf/2020-Dec|\"CVE\": \"CVE-2020-17095\"|\"CVE\": []|cvrf/2020-Dec at /Vulnerability/0/CVE: expected text",
                "cvrf/2020-Dec|\"CVE\": \"CVE-2020-17095\"|\"CVE\": null|cvrf/2020-Dec: not an advisory",
                "cvrf/2020-Dec|8.5|\"8,5\"|cvrf/2020-Dec at CVE-2020-17095: not an advisory"
            })
    void namesThePlaceOfWhatIsWrong(String document, String from, String to, String message) throws Exception {
        RecordedSnapshot wrong = recorded.replacing(document, from, to);
        FeedException e = assertThrows(FeedException.class, () -> Recorded.advisories(new MsrcProvider(), wrong));
        assertTrue(e.getMessage().startsWith(message), e.getMessage());
    }

    @Test
    void namesAnyDocumentThatIsHostile() throws Exception {
        HostileDocuments.replay(new MsrcProvider(), recorded, "updates.json", "json");
        HostileDocuments.replay(new MsrcProvider(), recorded, XML, "xml", "gzip");
        HostileDocuments.replay(new MsrcProvider(), recorded, JSON, "json");
    }

    @Test
    void anErrorInPlaceOfAMonthIsNoticed() {
        byte[] error = "{\"error\":{\"code\":\"\",\"message\":\"Internal error\"}}".getBytes(StandardCharsets.UTF_8);
        assertThrows(FeedException.class, () -> Recorded.advisories(new MsrcProvider(), recorded.with(JSON, error)));
    }
}
