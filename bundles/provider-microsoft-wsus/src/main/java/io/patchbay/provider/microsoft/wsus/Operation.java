package io.patchbay.provider.microsoft.wsus;

import io.patchbay.spi.Question;
import java.net.URI;
import java.util.Map;

/** The operations of MS-WSUSSS that a sync needs, as SOAP 1.1 calls. */
enum Operation {
    GET_AUTH_CONFIG("GetAuthConfig", ""),
    GET_AUTHORIZATION_COOKIE("GetAuthorizationCookie", "/Server/DssAuthWebService"),
    GET_COOKIE("GetCookie", ""),
    GET_CONFIG_DATA("GetConfigData", ""),
    GET_REVISION_ID_LIST("GetRevisionIdList", ""),
    GET_UPDATE_DATA("GetUpdateData", "");

    /** Where all but the authorization is asked; the path of an address that an operator configured does not matter. */
    static final URI SERVICE = URI.create("/ServerSyncWebService/ServerSyncWebService.asmx");

    private static final String NAME_SPACE = "http://www.microsoft.com/SoftwareDistribution";
    private static final String BEFORE = "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
            + "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>";
    private static final String BEHIND = "</soap:Body></soap:Envelope>";

    private final String title;
    private final String nameSpace;

    Operation(String title, String nameSpace) {
        this.title = title;
        this.nameSpace = NAME_SPACE + nameSpace;
    }

    /** The name that the protocol gives it. */
    String title() {
        return title;
    }

    /**
     * The question that makes the call.
     *
     * @param service where to
     * @param parameters as XML
     */
    Question question(URI service, String parameters) {
        String call = "<" + title + " xmlns=\"" + nameSpace + "\">" + parameters + "</" + title + ">";
        Map<String, String> action = Map.of("SOAPAction", "\"" + nameSpace + "/" + title + "\"");
        return Question.of(service, "text/xml; charset=utf-8", action, BEFORE + call + BEHIND);
    }

    /** An element with this text. */
    static String element(String name, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<" + name + ">" + escaped + "</" + name + ">";
    }
}
