package io.patchbay.provider.microsoft.msrc;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The details of a remediation, which are a text of MSRC's own form: {@code 1.3.195.45:Security Update:https://…}, each part of which may be
 * missing.
 */
record CsafDetails(String version, String kind, String address) {
    private static final Pattern FORM = Pattern.compile("(?:([0-9][^:]*):)?([^:]*):?(https?://.*)?", Pattern.DOTALL);

    static CsafDetails parse(String details) {
        Matcher parts = FORM.matcher(details.strip());
        if (!parts.matches()) {
            return new CsafDetails("", "", "");
        }
        return new CsafDetails(text(parts.group(1)), text(parts.group(2)), text(parts.group(3)));
    }

    private static String text(String part) {
        return part == null ? "" : part.strip();
    }
}
