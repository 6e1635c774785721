package io.patchbay.provider.microsoft.msrc;

import io.patchbay.feeds.Text;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code changes.csv} (CSAF 2.0, requirement 13): a line for each document, with its path and the date of its last revision. */
final class CsafChanges {
    private static final Pattern LINE = Pattern.compile(
            "\"?([0-9]{4}/[A-Za-z0-9_+][A-Za-z0-9._+-]*\\.json)\"?,\"?([0-9]{4}-[0-9]{2}-[0-9T:.Z+-]+)\"?");

    private CsafChanges() {}

    /** A document. */
    record Change(String path, String date) {
        /** Whether it was last revised on this day or later; blank for any. */
        boolean isSince(String day) {
            return date.compareTo(day) >= 0;
        }
    }

    /** All documents. */
    static List<Change> read(Snapshot snapshot, Feed feed) throws IOException, FeedException {
        List<Change> changes = new ArrayList<>();
        for (String line : Text.lines(snapshot, feed)) {
            changes.add(change(feed, line, changes.size() + 1));
        }
        return changes;
    }

    private static Change change(Feed feed, String line, int number) throws FeedException {
        Matcher matcher = LINE.matcher(line.strip());
        if (!matcher.matches()) {
            throw new FeedException(feed.name(), "line " + number, "expected a path and a date");
        }
        return new Change(matcher.group(1), matcher.group(2));
    }
}
