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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.spi.FeedException;
import io.patchbay.testkit.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every fault of MS-WSUSSS, 2.2.9.3, and worse. */
class ServerFaultTest extends SyncingTest {
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
        assertEquals(
                Map.of(
                        "updates",
                        "1 of 10 revisions could not be had, first " + id(3) + "-r1: updates at GetUpdateData: "
                                + "the upstream refused: InternalServerError, fault 94327110-fc7e-4c3c-878d-186ab273d9fd"),
                outdated);
        outdated.clear();
        server.add(definitions(3, 4, 2));
        sync();
        assertEquals(10, titles().size());
        assertEquals(Map.of(), outdated);
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
        assertRefused("the upstream lists more than 50 revisions that it does not give: ");
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
        assertRefused(
                "revisions at GetConfigData: the upstream refused: InvalidCookie (told to), fault 94327110-fc7e-4c3c-878d-186ab273d9fd");
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

    @ParameterizedTest
    @ValueSource(strings = {"ServerChanged", "FileDigestsMissing"})
    void dropsItsAnchorsWhenTheServerChanged(String code) throws IOException, FeedException {
        server.add(definitions(0, 100, 1));
        sync();
        reset();
        server.add(definitions(100, 110, 1));
        refuse(GET_REVISION_ID_LIST, code);
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
        assertRefused("revisions at GetConfigData: the upstream refused: ServerChanged");
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
        assertFailure("revisions at GetConfigData: the upstream refused: ServerBusy");
        assertEquals(6, requests(GET_CONFIG_DATA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"IncompatibleProtocolVersion", "InternalServerError", "SomethingNew"})
    void stopsAtWhatItCanDoNothingAbout(String code) {
        refuse(GET_REVISION_ID_LIST, code);
        assertRefused("revisions at GetRevisionIdList: the upstream refused: " + code);
        assertEquals(1, requests(GET_REVISION_ID_LIST));
    }

    @Test
    void namesTheRevisionsThatItStoppedAt() {
        server.add(definitions(0, 1, 1));
        refuse(GET_UPDATE_DATA, "IncompatibleProtocolVersion");
        assertRefused("categories at GetUpdateData: the upstream refused: IncompatibleProtocolVersion");
    }

    @Test
    void stopsAtAFaultThatComesAsAnAnswer() {
        server.accident(
                4,
                Reply.of("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><s:Fault>"
                        + "<faultstring>no</faultstring></s:Fault></s:Body></s:Envelope>"));
        assertRefused("revisions at GetConfigData: the upstream refused: no");
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
}
