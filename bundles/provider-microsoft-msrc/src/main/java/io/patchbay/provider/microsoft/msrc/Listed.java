package io.patchbay.provider.microsoft.msrc;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What a listing says of a document. */
final class Listed {
    /** For so long an old document may still come under a new date, because not all servers have the new one yet. */
    private static final int DAYS = 2;

    private Listed() {}

    /** The tag of a document by the date of its revision: another one while that is recent, so that it is asked for once more afterwards. */
    static String tag(String date, Instant now) {
        String recent = now.minus(DAYS, ChronoUnit.DAYS).toString();
        return date.compareTo(recent) < 0 ? date : date + " recent";
    }
}
