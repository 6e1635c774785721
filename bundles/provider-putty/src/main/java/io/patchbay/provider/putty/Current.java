package io.patchbay.provider.putty;

import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
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

    /** Reads the download page. */
    static Current of(Element page) throws FeedException {
        Matcher sentence = SENTENCE.matcher(page.text());
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

    /** The installed program's version resource and the installer's entry say four numbers. */
    Version known() {
        return new Version(VersionScheme.PUTTY, version, version, version + ".0.0", version);
    }

    URI notes() {
        return CHANGES.url().resolve(NOTES + version + ".html");
    }

    /** What is new in it, by the page of changes. */
    List<String> changes(Element page) throws FeedException {
        String place = "p:has(> a[href=" + NOTES + version + ".html]) + ul";
        Element list = page.selectFirst(place);
        if (list == null || !list.hasText()) {
            throw new FeedException(CHANGES.name(), place, "expected the list of changes in " + version);
        }
        return list.children().eachText();
    }

    /** The newest release before this one that the page of changes knows; this one, if it knows none. */
    String before(Element page) {
        return page.select("p > a[href^=" + NOTES + "]").eachText().stream()
                .filter(VERSION.asMatchPredicate())
                .filter(other -> VersionScheme.PUTTY.comparator().compare(other, version) < 0)
                .max(VersionScheme.PUTTY.comparator())
                .orElse(version);
    }

    /** A link to a snapshot build, or to the file of another version, does not count. */
    static void requireLink(Element page, String path) throws FeedException {
        String place = "a[href$=/putty/latest/" + path + "]";
        if (page.selectFirst(place) == null) {
            throw new FeedException(LATEST.name(), place, "expected a link to this file of the current release");
        }
    }
}
