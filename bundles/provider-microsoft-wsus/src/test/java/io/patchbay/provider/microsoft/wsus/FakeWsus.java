package io.patchbay.provider.microsoft.wsus;

import io.patchbay.cabinet.CabinetWriter;
import io.patchbay.cabinet.LzxCabinets;
import io.patchbay.model.UpdateId;
import io.patchbay.testkit.Answer;
import io.patchbay.testkit.FakeUpstream;
import io.patchbay.testkit.RecordedRequest;
import io.patchbay.testkit.Reply;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An update server on loopback that speaks MS-WSUSSS from stored documents as the real ones were seen to: opaque anchors, {@code Delta},
 * limits, both forms of documents, and every fault, when it is told to. It counts what it is asked for.
 */
final class FakeWsus implements Closeable {
    private static final String NAME_SPACE = "http://www.microsoft.com/SoftwareDistribution";
    private static final Pattern IDENTITY = Pattern.compile(
            "<UpdateIdentity><UpdateID>([^<]*)</UpdateID><RevisionNumber>(\\d+)</RevisionNumber></UpdateIdentity>");
    private static final Pattern COOKIE = Pattern.compile("<EncryptedData>([^<]*)</EncryptedData>");
    private static final Pattern ANCHOR = Pattern.compile("<Anchor>([^<]*)</Anchor>");
    private static final Pattern ANCHOR_FORM = Pattern.compile("(\\d+),2026-10-04 16:33:26\\.670");
    private static final Pattern ID_AND_DELTA =
            Pattern.compile("<IdAndDelta><Id>([^<]*)</Id><Delta>([^<]*)</Delta></IdAndDelta>");
    private static final int LONGEST_PLAIN = 5_120;

    private final FakeUpstream upstream = FakeUpstream.start();
    private final InstantSource clock;
    private final Map<String, StoredUpdate> updates = new LinkedHashMap<>();
    private final Map<String, Integer> changes = new HashMap<>();
    private final Set<Revision> poisoned = new HashSet<>();
    private final Set<String> cookies = new HashSet<>();
    private final Map<String, Integer> requests = new TreeMap<>();
    private final Map<String, Deque<String>> faults = new HashMap<>();
    private final Map<Integer, Answer> accidents = new HashMap<>();
    private final List<String> filters = new ArrayList<>();
    private int time;
    private int count;
    private int served;

    boolean microsoft;
    int updatesPerRequest = 100;
    int answersAtMost = Integer.MAX_VALUE;
    boolean givesNothingOfUnknownRevisions;
    Duration cookieLifetime = Duration.ofMinutes(240);

    /** A server whose cookies expire by this clock. */
    FakeWsus(InstantSource clock) throws IOException {
        this.clock = clock;
        upstream.serve("/ServerSyncWebService/ServerSyncWebService.asmx", this::answer);
        upstream.serve("/DssAuthWebService/DssAuthWebService.asmx", this::answer);
    }

    FakeUpstream upstream() {
        return upstream;
    }

    /** Adds revisions, in place of earlier ones of the same updates. */
    synchronized void add(StoredUpdate... more) {
        time++;
        for (StoredUpdate update : more) {
            String id = update.revision().id().toString();
            updates.put(id, update);
            changes.put(id, time);
        }
    }

    /** Forgets an update, as a clean-up of the server does. */
    synchronized void remove(String id) {
        updates.remove(id);
    }

    /** Makes every request that asks for this revision fail. */
    synchronized void poison(Revision revision) {
        poisoned.add(revision);
    }

    /** Refuses the next calls of an operation with these codes, one after the other. */
    synchronized void refuse(Operation operation, String... codes) {
        faults.computeIfAbsent(operation.title(), o -> new ArrayDeque<>()).addAll(List.of(codes));
    }

    /** Answers the request of this number, from 1, with an accident. */
    synchronized void accident(int request, Answer accident) {
        accidents.put(request, accident);
    }

    /** Forgets all cookies that it has given. */
    synchronized void forgetCookies() {
        cookies.clear();
    }

    /** Starts to count anew. */
    synchronized void reset() {
        requests.clear();
        filters.clear();
        accidents.clear();
        count = 0;
        served = 0;
    }

    /** How often an operation was called. */
    synchronized int requests(Operation operation) {
        return requests.getOrDefault(operation.title(), 0);
    }

    /** How many requests there were. */
    synchronized int requests() {
        return count;
    }

    /** How many revisions' documents were given. */
    synchronized int served() {
        return served;
    }

    /** The filters of the lists that were asked for. */
    synchronized List<String> filters() {
        return List.copyOf(filters);
    }

