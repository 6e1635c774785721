package io.patchbay.provider.microsoft.wsus;

import static io.patchbay.provider.microsoft.wsus.Operation.GET_AUTHORIZATION_COOKIE;
import static io.patchbay.provider.microsoft.wsus.Operation.GET_CONFIG_DATA;
import static io.patchbay.provider.microsoft.wsus.Operation.GET_COOKIE;
import static io.patchbay.provider.microsoft.wsus.Operation.GET_REVISION_ID_LIST;
import static io.patchbay.provider.microsoft.wsus.Operation.GET_UPDATE_DATA;
import static io.patchbay.provider.microsoft.wsus.UpdateXml.definitions;
import static io.patchbay.provider.microsoft.wsus.UpdateXml.id;
import static io.patchbay.provider.microsoft.wsus.UpdateXml.updateId;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.spi.FeedException;
import io.patchbay.testkit.Fault;
import io.patchbay.testkit.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every fault of MS-WSUSSS, 2.2.9.3, and worse. */
class ServerFaultTest extends SyncingTest {
    /** Of the requests that are under way when one fails, the answers of the others may be lost. */
    private static final int IN_FLIGHT = 3 * 10;

    @Test
    void findsTheOneRevisionThatPoisonsARequest() throws IOException, FeedException {
        server.add(definitions(0, 100, 1));
        server.poison(updateId(42), 1);
        sync();
        assertEquals(99, titles().size());
        assertFalse(titles().contains("Definitions 42"));
        assertTrue(requests(GET_UPDATE_DATA) <= 2 + 2 * 7, () -> "" + requests(GET_UPDATE_DATA));
        assertEquals(99 + CATEGORIES, server.served());
    }

    @Test
    void keepsTheRevisionBeforeOneThatCannotBeHad() throws IOException, FeedException {
        server.add(definitions(0, 10, 1));
        sync();
        server.add(definitions(3, 4, 2));
        server.poison(updateId(3), 2);
        sync();
        assertEquals(10, titles().size());
        assertEquals(1, updates().get(updateId(3)).vendorRevision());
    }

    @Test
    void asksTheNextTimeForWhatCouldNotBeHad() throws IOException, FeedException {
        server.add(definitions(0, 10, 1));
        server.poison(updateId(3), 1);
        sync();
        assertEquals(9, titles().size());
        server.add(definitions(3, 4, 2));
        sync();
        assertEquals(10, titles().size());
    }

    @Test
    void leavesOutWhatTheServerGivesNothingOf() throws IOException, FeedException {
        server.forgiveUnknownRevisions();
        server.add(definitions(0, 10, 1));
        sync();
        server.add(definitions(10, 12, 1));
        server.accident(server.requests() + 7, Reply.status(404));
        assertFailure("status 404");
        server.remove(updateId(10));
        sync();
        assertEquals(11, titles().size());
    }

    @Test
    void givesUpOnAServerThatCanGiveHardlyAnything() {
        server.add(definitions(0, 500, 1));
        for (int i = 0; i < 500; i++) {
            server.poison(updateId(i), 1);
        }
        assertFailure("more than 50 revisions that it does not give, such as ");
        assertTrue(server.requests() < 500, () -> "" + server.requests());
    }

    @Test
    void startsANewSessionWhenTheCookieIsInvalid() throws IOException, FeedException {
        server.add(definitions(0, 100, 1));
        refuse(GET_UPDATE_DATA, "InvalidCookie");
        refuse(GET_COOKIE, "InvalidAuthorizationCookie");
        sync();
        assertEquals(100, titles().size());
        assertEquals(3, requests(GET_COOKIE));
        assertEquals(3, requests(GET_AUTHORIZATION_COOKIE));
    }

    @Test
    void givesUpOnACookieThatNeverWorks() {
        refuse(GET_CONFIG_DATA, "InvalidCookie", "InvalidCookie", "InvalidCookie", "InvalidCookie");
        assertFailure(
                "the upstream refused GetConfigData: InvalidCookie (told to), fault 94327110-fc7e-4c3c-878d-186ab273d9fd");
        assertEquals(3, requests(GET_COOKIE));
    }

