package io.patchbay.provider.adobe;

import io.patchbay.feeds.Html;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The newest release of a track, as the index of release notes has it: {@code 26.001.21529 Planned update, May 5, 2026}.
 *
 * @param track {@code continuous}, or {@code classic-2020}
 * @param kind what sort of update it is in Adobe's words; blank if the index does not say
 * @param released the day; null if the index does not say
 */
record ReleaseNote(
        String track, VersionScheme scheme, String version, String kind, @Nullable LocalDate released, URI page) {
    /** A version with a letter for a digit is a release to come. */
    private static final Pattern RELEASED = Pattern.compile("[0-9]{2}\\.[0-9]{3}\\.[0-9]{5}\\b");

    private static final Pattern ENTRY = Pattern.compile(
            "([0-9]{2}\\.[0-9]{3}\\.[0-9]{5})(?: ([^,]{1,60}))?(?:, ([A-Z][a-z]{2})[a-z]* ([0-9]{1,2}), ([0-9]{4}))?");

    private static final Pattern PAGE =
            Pattern.compile("(?:continuous|classic)/[A-Za-z0-9.]{1,60}\\.html(?:#[A-Za-z0-9-]*)?");
    private static final String FOLDER = AdobeProvider.NOTES.url().resolve(".").toString();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d uuuu", Locale.ENGLISH);

    /** The newest of each track. */
    static Collection<ReleaseNote> newest(Snapshot snapshot, Document index) throws IOException, FeedException {
        Map<String, ReleaseNote> newest = new TreeMap<>();
        for (Element link : Html.readWhole(snapshot, index).select("a[href]")) {
            String text = link.text().strip();
            String page = link.attr("href").replace(FOLDER, "");
            if (RELEASED.matcher(text).lookingAt() && PAGE.matcher(page).matches()) {
                ReleaseNote note = note(index, entry(index, text), page);
                newest.merge(note.track, note, (one, other) -> other.isNewerThan(one) ? other : one);
            }
        }
        if (!newest.containsKey(AcrobatPackage.CONTINUOUS)) {
            throw new FeedException(index.name(), "a", "expected releases of the continuous track, found none");
        }
        return newest.values();
    }

    private static Matcher entry(Document index, String text) throws FeedException {
        Matcher entry = ENTRY.matcher(text);
        if (!entry.matches()) {
            throw new FeedException(index.name(), text, "expected a version, a kind of update and a day");
        }
        return entry;
    }

    private static ReleaseNote note(Document index, Matcher entry, String href) throws FeedException {
        String version = entry.group(1);
        boolean continuous = VersionScheme.ADOBE_CONTINUOUS.accepts(version);
        if (!continuous && !VersionScheme.ADOBE_CLASSIC.accepts(version)) {
            throw new FeedException(index.name(), version, "expected a version of the continuous or a classic track");
        }
        return new ReleaseNote(
                continuous ? AcrobatPackage.CONTINUOUS : "classic-20" + version.substring(0, 2),
                continuous ? VersionScheme.ADOBE_CONTINUOUS : VersionScheme.ADOBE_CLASSIC,
                version,
                entry.group(2) == null ? "" : entry.group(2),
                day(index, entry),
                AdobeProvider.NOTES.url().resolve(href));
    }

    private static @Nullable LocalDate day(Document index, Matcher entry) throws FeedException {
        if (entry.group(3) == null) {
            return null;
        }
        try {
            return LocalDate.parse(entry.group(3) + ' ' + entry.group(4) + ' ' + entry.group(5), DAY);
        } catch (DateTimeParseException e) {
            throw new FeedException(index.name(), entry.group(), "expected a day such as May 5, 2026", e);
        }
    }

    private boolean isNewerThan(ReleaseNote other) {
        return scheme.comparator().compare(version, other.version) > 0;
    }
}
