package io.patchbay.provider.microsoft.msrc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.fetch.FetchProgress;
import io.patchbay.fetch.FetchRequest;
import io.patchbay.fetch.FetchResult;
import io.patchbay.fetch.http.LoopbackClient;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.SyncFilter;
import io.patchbay.testkit.FakeMsrc;
import io.patchbay.testkit.Fault;
import io.patchbay.testkit.RecordedSnapshot;
import io.patchbay.testkit.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Over HTTP from MSRC on loopback to advisories. */
class LoopbackTest {
    private static final String TABLES = "/sug/v2.0/sugodata/v2.0/en-US/";
    private static final String AUGUST = "/cvrf/v3.0/cvrf/2022-Aug";

    @TempDir
    private Path folder;

    /** The months that are recorded in XML, which is what MSRC sends. */
    private static RecordedSnapshot months(String revised) throws IOException, FeedException {
        String index =
                """
                {"value": [
                  {"ID": "2016-Apr", "InitialReleaseDate": "2016-04-12", "CurrentReleaseDate": "2018-04-10"},
                  {"ID": "2022-Aug", "InitialReleaseDate": "2022-08-09", "CurrentReleaseDate": "%s"}]}
                """
                        .formatted(revised);
        return Recorded.open("microsoft-msrc/2022-08-10-exploited")
                .with("updates.json", index.getBytes(StandardCharsets.UTF_8));
    }

    private LoopbackClient client(FeedProvider provider, FakeMsrc msrc) {
        return new LoopbackClient(provider, msrc.upstream(), folder);
    }

    private static int requests(FakeMsrc msrc, String path) {
        return msrc.upstream().requests(path).size();
    }

    @Test
    void asksAgainForARevisedMonthOnly() throws Exception {
        MsrcProvider provider = new MsrcProvider();
        try (FakeMsrc msrc = FakeMsrc.start(months("2022-08-09"));
                LoopbackClient client = client(provider, msrc)) {
            SnapshotFolder first = client.fetch(null).snapshot();
            assertEquals(3, Recorded.advisories(provider, first).size());
            assertFalse(client.fetch(first).changed());
            assertEquals(1, requests(msrc, AUGUST));
            msrc.show(months("2022-08-10"));
            client.fetch(first);
            assertEquals(2, requests(msrc, AUGUST));
            assertEquals(1, requests(msrc, "/cvrf/v3.0/cvrf/2016-Apr"));
        }
    }

    /** For some hours, a server may send the old document under the new date. */
    @Test
    void asksOnceMoreForWhatWasRevisedLately() throws Exception {
        MsrcProvider provider = new MsrcProvider();
        try (FakeMsrc msrc = FakeMsrc.start(months("2025-12-31"));
                LoopbackClient client = client(provider, msrc)) {
            SnapshotFolder first = client.fetch(null).snapshot();
            SnapshotFolder second = client.fetch(first).snapshot();
            assertEquals(1, requests(msrc, AUGUST));
            client.pass(Duration.ofDays(2));
            SnapshotFolder third = client.fetch(second).snapshot();
            assertEquals(2, requests(msrc, AUGUST));
            client.fetch(third);
            assertEquals(2, requests(msrc, AUGUST));
        }
    }

    @Test
    void goesOnAfterTheMonthsThatACutOffFetchBrought() throws Exception {
        MsrcProvider provider = new MsrcProvider();
        try (FakeMsrc msrc = FakeMsrc.start(months("2022-08-09"));
                LoopbackClient client = client(provider, msrc)) {
            msrc.upstream().serve("/cvrf/v3.0/cvrf/2016-Apr", Fault.CUT_SHORT);
            assertThrows(IOException.class, () -> client.fetchWith(resuming("cut off")));
            msrc.show(months("2022-08-09"));
            SnapshotFolder snapshot = client.fetchWith(resuming("again")).snapshot();
            assertEquals(3, Recorded.advisories(provider, snapshot).size());
            assertEquals(1, requests(msrc, AUGUST));
        }
    }