    @Test
    void renewsTheCookieBeforeItExpires() throws IOException, FeedException {
        server.letCookiesLast(Duration.ofMinutes(10));
        server.add(definitions(0, 100, 1));
        refuse(GET_REVISION_ID_LIST, "ServerBusy");
        progress = (what, done, total) -> client.pass(Duration.ofMinutes(3));
        sync();
        assertEquals(2, requests(GET_COOKIE));
        assertTrue(server.upstream().requests().stream().anyMatch(r -> r.body().contains("<oldCookie>")));
        assertEquals(100, titles().size());
    }

    @Test
    void startsANewSessionWhenTheServerForgotTheCookie() throws IOException, FeedException {
        server.add(definitions(0, 100, 1));
        progress = (what, done, total) -> server.forgetCookies();
        sync();
        assertTrue(requests(GET_COOKIE) > 1);
        assertEquals(100, titles().size());
    }

    @Test
    void dropsItsAnchorsWhenTheServerChanged() throws IOException, FeedException {
        server.add(definitions(0, 100, 1));
        sync();
        reset();
        server.add(definitions(100, 110, 1));
        refuse(GET_REVISION_ID_LIST, "ServerChanged");
        sync();
        assertEquals(
                List.of(true, false, false),
                filters(server).stream().map(sent -> sent.contains("Anchor")).toList());
        assertEquals(10, server.served());
        assertEquals(110, titles().size());
    }

    @Test
    void goesOnWithWhatItHasWhenTheServerChangesInBetween() throws IOException, FeedException {
        server.add(definitions(0, 300, 1));
        sync();
        reset();
        server.add(UpdateXml.category(id(999), "New", "Product"));
        refuse(GET_REVISION_ID_LIST);
        server.accident(
                7,
                Reply.of(
                        "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
                                + "<soap:Fault><detail><ErrorCode>ServerChanged</ErrorCode></detail></soap:Fault></soap:Body></soap:Envelope>"));
        sync();
        assertEquals(1, server.served());
        assertEquals(301 + CATEGORIES, updates().size());
    }

    @Test
    void givesUpOnAServerThatChangesAllTheTime() {
        refuse(GET_CONFIG_DATA, "ServerChanged", "ServerChanged");
        assertFailure("ServerChanged");
    }

    @Test
    void listsEverythingIfTheAnchorIsNotUnderstood() throws IOException, FeedException {
        server.add(definitions(0, 10, 1));
        sync();
        reset();
        refuse(GET_REVISION_ID_LIST, "InvalidParameters");
        sync();
        assertEquals(3, requests(GET_REVISION_ID_LIST));
        assertEquals(0, server.served());
        assertEquals(10, titles().size());
    }

