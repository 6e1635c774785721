package io.patchbay.declared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.model.Classification;
import io.patchbay.model.Severity;
import io.patchbay.model.Update;
import io.patchbay.spi.FeedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What declarations of a few lines make of a text of a few lines. */
class ReleasesTest {
    private static final String DECLARATION =
            """
            provider: example
            vendor: Example Ltd
            feeds:
              list.txt: {url: "https://vendor.example/list.txt"}
            products:
              - name: Example
                releases:
                  feed: list.txt
                  each: "[^\\n]+"
                  version: {match: "^([0-9.]+)"}
                  MORE
                packages:
                  - file: example ${version}.exe
                    url: https://vendor.example/${major}/${minor}/${digits}/${file}
                    sha256: {versions: {"1.10": "DIGEST"}, optional: true}
                    found: {file: 'Example\\example.exe', folder: program-files}
                    install: {arguments: /S}
            """
                    .replace("DIGEST", "ab".repeat(32));

    @TempDir
    Path folder;

    private List<Update> parse(String more, String list) throws Exception {
        Files.writeString(folder.resolve("list.txt"), list);
        List<Update> updates = new ArrayList<>();
        DeclaredProvider.parse("example.yaml", DECLARATION.replace("MORE", more))
                .parse(SnapshotFolder.open(folder), updates::add);
        return updates;
    }

    private static List<String> versions(List<Update> updates) {
        return updates.stream()
                .map(update -> update.release().version().canonical())
                .toList();
    }

    private String refusal(String more, String list) {
        return assertThrows(FeedException.class, () -> parse(more, list)).getMessage();
    }

    @Test
    void theNewestComesFirstAndEachVersionOnce() throws Exception {
        assertEquals(List.of("1.10", "1.9"), versions(parse("", "1.9\n1.10\n1.9.0\n")));
    }

    @Test
    void asManyCountAsAreKept() throws Exception {
        assertEquals(List.of("1.10", "1.9"), versions(parse("keep: 2", "1.8\n1.9\n1.10\n1.7\n")));
    }

    @Test
    void onlyWhatMeetsTheConditionCounts() throws Exception {
        assertEquals(List.of("1.9"), versions(parse("where: {match: stable}", "1.10 beta\n1.9 stable\n")));
    }

    @Test
    void saysWhatLedToNoRelease() {
        String message = refusal("where: {match: stable}", "1.10 beta\n1.9 beta\n");
        assertTrue(
                message.contains("expected one of 2 to meet the condition, found none"
                        + " (example.yaml line 11 products[0].releases.where"),
                message);
        message = refusal("", "\n");
        assertTrue(
                message.contains("expected releases, found none (example.yaml line 9 products[0].releases.each)"),
                message);
    }

    @Test
    void namesAreFilledIn() throws Exception {
        Update update = parse("", "1.10\n").get(0);
        assertEquals("example 1.10.exe", update.files().get(0).name());
        assertEquals(
                "https://vendor.example/1/10/110/example%201.10.exe",
                update.files().get(0).urls().get(0).toString());
    }

    @Test
    void whatAnEndpointShowsIsFourNumbersAtMost() throws Exception {
        String declaration =
                DECLARATION.replace("MORE", "").replace("    install", "    shown: ${version}.0\n        install");
        DeclaredProvider provider = DeclaredProvider.parse("example.yaml", declaration);
        Files.writeString(folder.resolve("list.txt"), "1.2.3.4\n");
        FeedException refused =
                assertThrows(FeedException.class, () -> provider.parse(SnapshotFolder.open(folder), update -> {}));
        assertTrue(
                refused.getMessage()
                        .contains("expected one to four numbers with dots between them, found \"1.2.3.4.0\""),
                refused.getMessage());
    }

    @Test
    void aSizeIsBytes() throws Exception {
        assertEquals(3_670_016, size("3670016"));
        assertEquals(3_670_016, size("3,670,016"));
        assertEquals(3_670_016, size("3 670 016"));
        assertEquals(35_000, size("35'000"));
        for (String none : List.of("3.5", "3,5 MB", ".", "1,23", "1.234,567", "18446744073709551615")) {
            String message = assertThrows(FeedException.class, () -> size(none)).getMessage();
            assertTrue(message.contains("expected a number of bytes, found \"" + none), message);
        }
    }