    private FetchRequest resuming(String name) {
        Path waiting = folder.resolve("unfinished");
        return new FetchRequest(
                folder.resolve(name), null, waiting, Optional.empty(), SyncFilter.EVERYTHING, FetchProgress.NONE);
    }

    @Test
    void aPageInPlaceOfAMonthFailsTheFetch() throws Exception {
        try (FakeMsrc msrc = FakeMsrc.start(months("2022-08-09"));
                LoopbackClient client = client(new MsrcProvider(), msrc)) {
            msrc.upstream().serve(AUGUST, Reply.of("<!DOCTYPE html><html><body>Service unavailable</body></html>"));
            IOException e = assertThrows(IOException.class, () -> client.fetch(null));
            assertTrue(e.getMessage().contains("the document is not XML but an HTML page"), e.getMessage());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_SHORT", "CLOSE_BEFORE_HEAD", "STALL_BEFORE_HEAD", "STALL_IN_BODY", "SLOW_HEAD"})
    void anAnswerThatBreaksOffOrNeverEndsFailsTheFetch(Fault fault) throws Exception {
        try (FakeMsrc msrc = FakeMsrc.start(months("2022-08-09"));
                LoopbackClient client = client(new MsrcProvider(), msrc)) {
            client.deadline(1);
            msrc.upstream().serve(AUGUST, fault);
            IOException e = assertThrows(IOException.class, () -> client.fetch(null));
            assertTrue(e.getMessage().startsWith("microsoft-msrc: cvrf/2022-Aug"), e.getMessage());
        }
    }

    @Test
    void followsThePagesOfTheGuide() throws Exception {
        GuideProvider provider = new GuideProvider("");
        RecordedSnapshot recorded = Recorded.open("microsoft-msrc-guide/2025-03-31-cloud");
        try (FakeMsrc msrc = FakeMsrc.start(recorded);
                LoopbackClient client = client(provider, msrc)) {
            SnapshotFolder snapshot = client.fetch(null).snapshot();
            assertEquals(Recorded.advisories(provider, recorded), Recorded.advisories(provider, snapshot));
            assertEquals(
                    TABLES + "affectedProduct?$skip=2",
                    msrc.upstream().requests(TABLES + "affectedProduct").get(1).target());
        }
    }

    @Test
    void asksForTheGuideSinceADay() throws Exception {
        try (FakeMsrc msrc = FakeMsrc.start(Recorded.open("microsoft-msrc-guide/2025-03-11-patch-tuesday"));
                LoopbackClient client = client(new GuideProvider("2025-03-01"), msrc)) {
            client.fetch(null);
            assertEquals(
                    TABLES + "vulnerability?$skip=0&$filter=releaseDate%20ge%202025-03-01T00:00:00Z",
                    msrc.upstream().requests(TABLES + "vulnerability").get(0).target());
        }
    }

    @Test
    void asksForNewCsafDocumentsOnly() throws Exception {
        CsafProvider provider = new CsafProvider("");
        try (FakeMsrc msrc = FakeMsrc.start(Recorded.open("microsoft-msrc-csaf/2025-04-16-edge-and-ruby"));
                LoopbackClient client = client(provider, msrc)) {
            SnapshotFolder first = client.fetch(null).snapshot();
            msrc.show(Recorded.open("microsoft-msrc-csaf/2025-04-17-windows"));
            FetchResult second = client.fetch(first);
            assertTrue(second.changed());
            assertEquals(3, Recorded.advisories(provider, second.snapshot()).size());
            assertEquals(1, requests(msrc, "/csaf/advisories/2025/msrc_cve-2025-29795.json"));
            assertEquals(1, requests(msrc, "/csaf/vex/2025/msrc_cve-2025-25186.json"));
        }
    }
}
