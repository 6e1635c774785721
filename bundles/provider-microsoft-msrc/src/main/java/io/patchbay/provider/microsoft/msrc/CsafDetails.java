package io.patchbay.provider.microsoft.msrc;

/**
 * The details of a remediation, which are a text of MSRC's own form: {@code 1.3.195.45:Security Update:https://…}, each part of which may be
 * missing; all are blank if it is another text.
 */
record CsafDetails(String version, String kind, String address) {
    private static final CsafDetails NONE = new CsafDetails("", "", "");

    static CsafDetails parse(String details) {
        String text = details.strip();
        int colon = text.indexOf(':');
        boolean versioned = colon > 0 && isDigit(text.charAt(0));
        return versioned ? parse(text.substring(0, colon), text.substring(colon + 1)) : parse("", text);
    }

    private static CsafDetails parse(String version, String rest) {
        int start = address(rest);
        String before = rest.substring(0, start);
        String kind = before.endsWith(":") ? before.substring(0, before.length() - 1) : before;
        return kind.indexOf(':') < 0 ? new CsafDetails(version.strip(), kind.strip(), rest.substring(start)) : NONE;
    }

    /** Where the address begins; the end if there is none. */
    private static int address(String text) {
        int http = text.indexOf("http://");
        int https = text.indexOf("https://");
        int first = http < 0 || (https >= 0 && https < http) ? https : http;
        return first < 0 ? text.length() : first;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
