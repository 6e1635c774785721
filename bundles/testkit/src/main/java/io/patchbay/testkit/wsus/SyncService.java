package io.patchbay.testkit.wsus;

import io.patchbay.cabinet.CabinetWriter;
import io.patchbay.model.UpdateId;
import io.patchbay.testkit.Answer;
import io.patchbay.testkit.Reply;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** Answers the operations of MS-WSUSSS from what is stored. */
final class SyncService {
    private static final String AUTHORIZED = "QUJD";

    final Cookies cookies;
    final RevisionStore store = new RevisionStore();
    UpdateDocuments documents = new UpdateDocuments(CabinetWriter::mszip);
    boolean microsoft;
    boolean forgiving;
    int updatesPerRequest = 100;
    int mostInAnAnswer = Integer.MAX_VALUE;
    int served;

    SyncService(InstantSource clock) {
        this.cookies = new Cookies(clock);
    }

    Answer answer(SoapCall call) {
        String operation = call.operation();
        return switch (operation) {
            case "GetAuthConfig" -> authConfig(operation);
            case "GetAuthorizationCookie" ->
                result(operation, "<PlugInId>DssTargeting</PlugInId><CookieData>" + AUTHORIZED + "</CookieData>");
            case "GetCookie" -> cookie(call);
            default -> withCookie(call);
        };
    }

    private Answer authConfig(String operation) {
        return result(
                operation,
                "<LastChange>2026-10-04T16:33:26.67Z</LastChange><AuthInfo><AuthPlugInInfo><PlugInID>DssTargeting"
                        + "</PlugInID><ServiceUrl>DssAuthWebService/DssAuthWebService.asmx</ServiceUrl><Parameter />"
                        + "</AuthPlugInInfo></AuthInfo>");
    }

    private Answer cookie(SoapCall call) {
        boolean authorized = call.text("CookieData").filter(AUTHORIZED::equals).isPresent();
        return authorized
                ? result("GetCookie", cookies.bake())
                : fault("GetCookie", "InvalidAuthorizationCookie", "authCookies");
    }

    private Answer withCookie(SoapCall call) {
        String operation = call.operation();
        if (call.text("EncryptedData").filter(cookies::isGood).isEmpty()) {
            return fault(operation, "InvalidCookie", "cookie");
        }
        return switch (operation) {
            case "GetConfigData" -> result(operation, configuration());
            case "GetRevisionIdList" -> list(call);
            case "GetUpdateData" -> data(call);
            default -> fault(operation, "InvalidParameters", "operation");
        };
    }

    private String configuration() {
        return "<CatalogOnlySync>" + microsoft + "</CatalogOnlySync><MaxNumberOfDriverSetsPerRequest>"
                + (microsoft ? 100 : 0) + "</MaxNumberOfDriverSetsPerRequest><MaxNumberOfUpdatesPerRequest>"
                + updatesPerRequest + "</MaxNumberOfUpdatesPerRequest><NewConfigAnchor>" + anchor()
                + "</NewConfigAnchor><LanguageUpdateList>" + language(0, "all") + language(1033, "en")
                + language(1031, "de") + "</LanguageUpdateList>";
    }

    private static String language(int id, String name) {
        return "<ServerSyncLanguageData><LanguageID>" + id + "</LanguageID><ShortLanguage>" + name
                + "</ShortLanguage><LongLanguage>" + name
                + "</LongLanguage><Enabled>true</Enabled></ServerSyncLanguageData>";
    }

    private String anchor() {
        return Anchor.write(store.changes(), !microsoft);
    }

    private Answer list(SoapCall call) {
        Optional<Integer> since = call.text("Anchor").map(Anchor::read).orElse(Optional.of(0));
        if (since.isEmpty()) {
            return fault(call.operation(), "InvalidParameters", "filter");
        }
        StringBuilder revisions = new StringBuilder();
        for (StoredUpdate update : store.list(RevisionQuery.of(call, since.get()))) {
            revisions.append("<UpdateIdentity><UpdateID>" + update.id() + "</UpdateID><RevisionNumber>"
                    + update.revision() + "</RevisionNumber></UpdateIdentity>");
        }
        return result(
                call.operation(), "<Anchor>" + anchor() + "</Anchor><NewRevisions>" + revisions + "</NewRevisions>");
    }

    private Answer data(SoapCall call) {
        List<Element> asked = call.elements("UpdateIdentity").toList();
        if (asked.size() > updatesPerRequest) {
            return fault(call.operation(), "InvalidParameters", "updateIds");
        }
        List<StoredUpdate> found = new ArrayList<>();
        for (Element identity : asked) {
            Optional<StoredUpdate> revision = revision(identity);
            if (revision.isEmpty() && !forgiving) {
                return fault(call.operation(), "InternalServerError", "");
            }
            revision.ifPresent(found::add);
        }
        return data(call.operation(), found.subList(0, Math.min(found.size(), mostInAnAnswer)));
    }

    private Answer data(String operation, List<StoredUpdate> found) {
        if (found.stream().anyMatch(update -> store.isPoisoned(update.id(), update.revision()))) {
            return fault(operation, "InternalServerError", "");
        }
        served += found.size();
        return result(operation, documents.xml(found));
    }

    private Optional<StoredUpdate> revision(Element identity) {
        UpdateId id = UpdateId.parse(SoapCall.text(identity, "UpdateID"));
        return store.find(id, Integer.parseInt(SoapCall.text(identity, "RevisionNumber")));
    }

    private Reply result(String operation, String result) {
        return SoapReply.result(prefix(), operation, result);
    }

    Reply fault(String operation, String code, String message) {
        return SoapReply.fault(prefix(), operation, code, message);
    }

    private String prefix() {
        return microsoft ? "s" : "soap";
    }
}
