package io.patchbay.provider.putty;

import io.patchbay.feeds.Html;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Which release is current, and since when, by the sentence on the download page; and what is new in it, by the change list. */
record Current(String version, LocalDate released) {
    static final Feed LATEST =
            Feed.html("latest.html", "https://www.chiark.greenend.org.uk/~sgtatham/putty/latest.html");
    static final Feed CHANGES =
            Feed.html("changes.html", "https://www.chiark.greenend.org.uk/~sgtatham/putty/changes.html");

    private static final Pattern SENTENCE =
            Pattern.compile("Currently this is (\\S{1,30}), released on (\\S{1,30})\\.");
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,4}\\.[0-9]{1,4}");
    private static final String NOTES = "releases/";

    static Current read(Snapshot snapshot) throws IOException, FeedException {
        Matcher sentence = SENTENCE.matcher(Html.read(snapshot, LATEST).text());
        if (!sentence.find()) {
            throw unexpected("\"Currently this is <version>, released on <date>.\"", "nothing of the kind");
        }
        if (!VERSION.matcher(sentence.group(1)).matches()) {
            throw unexpected("a version such as 0.83", sentence.group(1));
        }
        try {
            return new Current(sentence.group(1), LocalDate.parse(sentence.group(2)));
        } catch (DateTimeParseException e) {
            throw unexpected("a date such as 2025-02-08", sentence.group(2));
        }
    }

    private static FeedException unexpected(String expected, String found) {
        String place = "p:contains(Currently this is)";
        return new FeedException(LATEST.name(), place, "expected " + expected + ", found " + found);
    }

    /** What the installed program's version resource and the installer's entry say. */
    String fileVersion() {
        return version + ".0.0";
    }

    URI notes() {
        return CHANGES.url().resolve(NOTES + version + ".html");
    }

    List<String> changes(Snapshot snapshot) throws IOException, FeedException {
        String place = "p:has(> a[href=" + NOTES + version + ".html]) + ul";
        Element list = Html.read(snapshot, CHANGES).selectFirst(place);
        // Earlier releases or the page's foot come after the list: a page that ends in it was cut short.
        if (list == null || list.nextElementSibling() == null || !list.hasText()) {
            throw new FeedException(CHANGES.name(), place, "expected the list of changes in " + version);
        }
        return list.children().eachText();
    }

    /** The newest release before this one that the change list knows; this one, if it knows none. */
    String before(Snapshot snapshot) throws IOException, FeedException {
        Document page = snapshot.document(CHANGES.name())
                .orElseThrow(() -> new FeedException(CHANGES.name(), "", "the snapshot lacks it"));
        return Html.readWhole(snapshot, page).select("p > a[href^=" + NOTES + "]").eachText().stream()
                .filter(VERSION.asMatchPredicate())
                .filter(other -> VersionScheme.PUTTY.comparator().compare(other, version) < 0)
                .max(VersionScheme.PUTTY.comparator())
                .orElse(version);
    }

    /** A link to a snapshot build, or to the file of another version, does not count. */
    static void requireLink(Snapshot snapshot, String path) throws IOException, FeedException {
        String place = "a[href$=/putty/latest/" + path + "]";
        if (Html.read(snapshot, LATEST).selectFirst(place) == null) {
            throw new FeedException(LATEST.name(), place, "expected a link to this file of the current release");
        }
    }
}
