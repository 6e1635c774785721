package io.patchbay.provider.microsoft.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.Installation.Impact;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Severity;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import io.patchbay.testkit.HostileDocuments;
import io.patchbay.testkit.RecordedSnapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    private static final UpdateId APRIL = UpdateId.parse("f39d68ab-1519-4df8-85c1-d985be7f49c3");
    private static final UpdateId MAY = UpdateId.parse("0b97c243-5833-4bf3-bcf8-77063e53c42a");
    private static final String DETAILS = "details/" + APRIL;

    private RecordedSnapshot recorded;

    @BeforeEach
    void open() throws Exception {
        Path root = Path.of(System.getProperty("patchbay.root", ""));
        recorded = RecordedSnapshot.open(root.resolve("vendor-feeds/microsoft-catalog/2023-05-09-windows-11"));
    }

    private static Map<UpdateId, Update> parse(RecordedSnapshot snapshot) throws IOException, FeedException {
        Map<UpdateId, Update> updates = new LinkedHashMap<>();
        new MicrosoftCatalogProvider(List.of("KB5025239"), Clock.systemUTC())
                .parse(snapshot, update -> updates.put(update.id(), update));
        return updates;
    }

    private RecordedSnapshot edit(String document, String from, String to) throws IOException, FeedException {
        String text = new String(recorded.bytes(document), StandardCharsets.UTF_8);
        assertTrue(text.contains(from), document + " does not contain " + from);
        return recorded.with(document, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    private Update edited(String from, String to) throws IOException, FeedException {
        return parse(edit(DETAILS, from, to)).get(APRIL);
    }

    /** The page of what replaces it has its title only, which others may have that nothing replaces. */
    @Test
    void anUpdateSaysItselfWhatReplacesIt() throws Exception {
        Map<UpdateId, Update> updates = parse(recorded);
        assertTrue(updates.get(APRIL).relationships().supersededBy().contains(MAY));
        assertEquals(Set.of(), updates.get(MAY).relationships().supersedes());
    }

    /** The scan file, update servers and other vendors have tags, too. */
    @Test
    void languagesAreCalledByTheirTags() throws Exception {
        RecordedSnapshot drivers = RecordedSnapshot.open(Path.of(System.getProperty("patchbay.root", ""))
                .resolve("vendor-feeds/microsoft-catalog/2023-05-24-driver-and-gone"));
        List<Set<String>> languages = parse(drivers).values().stream()
                .map(update -> Set.<String>copyOf(update.release().languages()))
                .distinct()
                .toList();
        assertTrue(languages.contains(Set.of("ar", "en")), languages::toString);
        assertEquals(
                List.of("zh-tw", "pt-br", "sr"),
                Languages.tags(List.of("Chinese (Traditional)", "Portuguese (Brazil)", "Serbian (Latin)")));
        assertEquals(List.of("Klingon"), Languages.tags(List.of("all", "Klingon")));
    }

    @Test
    void readsATextOfAnyLength() throws Exception {
        String script = "downloadInformation[0].enTitle ='";
        RecordedSnapshot longer = edit("downloads/" + APRIL, script, script + "x\\'".repeat(100_000));
        RecordedSnapshot longest =
                edit("downloads/" + APRIL, ".longLanguages = '", ".longLanguages = '" + "x\\'".repeat(100_000));
        assertEquals(parse(recorded), parse(longer));
        assertEquals(parse(recorded), parse(longest));
    }

    @Test
    void namesTheDialogThatHasTwoFilesOfOneName() throws Exception {
        String second = "downloadInformation[0].files[1].fileName = 'windows11.0-kb5025239-arm64_"
                + "7a57a991ad0dc107263386262ddb4926920ab1c0.msu';";
        RecordedSnapshot twice =
                edit("downloads/" + APRIL, "var minFilePathLength", second + "\nvar minFilePathLength");
        FeedException e = assertThrows(FeedException.class, () -> parse(twice));
        assertTrue(
                e.getMessage().startsWith("downloads/" + APRIL + " at " + APRIL + ": not an update"), e.getMessage());
    }

    @Test
    void takesASha1OutOfAFilesName() throws Exception {
        String name = parse(recorded).get(MAY).files().get(0).name();
        String sha1 = parse(recorded).get(MAY).files().get(0).digests().get(0).value();
        assertTrue(name.endsWith('_' + sha1 + ".msu"), name);
    }

    @Test
    void readsHowAnUpdateInstalls() throws Exception {
        assertEquals(
                Reboot.ALWAYS,
                edited("Can request restart", "Always requires restart")
                        .installation()
                        .reboot());
        assertEquals(
                Impact.EXCLUSIVE,
                edited("installationImpact\"></span>", "installationImpact\">Yes</span>")
                        .installation()
                        .impact());
        assertTrue(edited("userInput\">No", "userInput\">Yes").installation().requestsInput());
        assertTrue(
                edited("connectivity\">No", "connectivity\">Yes").installation().requiresNetwork());
    }

    @Test
    void anUpdateWithoutARatingIsUnspecified() throws Exception {
        Update update = edited("msrcSeverity\">Critical", "msrcSeverity\">n/a");
        assertEquals(Severity.UNSPECIFIED, update.security().severity());
    }

    @Test
    void readsBulletins() throws Exception {
        Update update = edited("MSRC Number:</span>\n    n/a", "MSRC Number:</span>\n    MS16-039");
        assertEquals(List.of("MS16-039"), update.security().bulletins());
    }

    @Test
    void anUpdateThatDoesNotExistAnyMoreHasTheRowOnly() throws Exception {
        String error = "<html><body><div id=\"errorPageDisplayedError\">[Error number: 8DDD0024]</div></body></html>";
        Update update = parse(recorded.with(DETAILS, error.getBytes(StandardCharsets.UTF_8)))
                .get(APRIL);
        assertEquals(List.of("5025239"), update.description().kbArticles());
        assertEquals(Severity.UNSPECIFIED, update.security().severity());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "details|4/11/2023|11.04.2023|#ScopedViewHandler_date: expected a date such as 4/11/2023, found \"11.04.2023\"",
                "details|Can request restart|Kann Neustart anfordern|#ScopedViewHandler_rebootBehavior: expected a restart",
                "details|titleText\">2023-04|titleText2\">2023-04|#ScopedViewHandler_titleText: expected such an element",
                "details|updateid=0b97c243-|updateid=|#supersededbyInfo: expected the id of an update, found \"5833-4bf3",
                "details|addToBasketButtonText|somethingElse|#addToBasketButtonText: expected such an element",
                "downloads|updateID ='f39d|updateID ='039d|downloadInformation: expected the files of update f39d68ab",
                "downloads|= new Array|= []|script: expected one that fills downloadInformation",
                "downloads|.digest = '|.digest = '!|windows11.0-kb5025239-arm64",
                "downloads|downloadFiles\"|other\"|#downloadFiles: expected such an element"
            })
    void namesThePlaceOfWhatIsWrong(String feed, String from, String to, String message) throws Exception {
        RecordedSnapshot wrong = edit(feed + '/' + APRIL, from, to);
        FeedException e = assertThrows(FeedException.class, () -> parse(wrong));
        String expected = feed + '/' + APRIL + " at " + message;
        assertTrue(e.getMessage().startsWith(expected), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4/11/2023|yesterday|#f39d68ab-1519-4df8-85c1-d985be7f49c3_C4_R0: expected a date",
                "420959465|large|#f39d68ab-1519-4df8-85c1-d985be7f49c3_originalSize: expected bytes",
                "_C2_R0|_C9_R0|#f39d68ab-1519-4df8-85c1-d985be7f49c3_C2_R0: expected such an element",
                "<tr id=\"f39d68ab-|<tr id=\"|#1519-4df8-85c1-d985be7f49c3_R0: expected the id of an update",
                "<tr id=\"f39d68ab-1519-4df8-85c1-d985be7f49c3_R0|<tr id=\"f39d68ab|#f39d68ab: expected the id of an update and",
                "detailsPopup|popup|#detailsPopup: expected such an element"
            })
    void namesThePlaceInASearch(String from, String to, String message) throws Exception {
        RecordedSnapshot wrong = edit("search/+KB5025239/00", from, to);
        FeedException e = assertThrows(FeedException.class, () -> parse(wrong));
        assertTrue(e.getMessage().startsWith("search/+KB5025239/00 at " + message), e.getMessage());
    }

    @Test
    void knowsNoOtherClassifications() throws Exception {
        RecordedSnapshot wrong = edit(DETAILS, "    Security Updates\n", "    Sicherheitsupdates\n");
        FeedException e = assertThrows(FeedException.class, () -> parse(wrong));
        assertEquals(
                DETAILS + " at " + APRIL + ": expected a classification, found Sicherheitsupdates", e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"search/+KB5025239/00", "details/", "downloads/"})
    void namesAnyPageThatIsHostile(String page) throws Exception {
        HostileDocuments.replay(
                new MicrosoftCatalogProvider(List.of("KB5025239"), Clock.systemUTC()),
                recorded,
                page.endsWith("/") ? page + APRIL : page,
                "html",
                "gzip");
    }

    @Test
    void searchesForSomething() {
        assertThrows(IllegalArgumentException.class, () -> new MicrosoftCatalogProvider(List.of(), Clock.systemUTC()));
    }

    @Test
    void aSearchMayBeAnything() {
        assertEquals("+Office+2013", CatalogFetch.folder("Office 2013"));
        assertEquals("+KB5025239_", CatalogFetch.folder("KB5025239_"));
        assertEquals("+.._2F__3F-029dd804", CatalogFetch.folder("../*?"));
        assertEquals("+" + "long".repeat(25) + "-8e6e2c60", CatalogFetch.folder("long".repeat(1_000)));
    }

    @Test
    void tellsProductsWithCommasInTheirNames() {
        assertEquals(
                List.of(
                        "Windows 10, version 1903 and later",
                        "Windows Server 2003, Datacenter Edition",
                        "Windows 10, Vibranium and later, Upgrade & Servicing Drivers",
                        "Office 2016"),
                Words.products("Windows 10, version 1903 and later,Windows Server 2003, Datacenter Edition , "
                        + "Windows 10, Vibranium and later, Upgrade & Servicing Drivers,Office 2016"));
    }

    @Test
    void tellsProcessors() {
        assertEquals(Architecture.X64, Words.architecture("AMD64"));
        assertEquals(Architecture.ANY, Words.architecture("ARM64, AMD64, x86"));
        assertEquals(Architecture.ANY, Words.architecture(""));
    }

    @Test
    void tellsTheClassOfADriverFromItsClassification() {
        assertEquals(Optional.of(Classification.DRIVERS), Words.classification("Drivers (Other Hardware)"));
    }
}