    private long size(String text) throws Exception {
        String size = "    size: {match: 'of (.+)'}\n        install";
        String declaration = DECLARATION.replace("MORE", "").replace("    install", size);
        Files.writeString(folder.resolve("list.txt"), "1.10 of " + text + "\n");
        List<Update> updates = new ArrayList<>();
        DeclaredProvider.parse("example.yaml", declaration).parse(SnapshotFolder.open(folder), updates::add);
        return updates.get(0).files().get(0).size();
    }

    @Test
    void aDigestCanBeListedByVersion() throws Exception {
        List<Update> updates = parse("", "1.9\n1.10\n");
        assertEquals(
                "ab".repeat(32), updates.get(0).files().get(0).digests().get(0).value());
        assertEquals(List.of(), updates.get(1).files().get(0).digests());
    }

    private List<Update> listed(String list, String more) throws Exception {
        Files.writeString(folder.resolve("list.txt"), list);
        List<Update> updates = new ArrayList<>();
        DeclaredProvider.parse("example.yaml", DECLARATION.replace("MORE", "").replace("\"}, optional: true", more))
                .parse(SnapshotFolder.open(folder), updates::add);
        return updates;
    }

    @Test
    void aListOfVersionsLacksNoneThatCounts() throws Exception {
        assertEquals(List.of("1.10"), versions(listed("1.9\n1.10\n", "\"}")));
        String message = assertThrows(FeedException.class, () -> listed("1.11\n1.10\n", "\"}"))
                .getMessage();
        assertTrue(
                message.startsWith("example.yaml at 1.11: expected a value for this version (example.yaml line 15"
                        + " products[0].packages[0].sha256)"),
                message);
    }

    @Test
    void aWrongValueInTheFileIsAnErrorOfEveryRelease() {
        String message = assertThrows(FeedException.class, () -> listed("1.9\n1.10\n", "\", \"1.9\": ABC}"))
                .getMessage();
        assertTrue(
                message.startsWith("example.yaml: expected a sha256 in hex, found \"ABC\" (example.yaml line 15"
                        + " products[0].packages[0].sha256.versions.1.9)"),
                message);
        message = refusal("released: 31.2.2026", "1.10\n");
        assertTrue(message.startsWith("example.yaml: expected a day, found \"31.2.2026\""), message);
    }

    @Test
    void daysAreWrittenInManyWays() throws Exception {
        for (String day :
                List.of("2026-08-16", "2026-08-16T23:30:00Z", "August 16, 2026", "2026-08-17T00:30:00+02:00")) {
            Update update = parse("released: {match: 'on (.+)'}", "1.0 on " + day + "\n")
                    .get(0);
            assertEquals("2026-08-16", String.valueOf(update.release().released()), day);
        }
        String format = "released: {match: 'on (.+)'}\n      date-format: d MMM yy";
        assertEquals(
                "2026-08-16",
                String.valueOf(
                        parse(format, "1.0 on 16 Aug 26\n").get(0).release().released()));
    }

    @Test
    void aDayIsOneOfTheCalendar() throws Exception {
        for (String format : List.of("d.M.yyyy", "d.M.uuuu", "d.M.yy", "d.M.yyyy G")) {
            String more = "released: {match: 'on (.+)'}\n      date-format: " + format;
            String year = format.endsWith("G") ? "2026 AD" : format.endsWith(".yy") ? "26" : "2026";
            List<Update> updates = parse(more, "1.0 on 28.2." + year + "\n");
            assertEquals("2026-02-28", String.valueOf(updates.get(0).release().released()), format);
            assertTrue(refusal(more, "1.0 on 31.2." + year + "\n").contains("expected a day, found \"31.2."), format);
        }
    }

    @Test
    void whatTheNewestLacksIsAnErrorAndWhatAnOlderOneLacksLeavesItOut() throws Exception {
        String day = "released: {match: 'on (.+)'}";
        assertEquals(List.of("1.10"), versions(parse(day, "1.9\n1.10 on 2026-08-16\n")));
        assertTrue(refusal(day, "1.9 on 2026-08-15\n1.10\n")
                .contains("list.txt: expected a value that matches on (.+), found none (example.yaml line 11"));
    }

    @Test
    void anOptionalValueMayLack() throws Exception {
        Update update =
                parse("released: {match: 'on (.+)', optional: true}", "1.10\n").get(0);
        assertEquals(null, update.release().released());
    }

    @Test
    void whatIsAlwaysThereIsMissedOfAnOlderReleaseToo() {
        String day = "released: {match: 'on (.+)', always: true}";
        FeedException refused = assertThrows(FeedException.class, () -> parse(day, "1.9\n1.10 on 2026-08-16\n"));
        assertEquals(FeedException.Code.TRUNCATED, refused.code());
    }