    @Override
    public void close() throws IOException {
        upstream.close();
    }

    private synchronized Answer answer(RecordedRequest request) {
        Answer accident = accidents.remove(++count);
        if (accident != null) {
            return accident;
        }
        String action = request.header("SOAPAction").orElse("").replace("\"", "");
        String operation = action.substring(action.lastIndexOf('/') + 1);
        requests.merge(operation, 1, Integer::sum);
        Deque<String> codes = faults.getOrDefault(operation, new ArrayDeque<>());
        return codes.isEmpty() ? operation(operation, request.body()) : fault(codes.remove(), "told to", operation);
    }

    private Answer operation(String operation, String body) {
        return switch (operation) {
            case "GetAuthConfig" ->
                response(
                        operation,
                        "<LastChange>2026-10-04T16:33:26.67Z</LastChange><AuthInfo><AuthPlugInInfo><PlugInID>DssTargeting"
                                + "</PlugInID><ServiceUrl>DssAuthWebService/DssAuthWebService.asmx</ServiceUrl><Parameter />"
                                + "</AuthPlugInInfo></AuthInfo>");
            case "GetAuthorizationCookie" ->
                response(operation, "<PlugInId>DssTargeting</PlugInId><CookieData>QUJD</CookieData>");
            case "GetCookie" -> cookie(body);
            default -> withCookie(operation, body);
        };
    }

    private Answer cookie(String body) {
        if (!body.contains("<CookieData>QUJD</CookieData>")) {
            return fault("InvalidAuthorizationCookie", "authCookies", "GetCookie");
        }
        Instant end = clock.instant().plus(cookieLifetime);
        String data = Base64.getEncoder()
                .encodeToString(("cookie until " + end + "/" + count).getBytes(StandardCharsets.UTF_8));
        cookies.add(data);
        return response("GetCookie", "<Expiration>" + end + "</Expiration><EncryptedData>" + data + "</EncryptedData>");
    }

    private Answer withCookie(String operation, String body) {
        Matcher cookie = COOKIE.matcher(body);
        if (!cookie.find() || !cookies.contains(cookie.group(1)) || isExpired(cookie.group(1))) {
            return fault("InvalidCookie", "cookie", operation);
        }
        return switch (operation) {
            case "GetConfigData" -> response(operation, configuration());
            case "GetRevisionIdList" -> list(body);
            case "GetUpdateData" -> data(body);
            default -> fault("InvalidParameters", "operation", operation);
        };
    }

    private boolean isExpired(String cookie) {
        String text = new String(Base64.getDecoder().decode(cookie), StandardCharsets.UTF_8);
        return clock.instant().isAfter(Instant.parse(text.substring("cookie until ".length(), text.indexOf('/'))));
    }

    private String configuration() {
        int special = microsoft ? 100 : 0;
        return "<CatalogOnlySync>" + microsoft + "</CatalogOnlySync><MaxNumberOfDriverSetsPerRequest>" + special
                + "</MaxNumberOfDriverSetsPerRequest><MaxNumberOfUpdatesPerRequest>" + updatesPerRequest
                + "</MaxNumberOfUpdatesPerRequest><NewConfigAnchor>" + anchor()
                + "</NewConfigAnchor><LanguageUpdateList>"
                + language(0, "all") + language(1033, "en") + language(1031, "de") + "</LanguageUpdateList>";
    }

    private static String language(int id, String name) {
        return "<ServerSyncLanguageData><LanguageID>" + id + "</LanguageID><ShortLanguage>" + name
                + "</ShortLanguage><LongLanguage>" + name
                + "</LongLanguage><Enabled>true</Enabled></ServerSyncLanguageData>";
    }

    private String anchor() {
        return time + ",2026-10-04 16:33:26.670";
    }

    private Answer list(String body) {
        filters.add(body.replaceAll(".*<filter>|</filter>.*", ""));
        Matcher anchor = ANCHOR.matcher(body);
        Optional<String> since = anchor.find() ? Optional.of(anchor.group(1)) : Optional.empty();
        if (since.isPresent() && !ANCHOR_FORM.matcher(since.get()).matches()) {
            return fault("InvalidParameters", "filter", "GetRevisionIdList");
        }
        boolean configuration = body.contains("<GetConfig>true</GetConfig>");
        Set<String> wanted = new HashSet<>();
        boolean delta = since.isPresent();
        Matcher ids = ID_AND_DELTA.matcher(body);
        while (ids.find() && !configuration) {
            wanted.add(ids.group(1));
            delta &= Boolean.parseBoolean(ids.group(2));
        }
        boolean oneSided = body.contains("<Categories>") != body.contains("<Classifications>");
        int after = delta ? Integer.parseInt(since.orElseThrow().replaceAll(",.*", "")) : 0;
        StringBuilder revisions = new StringBuilder();
        updates.forEach((id, update) -> {
            boolean fits = wanted.isEmpty() || (!oneSided && wanted.containsAll(update.categories()));
            if (update.configuration() == configuration
                    && changes.get(id) > after
                    && fits
                    && !(oneSided && !configuration)) {
                revisions.append(update.revision().xml());
            }
        });
        return response(
                "GetRevisionIdList", "<Anchor>" + anchor() + "</Anchor><NewRevisions>" + revisions + "</NewRevisions>");
    }