    @Test
    void leavesABusyServerAloneForAWhile() throws IOException, FeedException {
        refuse(GET_REVISION_ID_LIST, "ServerBusy", "ServerBusy");
        refuse(GET_COOKIE, "ServerBusy");
        server.add(definitions(0, 10, 1));
        sync();
        assertEquals(List.of(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10)), client.waits());
        assertEquals(10, titles().size());
    }

    @Test
    void givesUpOnAServerThatIsAlwaysBusy() {
        String[] busy = new String[20];
        Arrays.fill(busy, "ServerBusy");
        refuse(GET_CONFIG_DATA, busy);
        assertFailure("ServerBusy");
        assertEquals(6, requests(GET_CONFIG_DATA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"IncompatibleProtocolVersion", "InternalServerError", "FileDigestsMissing", "SomethingNew"})
    void stopsAtWhatItCanDoNothingAbout(String code) {
        refuse(GET_REVISION_ID_LIST, code);
        assertFailure("the upstream refused GetRevisionIdList: " + code);
        assertEquals(1, requests(GET_REVISION_ID_LIST));
    }

    @Test
    void stopsAtAFaultWithoutACode() {
        server.accident(
                4,
                Reply.of("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><s:Fault>"
                                + "<faultstring>no</faultstring></s:Fault></s:Body></s:Envelope>")
                        .withStatus(500));
        assertFailure("status 500");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a/>",
                "<?xml version='1.0' encoding='x-unknown'?><GetRevisionIdListResponse/>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
                "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body/></s:Envelope>",
                "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><GetRevisionIdListResponse>",
                "<GetRevisionIdListResponse/>",
                "<GetRevisionIdListResponse><GetRevisionIdListResult/></GetRevisionIdListResponse>",
                "<GetRevisionIdListResponse><GetRevisionIdListResult><Anchor>a</Anchor><NewRevisions><UpdateIdentity>"
                        + "<UpdateID>x</UpdateID></UpdateIdentity></NewRevisions></GetRevisionIdListResult>"
                        + "</GetRevisionIdListResponse>"
            })
    void refusesWhatIsNoListAndLeavesNothingHalfDone(String answer) throws IOException, FeedException {
        server.add(definitions(0, 10, 1));
        sync();
        var before = last;
        reset();
        server.accident(5, Reply.of(answer));
        FeedException failure = assertThrows(FeedException.class, this::sync);
        assertTrue(failure.getMessage().startsWith("revisions!GetRevisionIdList"), failure.getMessage());
        assertEquals(before, last);
        sync();
        assertEquals(10, titles().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<XmlUpdateBlobCompressed>AAAA</XmlUpdateBlobCompressed>",
                "<XmlUpdateBlobCompressed>TVNDRgAAAAA=</XmlUpdateBlobCompressed>",
                "<XmlUpdateBlob>&lt;upd:Update&gt;</XmlUpdateBlob>",
                "<XmlUpdateBlob>&lt;!DOCTYPE a&gt;&lt;a/&gt;</XmlUpdateBlob>",
                "<XmlUpdateBlob>&lt;a/&gt;</XmlUpdateBlob>",
                ""
            })
    void namesTheUpdateWhoseDocumentIsBroken(String blob) throws IOException, FeedException {
        server.add(definitions(0, 1, 1));
        server.accident(
                8,
                Reply.of("<GetUpdateDataResponse><GetUpdateDataResult><updates><ServerSyncUpdateData><Id><UpdateID>"
                        + id(0) + "</UpdateID><RevisionNumber>1</RevisionNumber></Id>" + blob
                        + "</ServerSyncUpdateData></updates></GetUpdateDataResult></GetUpdateDataResponse>"));
        sync();
        FeedException failure = assertThrows(FeedException.class, this::updates);
        assertTrue(failure.getMessage().contains(id(0) + "-r1"), failure.getMessage());
    }

    @Test
    void refusesAPageInPlaceOfAnAnswer() {
        server.accident(5, Reply.of("<html>log in</html>"));
        assertFailure("HTML");
    }

    @Test
    void refusesRevisionsThatItDidNotAskFor() {
        server.add(definitions(0, 1, 1));
        server.accident(
                8,
                Reply.of("<GetUpdateDataResponse><GetUpdateDataResult><updates><ServerSyncUpdateData><Id><UpdateID>"
                        + id(1) + "</UpdateID><RevisionNumber>1</RevisionNumber></Id></ServerSyncUpdateData></updates>"
                        + "</GetUpdateDataResult></GetUpdateDataResponse>"));
        FeedException failure = assertThrows(FeedException.class, this::sync);
        assertEquals("updates at " + id(1) + "-r1: the upstream gave it twice, or unasked", failure.getMessage());
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_SHORT", "CLOSE_BEFORE_HEAD"})
    void comesToTheSameEndWhereverItIsCutOff(Fault accident) throws IOException, FeedException {
        server.allow(10);
        server.add(definitions(0, 95, 1));
        sync();
        List<String> all = titles();
        int requests = server.requests();
        int served = server.served();
        for (int cut = 1; cut <= requests; cut++) {
            last = null;
            reset();
            server.accident(cut, accident);
            assertThrows(IOException.class, this::sync, "cut at " + cut);
            sync();
            assertEquals(all, titles(), "cut at " + cut);
            assertTrue(server.served() <= served + IN_FLIGHT, "cut at " + cut + ": " + server.served());
            assertTrue(Files.notExists(folder.resolve(".unfinished")));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STALL_BEFORE_HEAD", "STALL_IN_BODY", "SLOW_HEAD"})
    void givesUpOnAnAnswerThatTakesTooLongAndGoesOnTheNextTime(Fault accident) throws IOException, FeedException {
        client.deadline(1);
        server.add(definitions(0, 300, 1));
        server.accident(9, accident);
        assertFailure("no complete answer within 1 s");
        sync();
        assertEquals(300, titles().size());
        assertTrue(server.served() < 2 * 300, () -> "" + server.served());
    }
}
