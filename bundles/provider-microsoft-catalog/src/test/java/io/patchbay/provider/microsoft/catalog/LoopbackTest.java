package io.patchbay.provider.microsoft.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.fetch.FetchProgress;
import io.patchbay.fetch.FetchRequest;
import io.patchbay.fetch.FetchResult;
import io.patchbay.fetch.http.LoopbackClient;
import io.patchbay.model.Part;
import io.patchbay.model.Update;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.SyncFilter;
import io.patchbay.testkit.FakeUpdateCatalogue;
import io.patchbay.testkit.Fault;
import io.patchbay.testkit.RecordedRequest;
import io.patchbay.testkit.RecordedSnapshot;
import io.patchbay.testkit.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Over HTTP from a catalogue on loopback to updates. */
class LoopbackTest {
    private static final List<String> SEARCHES =
            List.of("KB5025239", "KB5026372", "KB4000000", "PCI\\VEN_8086&DEV_15F3");

    @TempDir
    private Path folder;

    private FakeUpdateCatalogue catalogue;
    private RecordedSnapshot recorded;
    private Instant today = Instant.parse("2023-05-24T12:00:00Z");

    @BeforeEach
    void start() throws Exception {
        recorded = recorded("2023-05-24-driver-and-gone");
        catalogue = FakeUpdateCatalogue.start(recorded);
    }

    @AfterEach
    void stop() throws IOException {
        catalogue.close();
    }

    private static RecordedSnapshot recorded(String name) throws IOException, FeedException {
        Path root = Path.of(System.getProperty("patchbay.root", ""));
        return RecordedSnapshot.open(
                root.resolve("vendor-feeds/microsoft-catalog").resolve(name));
    }

    private MicrosoftCatalogProvider provider(List<String> searches) {
        InstantSource time = () -> today;
        Clock clock = time.withZone(ZoneOffset.UTC);
        return new MicrosoftCatalogProvider(searches, clock);
    }

    private LoopbackClient client(List<String> searches) {
        return new LoopbackClient(provider(searches), catalogue.upstream(), folder);
    }

    private SnapshotFolder fetch(List<String> searches) throws IOException, FeedException {
        try (LoopbackClient client = client(searches)) {
            return client.fetch(null).snapshot();
        }
    }

    private List<Update> parse(SnapshotFolder snapshot) throws IOException, FeedException {
        List<Update> updates = new ArrayList<>();
        provider(SEARCHES).parse(snapshot, updates::add);
        return updates;
    }

    private int requests(String path) {
        return catalogue.upstream().requests(path).size();
    }

    @Test
    void findsWhatTheCaseHas() throws Exception {
        assertEquals(3, parse(fetch(SEARCHES)).size());
        assertEquals(4, requests("/Search.aspx"));
        assertEquals(3, requests("/ScopedViewInline.aspx"));
        assertEquals(3, requests("/DownloadDialog.aspx"));
    }

    @Test
    void refusesASearchOfWhichNotEverythingIsShown() throws Exception {
        catalogue.show(recorded("2020-01-02-office-2013")
                .replacing("search/+Office+2013/00", "1 - 1 of 2 (page 1 of 2)", "1 - 25 of 1000 (page 1 of 40)"));
        FeedException refused = assertThrows(FeedException.class, () -> fetch(List.of("Office 2013")));
        assertEquals(
                "search/+Office+2013/00 at #ctl00_catalogBody_searchDuration: the search \"Office 2013\" finds more than"
                        + " can be shown; search for something narrower",
                refused.getMessage());
        assertEquals(1, requests("/Search.aspx"));
    }

    @Test
    void noticesAServerThatShowsThePageAgain() throws Exception {
        Reply first = Reply.of(recorded("2020-01-02-office-2013").bytes("search/+Office+2013/00"));
        catalogue.upstream().serve("/Search.aspx", request -> first);
        assertTruncated("search/+Office+2013/01", "expected updates that are on no page before");
        assertEquals(2, requests("/Search.aspx"));
    }

    @Test
    void noticesAServerThatForgotTheSearchBetweenTwoPages() throws Exception {
        Reply first = Reply.of(recorded("2020-01-02-office-2013").bytes("search/+Office+2013/00"));
        Reply nothing = Reply.of(recorded.bytes("search/+KB4000000/00"));
        catalogue.upstream().serve("/Search.aspx", request -> request.method().equals("POST") ? nothing : first);
        assertTruncated("search/+Office+2013/01", "expected updates that are on no page before");
    }

