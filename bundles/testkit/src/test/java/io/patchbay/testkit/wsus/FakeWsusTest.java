package io.patchbay.testkit.wsus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.model.UpdateId;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was observed of real servers, asked for in prefixes of its own. */
class FakeWsusTest {
    private static final Pattern COOKIE = Pattern.compile("<EncryptedData>([^<]*)<");
    private static final UpdateId PRODUCT = UpdateId.parse("8c3fcc84-7410-4a95-8b89-a166a0190486");
    private static final UpdateId CLASSIFICATION = UpdateId.parse("e0789628-ce08-4437-be74-2495b842f43b");

    private final HttpClient client = HttpClient.newHttpClient();
    private Instant now = Instant.parse("2026-10-04T12:00:00Z");
    private FakeWsus server;
    private String cookie = "";

    @BeforeEach
    void start() throws Exception {
        server = FakeWsus.start(() -> now);
        server.add(update(1, 100), update(2, 100));
        logIn();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private static StoredUpdate update(int number, int revision) {
        String xml = "<a>" + "é".repeat(number * 2_000) + "</a>";
        return new StoredUpdate(id(number), revision, false, List.of(PRODUCT, CLASSIFICATION), xml, Map.of());
    }

    private static UpdateId id(int number) {
        return UpdateId.of("test", "update " + number);
    }

    private void logIn() throws Exception {
        String answer = call("GetCookie", "<x:authCookies><x:CookieData>QUJD</x:CookieData></x:authCookies>");
        cookie = COOKIE.matcher(answer).results().findFirst().orElseThrow().group(1);
    }

    private String call(String operation, String parameters) throws Exception {
        String body = "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"><e:Body><x:" + operation
                + " xmlns:x=\"http://www.microsoft.com/SoftwareDistribution\"><x:cookie><x:EncryptedData>" + cookie
                + "</x:EncryptedData></x:cookie>" + parameters + "</x:" + operation + "></e:Body></e:Envelope>";
        HttpRequest request = HttpRequest.newBuilder(
                        server.upstream().url("/ServerSyncWebService/ServerSyncWebService.asmx"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        return response.body();
    }

    private String list(String filter) throws Exception {
        return call("GetRevisionIdList", "<x:filter>" + filter + "</x:filter>");
    }

    private static String idAndDelta(String list, UpdateId id, boolean delta) {
        return "<x:" + list + "><x:IdAndDelta><x:Id>" + id + "</x:Id><x:Delta>" + delta
                + "</x:Delta></x:IdAndDelta></x:" + list + ">";
    }

    private static String anchor(int changes) {
        return "<x:Anchor>" + Anchor.write(changes, true) + "</x:Anchor>";
    }

    private static String identities(int from, int to) {
        StringBuilder ids = new StringBuilder("<x:updateIds>");
        for (int i = from; i < to; i++) {
            ids.append("<x:UpdateIdentity><x:UpdateID>" + id(i)
                    + "</x:UpdateID><x:RevisionNumber>100</x:RevisionNumber></x:UpdateIdentity>");
        }
        return ids + "</x:updateIds>";
    }

    private static void assertHas(String part, String answer) {
        assertTrue(answer.contains(part), answer);
    }

    @Test
    void givesShortDocumentsAsTextAndLongOnesInCabinets() throws Exception {
        String answer = call("GetUpdateData", identities(1, 3));
        assertHas("<XmlUpdateBlob>&lt;a&gt;é", answer);
        assertHas("<XmlUpdateBlobCompressed>TVNDRg", answer);
        assertEquals(2, server.served());
    }

    @Test
    void oneUnknownRevisionFailsTheWholeCall() throws Exception {
        assertHas("<ErrorCode>InternalServerError</ErrorCode>", call("GetUpdateData", identities(1, 4)));
        server.forgiveUnknownRevisions();
        assertHas("<XmlUpdateBlob>", call("GetUpdateData", identities(1, 4)));
    }

    @Test
    void moreThanAHundredRevisionsAreRefused() throws Exception {
        String answer = call("GetUpdateData", identities(1, 102));
        assertHas("<ErrorCode>InvalidParameters</ErrorCode><Message>updateIds</Message>", answer);
    }

    @Test
    void oneListWithoutTheOtherSelectsNothing() throws Exception {
        assertHas("<NewRevisions></NewRevisions>", list(idAndDelta("Categories", PRODUCT, false)));
        assertHas("<NewRevisions></NewRevisions>", list(idAndDelta("Classifications", CLASSIFICATION, false)));
        assertHas(
                id(1).toString(),
                list(idAndDelta("Categories", PRODUCT, false) + idAndDelta("Classifications", CLASSIFICATION, false)));
    }

    @Test
    void withoutDeltaEverythingIsListedAgain() throws Exception {
        String classification = idAndDelta("Classifications", CLASSIFICATION, true);
        String changes = list(anchor(1) + idAndDelta("Categories", PRODUCT, true) + classification);
        assertHas("<NewRevisions></NewRevisions>", changes);
        assertHas(id(1).toString(), list(anchor(1) + idAndDelta("Categories", PRODUCT, false) + classification));
    }

    @Test
    void listsWhatChangedSinceTheAnchor() throws Exception {
        server.add(update(2, 101));
        String answer = list(anchor(1));
        assertHas(id(2) + "</UpdateID><RevisionNumber>101<", answer);
        assertFalse(answer.contains(id(1).toString()), answer);
    }

    @Test
    void anAnchorOfItsOwnMakingIsRefused() throws Exception {
        assertHas(
                "<ErrorCode>InvalidParameters</ErrorCode><Message>filter</Message>",
                list("<x:Anchor>yesterday</x:Anchor>"));
    }

    @Test
    void cookiesExpire() throws Exception {
        now = now.plus(Duration.ofHours(5));
        assertHas("<ErrorCode>InvalidCookie</ErrorCode>", call("GetConfigData", ""));
        logIn();
        assertHas("<MaxNumberOfUpdatesPerRequest>100<", call("GetConfigData", ""));
    }

    @Test
    void whatCannotBeReadIsRefused() throws Exception {
        assertHas("<ErrorCode>InvalidParameters</ErrorCode>", call("GetConfigData", "<x:unclosed>"));
        String nobody = "<x:updateIds><x:UpdateIdentity><x:UpdateID>x</x:UpdateID></x:UpdateIdentity></x:updateIds>";
        assertHas("<ErrorCode>InvalidParameters</ErrorCode>", call("GetUpdateData", nobody));
    }
}
