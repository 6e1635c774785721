package io.patchbay.provider.microsoft.wsus;

import static io.patchbay.provider.microsoft.wsus.Operation.GET_AUTHORIZATION_COOKIE;
import static io.patchbay.provider.microsoft.wsus.Operation.GET_AUTH_CONFIG;
import static io.patchbay.provider.microsoft.wsus.Operation.GET_CONFIG_DATA;
import static io.patchbay.provider.microsoft.wsus.Operation.GET_COOKIE;
import static io.patchbay.provider.microsoft.wsus.Operation.GET_REVISION_ID_LIST;
import static io.patchbay.provider.microsoft.wsus.Operation.GET_UPDATE_DATA;
import static io.patchbay.provider.microsoft.wsus.UpdateXml.DEFENDER;
import static io.patchbay.provider.microsoft.wsus.UpdateXml.DEFINITION_UPDATES;
import static io.patchbay.provider.microsoft.wsus.UpdateXml.definitions;
import static io.patchbay.provider.microsoft.wsus.UpdateXml.id;
import static io.patchbay.provider.microsoft.wsus.UpdateXml.software;
import static io.patchbay.provider.microsoft.wsus.UpdateXml.updateId;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.fetch.FetchResult;
import io.patchbay.model.Classification;
import io.patchbay.model.Product;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.testkit.wsus.FakeWsus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WsusSyncTest extends SyncingTest {
    @Test
    void asksInTheOrderOfTheProtocol() throws IOException, FeedException {
        server.add(definitions(0, 1, 1));
        sync();
        List<String> operations = server.upstream().requests().stream()
                .map(request -> request.header("SOAPAction").orElseThrow())
                .map(action -> action.replaceAll(".*/|\"", ""))
                .toList();
        assertEquals(
                List.of(
                        "GetAuthConfig",
                        "GetAuthorizationCookie",
                        "GetCookie",
                        "GetConfigData",
                        "GetRevisionIdList",
                        "GetUpdateData",
                        "GetRevisionIdList",
                        "GetUpdateData"),
                operations);
    }

    @Test
    void keepsTheAnswersThatTellSomethingAndNoCookies() throws IOException, FeedException {
        server.add(definitions(0, 250, 1));
        sync();
        assertEquals(
                List.of(
                        "categories/56309036-4c77-4dd9-951a-99ee9c246a94-r101.xml",
                        "revisions/categories-000.xml",
                        "revisions/updates-000.xml",
                        "updates/" + id(0) + "-r1.xml",
                        "updates/" + id(100) + "-r1.xml",
                        "updates/" + id(200) + "-r1.xml"),
                last.documents().stream().map(Document::name).toList());
        assertEquals(CATEGORIES + 250, updates().size());
    }

    @Test
    void filesUpdatesByWhatTheCategoriesAre() throws IOException, FeedException {
        server.add(UpdateXml.longer(software(id(7), 3, "Definitions", DEFENDER, DEFINITION_UPDATES)));
        sync();
        Update update = updates().get(UpdateId.parse(id(7)));
        assertEquals(3, update.vendorRevision());
        assertEquals(
                List.of(Product.of(UpdateId.parse(DEFENDER))), update.release().products());
        assertEquals(Classification.DEFINITION_UPDATES, update.release().classification());
        assertEquals(
                List.of(Set.of(UpdateId.parse(UpdateXml.DETECTOID))),
                update.relationships().prerequisites());
        assertEquals("Microsoft", update.release().vendor());
    }

    @Test
    void transfersNothingIfNothingIsNew() throws IOException, FeedException {
        server.add(definitions(0, 250, 1));
        FetchResult first = sync();
        reset();
        FetchResult second = sync();
        assertFalse(second.changed());
        assertEquals(first.snapshot(), second.snapshot());
        assertEquals(6, server.requests());
        assertEquals(0, server.served());
    }

    @Test
    void transfersOnlyWhatIsNew() throws IOException, FeedException {
        server.add(definitions(0, 250, 1));
        sync();
        reset();
        server.add(software(id(7), 2, "Definitions 7 amended", DEFENDER, DEFINITION_UPDATES));
        sync();
        assertEquals(7, server.requests());
        assertEquals(1, server.served());
        assertEquals(250, titles().size());
        assertEquals("Definitions 7 amended", titles().get(7));
    }

    @Test
    void goesOnFromListOfChangesToListOfChanges() throws IOException, FeedException {
        for (int i = 0; i < 5; i++) {
            server.add(definitions(i, i + 1, 1));
            sync();
        }
        assertEquals(5, titles().size());
        assertEquals(5, Listing.lists(last, MicrosoftWsusProvider.UPDATES).size());
        assertEquals(1, Listing.lists(last, MicrosoftWsusProvider.CATEGORIES).size());
    }

    /** Lists of changes do not say what an upstream has no more. */
    @Test
    void listsEverythingAnewNowAndThen() throws IOException, FeedException {
        server.add(definitions(0, 3, 1));
        sync();
        server.remove(updateId(0));
        for (int i = 3; i < 33; i++) {
            server.add(definitions(i, i + 1, 1));
            sync();
        }
        assertEquals(1, Listing.lists(last, MicrosoftWsusProvider.UPDATES).size());
        assertEquals(32, titles().size());
        assertEquals("Definitions 1", titles().get(0));
    }

    @Test
    void leavesOutAnswersOfWhichNothingCountsAnyMore() throws IOException, FeedException {
        server.add(definitions(0, 250, 1));
        sync();
        server.add(definitions(100, 200, 2));
        sync();
        assertEquals(
                List.of(id(0) + "-r1.xml", id(100) + "-r2.xml", id(200) + "-r1.xml"),
                last.documents(MicrosoftWsusProvider.UPDATES).stream()
                        .map(document -> document.name().replace("updates/", ""))
                        .toList());
        assertEquals(250, titles().size());
    }

    @Test
    void asksForNoMoreAtOnceThanTheServerAllows() throws IOException, FeedException {
        server.allow(7);
        server.add(definitions(0, 50, 1));
        sync();
        assertEquals(2 + 8, requests(GET_UPDATE_DATA));
        assertEquals(50, titles().size());
    }

    @Test
    void asksForNoMoreThanAThousandAtOnceWhateverTheServerAllows() throws IOException, FeedException {
        server.allow(Integer.MAX_VALUE);
        server.add(definitions(0, 1_500, 1));
        sync();
        assertEquals(1 + 2, requests(GET_UPDATE_DATA));
        assertEquals(1_500, titles().size());
    }

    @Test
    void asksAgainForWhatAShortAnswerLeftOut() throws IOException, FeedException {
        server.cutAnswersTo(30);
        server.add(definitions(0, 100, 1));
        sync();
        assertEquals(1 + 4, requests(GET_UPDATE_DATA));
        assertEquals(100, titles().size());
    }

    /** Real lists repeat ids. */
    @Test
    void takesTheHighestOfSeveralRevisionsOfAnUpdate() throws IOException, FeedException {
        server.add(definitions(0, 10, 2));
        server.addBeside(definitions(3, 4, 1));
        server.addBeside(definitions(5, 6, 3));
        sync();
        assertEquals(10, titles().size());
        assertEquals(2, updates().get(updateId(3)).vendorRevision());
        assertEquals(3, updates().get(updateId(5)).vendorRevision());
    }

    @Test
    void tellsItsProgressInRevisions() throws IOException, FeedException {
        List<String> told = new ArrayList<>();
        progress = (what, done, total) -> told.add(what + " " + done + "/" + total);
        server.add(definitions(0, 250, 1));
        sync();
        assertEquals("categories 0/8", told.get(0));
        assertEquals("categories 8/8", told.get(1));
        assertEquals("updates 0/250", told.get(2));
        assertEquals("updates 250/250", told.get(told.size() - 1));
    }

    @Test
    void trustsNoAnchorOfAnotherServer() throws IOException, FeedException {
        server.add(definitions(0, 20, 1));
        sync();
        try (FakeWsus other = FakeWsus.start(client.clock())) {
            other.add(UpdateXml.categories());
            other.add(definitions(10, 30, 1));
            client.move(SYNC, other.upstream());
            sync();
            assertTrue(filters(other).stream().noneMatch(sent -> sent.contains("Anchor")));
            assertEquals(10, other.served());
        }
        assertEquals(20, titles().size());
    }

    @Test
    void logsInOnceForTheWholeSync() throws IOException, FeedException {
        server.add(definitions(0, 1000, 1));
        sync();
        assertEquals(1, requests(GET_AUTH_CONFIG));
        assertEquals(1, requests(GET_AUTHORIZATION_COOKIE));
        assertEquals(1, requests(GET_COOKIE));
        assertEquals(1, requests(GET_CONFIG_DATA));
        assertEquals(2, requests(GET_REVISION_ID_LIST));
        assertEquals(11, requests(GET_UPDATE_DATA));
    }
}