    @Test
    void noticesAPageWithoutTheLinkToTheNext() throws Exception {
        catalogue.show(recorded("2020-01-02-office-2013")
                .replacing("search/+Office+2013/00", "id=\"ctl00_catalogBody_nextPageLinkText\"", ""));
        assertTruncated("search/+Office+2013/00", "expected a next page, because 1 of 2 were shown");
    }

    private void assertTruncated(String page, String problem) {
        FeedException refused = assertThrows(FeedException.class, () -> fetch(List.of("Office 2013")));
        assertEquals(page + " at #ctl00_catalogBody_searchDuration: " + problem, refused.getMessage());
        assertEquals(FeedException.Code.TRUNCATED, refused.code());
    }

    @Test
    void searchesOnceForWhatIsGivenTwice() throws Exception {
        fetch(List.of("KB5025239", "KB5025239", "KB4000000*", "KB4000000_"));
        assertEquals(3, requests("/Search.aspx"));
    }

    @Test
    void turnsThePages() throws Exception {
        catalogue.show(recorded("2020-01-02-office-2013"));
        SnapshotFolder snapshot = fetch(List.of("Office 2013"));
        assertEquals(
                List.of("search/+Office+2013/00", "search/+Office+2013/01"),
                snapshot.documents(MicrosoftCatalogProvider.SEARCHES).stream()
                        .map(Document::name)
                        .toList());
        assertEquals(2, parse(snapshot).size());
        RecordedRequest second = catalogue.upstream().requests("/Search.aspx").get(1);
        assertEquals("POST", second.method());
        assertEquals("/Search.aspx?q=Office+2013", second.target());
    }

    @Test
    void asksForDetailsOnceAWeekAndForFilesOnce() throws Exception {
        List<Integer> details = new ArrayList<>();
        try (LoopbackClient client = client(SEARCHES)) {
            SnapshotFolder snapshot = client.fetch(null).snapshot();
            for (int day = 1; day <= 7; day++) {
                today = today.plus(Duration.ofDays(1));
                int before = requests("/ScopedViewInline.aspx");
                FetchResult result = client.fetch(snapshot);
                assertFalse(result.changed());
                snapshot = result.snapshot();
                details.add(requests("/ScopedViewInline.aspx") - before);
            }
        }
        assertEquals(3, details.stream().mapToInt(Integer::intValue).sum());
        assertEquals(3, requests("/DownloadDialog.aspx"));
        assertEquals(8 * 4, requests("/Search.aspx"));
    }

    @Test
    void asksOnceASecondAtMost() throws Exception {
        try (LoopbackClient client = client(SEARCHES)) {
            client.fetch(null);
            int requests = catalogue.upstream().requests().size();
            assertEquals(10, requests);
            assertEquals(Collections.nCopies(9, Duration.ofSeconds(1)), client.waits());
        }
    }

    @Test
    void anUpdateThatIsGoneLeadsToThePageOfThanks() throws Exception {
        catalogue.show(recorded.without("details/f39d68ab-1519-4df8-85c1-d985be7f49c3"));
        Update update = parse(fetch(List.of("KB5025239"))).get(0);
        assertEquals(1, requests("/Thanks.aspx"));
        assertEquals("search/+KB5025239/00", update.sources().get(Part.DESCRIPTION));
    }

    @Test
    void saysWhoItIs() throws Exception {
        fetch(List.of("KB5025239"));
        assertTrue(catalogue.upstream().requests().stream()
                .allMatch(request ->
                        request.header("User-Agent").orElse("").startsWith("Mozilla/5.0 (compatible; Patchbay")));
    }

    @Test
    void noticesAnErrorWithStatus200() {
        catalogue.upstream().serve("/DownloadDialog.aspx", FakeUpdateCatalogue.error("8DDD0010"));
        FeedException e = assertThrows(FeedException.class, () -> parse(fetch(List.of("KB5025239"))));
        assertEquals(
                "downloads/f39d68ab-1519-4df8-85c1-d985be7f49c3 at #errorPageDisplayedError: the catalogue says: "
                        + "[Error number: 8DDD0010]",
                e.getMessage());
    }