    @Test
    void aTextEndsAsItIsDeclaredTo() throws Exception {
        String declaration = DECLARATION.replace("list.txt\"}", "list.txt\", ends: 'end of \\w+'}");
        Files.writeString(folder.resolve("list.txt"), "1.10\n1.9 end of list\n\n");
        List<Update> updates = new ArrayList<>();
        DeclaredProvider provider = DeclaredProvider.parse("example.yaml", declaration.replace("MORE", ""));
        provider.parse(SnapshotFolder.open(folder), updates::add);
        assertEquals(2, updates.size());
        Files.writeString(folder.resolve("list.txt"), "1.10\n1.9 end of list\n1.8\n");
        FeedException refused =
                assertThrows(FeedException.class, () -> provider.parse(SnapshotFolder.open(folder), updates::add));
        assertEquals(FeedException.Code.TRUNCATED, refused.code());
        assertTrue(refused.getMessage().startsWith("list.txt: expected end of \\w+ at the end (example.yaml line 4"));
    }

    @Test
    void releasesAreNotWithinOneAnother() throws Exception {
        String declaration = DECLARATION
                .replace("list.txt", "list.html")
                .replace("\"[^\\n]+\"", "li")
                .replace("MORE", "");
        DeclaredProvider provider = DeclaredProvider.parse("example.yaml", declaration);
        Files.writeString(folder.resolve("list.html"), "<ul><li>1.10<ul><li>1.9</ul></ul></html>");
        FeedException refused =
                assertThrows(FeedException.class, () -> provider.parse(SnapshotFolder.open(folder), update -> {}));
        assertTrue(refused.getMessage().contains("found one within another"), refused.getMessage());
    }

    @Test
    void vulnerabilitiesMakeASecurityUpdate() throws Exception {
        Update update =
                parse("cves: {match: 'fixes.*'}", "1.10 fixes CVE-2026-1234\n").get(0);
        assertEquals("CVE-2026-1234", update.security().cves().get(0).id());
        assertEquals(Classification.SECURITY_UPDATES, update.release().classification());
    }

    @Test
    void aVulnerabilityIsAsBadAsTheVendorSays() throws Exception {
        Update update = parse("cves: {match: 'fixes.*'}", "1.10 fixes High CVE-2026-1234: Use after free.\n")
                .get(0);
        assertEquals(Severity.IMPORTANT, update.security().severity());
        assertEquals("Use after free", update.security().cves().get(0).title());
    }

    @Test
    void aWordRatesARelease() throws Exception {
        String rated = "severity: {match: 'rated ([a-z]+)', optional: true}";
        List<Update> updates = parse(rated, "1.10 rated high\n1.9\n");
        assertEquals(Severity.IMPORTANT, updates.get(0).security().severity());
        assertEquals("high", updates.get(0).security().vendorSeverity());
        assertEquals(Severity.UNSPECIFIED, updates.get(1).security().severity());
        assertTrue(refusal(rated, "1.10 rated awful\n")
                .startsWith("list.txt: expected critical, high, important, moderate, medium or low, found \"awful\""));
    }

    @Test
    void aSentenceCanTellASecurityUpdate() throws Exception {
        List<Update> updates =
                parse("security: {match: vulnerabilit, optional: true}", "1.10 a vulnerability\n1.9 nothing\n");
        assertEquals(
                List.of(Classification.SECURITY_UPDATES, Classification.UPDATES),
                updates.stream()
                        .map(update -> update.release().classification())
                        .toList());
    }

    @Test
    void aVersionThatIsNoneIsRefused() {
        FeedException refused = assertThrows(FeedException.class, () -> parse("", "1..0\n"));
        assertEquals(FeedException.Code.VERSION_SYNTAX, refused.code());
        assertTrue(refused.getMessage().contains("expected a version of scheme DOTTED, found \"1..0\""));
    }

    @Test
    void aTagIsNothingButAName() {
        String message = refusal("tag: {match: 'tag (.+)'}", "1.0 tag ../../x\n");
        assertTrue(message.contains("${tag} must be letters, digits"), message);
    }

    @Test
    void anExpressionIsNotKeptBusy() throws Exception {
        String evil = "x".repeat(100_000);
        long began = System.nanoTime();
        assertEquals(
                1,
                parse("text: {match: '(?:x+x+)+y', optional: true}", "1.0 " + evil + "\n")
                        .size());
        assertTrue(System.nanoTime() - began < 20_000_000_000L);
    }
}