    private Answer data(String body) {
        List<Revision> asked = new ArrayList<>();
        Matcher identity = IDENTITY.matcher(body);
        while (identity.find()) {
            asked.add(new Revision(UpdateId.parse(identity.group(1)), Integer.parseInt(identity.group(2))));
        }
        if (asked.size() > updatesPerRequest) {
            return fault("InvalidParameters", "updateIds", "GetUpdateData");
        }
        List<StoredUpdate> known = asked.stream().flatMap(r -> find(r).stream()).toList();
        if (asked.stream().anyMatch(poisoned::contains)
                || (known.size() < asked.size() && !givesNothingOfUnknownRevisions)) {
            return fault("InternalServerError", "", "GetUpdateData");
        }
        return data(known.subList(0, Math.min(known.size(), answersAtMost)));
    }

    private Optional<StoredUpdate> find(Revision revision) {
        StoredUpdate update = updates.get(revision.id().toString());
        return Optional.ofNullable(update).filter(u -> u.revision().equals(revision));
    }

    private Answer data(List<StoredUpdate> found) {
        StringBuilder data = new StringBuilder("<updates>");
        Map<String, String> files = new TreeMap<>();
        for (StoredUpdate update : found) {
            served++;
            files.putAll(update.files());
            data.append(
                    "<ServerSyncUpdateData><Id><UpdateID>" + update.revision().id() + "</UpdateID><RevisionNumber>"
                            + update.revision().number() + "</RevisionNumber></Id>" + blob(update.xml())
                            + "</ServerSyncUpdateData>");
        }
        data.append("</updates><fileUrls>");
        files.forEach((digest, url) -> data.append("<ServerSyncUrlData><FileDigest>" + digest + "</FileDigest><MUUrl>"
                + escape(url) + "</MUUrl><UssUrl /></ServerSyncUrlData>"));
        return response("GetUpdateData", data.append("</fileUrls>").toString());
    }

    private static String blob(String xml) {
        return 2 * xml.length() <= LONGEST_PLAIN
                ? "<XmlUpdateBlob>" + escape(xml) + "</XmlUpdateBlob>"
                : "<XmlUpdateBlobCompressed>" + Base64.getEncoder().encodeToString(cabinet(xml))
                        + "</XmlUpdateBlobCompressed>";
    }

    private static byte[] cabinet(String xml) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            CabinetWriter cabinet = LzxCabinets.writer(21);
            byte[] text = xml.getBytes(StandardCharsets.UTF_16LE);
            cabinet.add("blob", LocalDateTime.of(1980, 1, 1, 0, 0), new ByteArrayInputStream(text));
            cabinet.writeTo(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private Answer response(String operation, String result) {
        String nameSpace =
                operation.equals("GetAuthorizationCookie") ? NAME_SPACE + "/Server/DssAuthWebService" : NAME_SPACE;
        return envelope("<" + operation + "Response xmlns=\"" + nameSpace + "\"><" + operation + "Result>" + result
                + "</" + operation + "Result></" + operation + "Response>");
    }

    private static Reply envelope(String body) {
        return Reply.of("<?xml version=\"1.0\" encoding=\"utf-8\"?><soap:Envelope xmlns:soap=\""
                        + "http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>" + body
                        + "</soap:Body></soap:Envelope>")
                .header("Content-Type", "text/xml; charset=utf-8");
    }

    private static Answer fault(String code, String message, String operation) {
        return envelope("<soap:Fault><faultcode>soap:Client</faultcode><faultstring>Fault occurred</faultstring>"
                        + "<detail><ErrorCode>" + code + "</ErrorCode><Message>" + message
                        + "</Message><ID>94327110-fc7e-4c3c-878d-186ab273d9fd</ID><Method>" + operation
                        + "</Method></detail></soap:Fault>")
                .withStatus(500);
    }
}