    @Test
    void asksAgainForAPageInPlaceOfWhichAnErrorCame() throws Exception {
        Reply error = FakeUpdateCatalogue.error("8DDD0010");
        Reply dialog = Reply.of(recorded.bytes("downloads/f39d68ab-1519-4df8-85c1-d985be7f49c3"));
        Reply details = Reply.of(recorded.bytes("details/f39d68ab-1519-4df8-85c1-d985be7f49c3"));
        catalogue.upstream().serve("/DownloadDialog.aspx", error, dialog);
        catalogue.upstream().serve("/ScopedViewInline.aspx", error, error, details);
        assertEquals(1, parse(fetch(List.of("KB5025239"))).size());
    }

    @Test
    void doesNotTakeOverAPageOfAnError() throws Exception {
        Reply dialog = Reply.of(recorded.bytes("downloads/f39d68ab-1519-4df8-85c1-d985be7f49c3"));
        catalogue.upstream().serve("/DownloadDialog.aspx", FakeUpdateCatalogue.error("8DDD0010"));
        try (LoopbackClient client = client(List.of("KB5025239"))) {
            SnapshotFolder first = client.fetch(null).snapshot();
            catalogue.upstream().serve("/DownloadDialog.aspx", dialog);
            assertEquals(1, parse(client.fetch(first).snapshot()).size());
        }
        assertEquals(1, requests("/ScopedViewInline.aspx"));
    }

    @Test
    void noticesASearchThatIsNotAnswered() {
        catalogue
                .upstream()
                .serve("/Search.aspx", Reply.of("<html><body><div id=\"tableContainer\"></div></body></html>"));
        FeedException e = assertThrows(FeedException.class, () -> fetch(List.of("KB5025239")));
        assertEquals(
                "search/+KB5025239/00 at #tableContainer: expected updates, or the words that there are none",
                e.getMessage());
    }

    @Test
    void noticesAHomePageInPlaceOfASearch() {
        catalogue.upstream().serve("/Search.aspx", Reply.redirect("/Thanks.aspx?id=190"));
        FeedException e = assertThrows(FeedException.class, () -> fetch(List.of("KB5025239")));
        assertTrue(e.getMessage().startsWith("search/+KB5025239/00: expected a page of the catalogue"), e.getMessage());
    }

    @Test
    void findingNothingIsAFailure() {
        FeedException e = assertThrows(FeedException.class, () -> fetch(List.of("KB4000000")));
        assertEquals("search: no search found anything", e.getMessage());
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_SHORT", "CLOSE_BEFORE_HEAD", "STALL_BEFORE_HEAD", "STALL_IN_BODY", "SLOW_HEAD"})
    void anAnswerThatBreaksOffOrNeverEndsFailsTheFetch(Fault fault) {
        catalogue.upstream().serve("/ScopedViewInline.aspx", fault);
        try (LoopbackClient client = client(List.of("KB5025239"))) {
            client.deadline(1);
            IOException e = assertThrows(IOException.class, () -> client.fetch(null));
            assertTrue(e.getMessage().startsWith("microsoft-catalog: details from "), e.getMessage());
        }
    }

    /** What a listing dates need not be asked for twice. */
    @Test
    void goesOnAfterThePagesThatACutOffFetchBrought() throws Exception {
        catalogue.upstream().serve("/DownloadDialog.aspx", Fault.CUT_SHORT);
        try (LoopbackClient client = client(List.of("KB5025239"))) {
            assertThrows(IOException.class, () -> client.fetchWith(resuming("cut off")));
        }
        int details = requests("/ScopedViewInline.aspx");
        catalogue.close();
        catalogue = FakeUpdateCatalogue.start(recorded);
        try (LoopbackClient client = client(List.of("KB5025239"))) {
            client.fetchWith(resuming("again"));
        }
        assertEquals(1, details);
        assertEquals(0, requests("/ScopedViewInline.aspx"));
    }

    private FetchRequest resuming(String name) {
        Path waiting = folder.resolve("unfinished");
        return new FetchRequest(
                folder.resolve(name), null, waiting, Optional.empty(), SyncFilter.EVERYTHING, FetchProgress.NONE);
    }
}
