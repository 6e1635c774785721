package io.patchbay.testkit.wsus;

import io.patchbay.testkit.Reply;

/** Writes SOAP answers, with the prefix that the server in question uses. */
final class SoapReply {
    private static final String NAME_SPACE = "http://www.microsoft.com/SoftwareDistribution";
    private static final String AUTHORIZATION = NAME_SPACE + "/Server/DssAuthWebService";

    private SoapReply() {}

    static Reply result(String prefix, String operation, String result) {
        String nameSpace = operation.equals("GetAuthorizationCookie") ? AUTHORIZATION : NAME_SPACE;
        return envelope(
                prefix,
                "<" + operation + "Response xmlns=\"" + nameSpace + "\"><" + operation + "Result>" + result + "</"
                        + operation + "Result></" + operation + "Response>");
    }

    /** A fault as the specification has it (MS-WSUSSS, 2.2.9.3). */
    static Reply fault(String prefix, String operation, String code, String message) {
        return envelope(
                        prefix,
                        "<" + prefix + ":Fault><faultcode>" + prefix + ":Client</faultcode><faultstring>Fault occurred"
                                + "</faultstring><detail><ErrorCode>" + code + "</ErrorCode><Message>" + message
                                + "</Message><ID>94327110-fc7e-4c3c-878d-186ab273d9fd</ID><Method>" + operation
                                + "</Method></detail></" + prefix + ":Fault>")
                .withStatus(500);
    }

    private static Reply envelope(String prefix, String body) {
        return Reply.of("<?xml version=\"1.0\" encoding=\"utf-8\"?><" + prefix + ":Envelope xmlns:" + prefix
                        + "=\"http://schemas.xmlsoap.org/soap/envelope/\"><" + prefix + ":Body>" + body + "</" + prefix
                        + ":Body></" + prefix + ":Envelope>")
                .header("Content-Type", "text/xml; charset=utf-8");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
