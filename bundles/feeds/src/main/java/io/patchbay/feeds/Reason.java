package io.patchbay.feeds;

import java.util.regex.Pattern;

/** Why something ended or is odd, as operators see it and as it is kept: short and in one line, whoever wrote it. */
public final class Reason {
    private static final int LONGEST = 2_000;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

    private Reason() {}

    /** The beginning of a text, with blanks for line breaks and whatever else is not seen. */
    public static String of(String text) {
        String beginning = text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "\u2026" : text;
        return UNSEEN.matcher(beginning).replaceAll(" ");
    }
}
