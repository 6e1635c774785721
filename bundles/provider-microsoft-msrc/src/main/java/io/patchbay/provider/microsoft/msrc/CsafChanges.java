package io.patchbay.provider.microsoft.msrc;

import io.patchbay.feeds.Text;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code changes.csv} (CSAF 2.0, requirement 13): a line for each document, with its path and the date of its last revision. */
final class CsafChanges {
    /** How long a year is, and a day. */
    private static final int YEAR = 4;

    private static final int DAY = 10;

    private CsafChanges() {}

    /** A document. */
    record Change(String path, String date) {
        /** Whether it was last revised on this day or later; blank for any. */
        boolean isSince(String day) {
            return date.compareTo(day) >= 0;
        }
    }

    /** All documents, each once; the newest comes first. */
    static Collection<Change> read(Snapshot snapshot, Feed feed) throws IOException, FeedException {
        Map<String, Change> changes = new LinkedHashMap<>();
        int number = 0;
        for (String line : Text.lines(snapshot, feed)) {
            Change change = change(feed, line, ++number);
            changes.putIfAbsent(change.path(), change);
        }
        return changes.values();
    }

    private static Change change(Feed feed, String line, int number) throws FeedException {
        String text = line.strip();
        int comma = text.indexOf(',');
        if (comma > 0) {
            Change change = new Change(unquoted(text.substring(0, comma)), unquoted(text.substring(comma + 1)));
            if (isPath(change.path()) && isDate(change.date())) {
                return change;
            }
        }
        throw new FeedException(feed.name(), "line " + number, "expected a path and a date");
    }

    private static String unquoted(String field) {
        boolean quoted = field.length() > 1 && field.startsWith("\"") && field.endsWith("\"");
        return quoted ? field.substring(1, field.length() - 1) : field;
    }

    /** A file in the folder of a year: nothing leads out of the tree. */
    private static boolean isPath(String text) {
        return text.endsWith(".json")
                && text.indexOf('/') == YEAR
                && text.charAt(YEAR + 1) != '.'
                && consistsOf(text, 0, YEAR, "")
                && consistsOf(text, YEAR + 1, text.length(), "._+-");
    }

    /** A day and a time of it, in whatever zone. */
    private static boolean isDate(String text) {
        return text.length() > DAY
                && text.charAt(YEAR) == '-'
                && text.charAt(DAY) == 'T'
                && consistsOf(text, 0, text.length(), ".:+-");
    }

    /** There are tens of thousands of lines, and a pattern takes as long for one as its document takes. */
    private static boolean consistsOf(String text, int start, int end, String signs) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean alphanumeric = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!alphanumeric && signs.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
