package io.patchbay.provider.adobe;

import io.patchbay.feeds.Html;
import io.patchbay.feeds.Passage;
import io.patchbay.feeds.vendor.VendorRelease;
import io.patchbay.feeds.vendor.WindowsPackage;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
record ReleaseNote(String track, Version version, String kind, @Nullable LocalDate released, URI page) {
    private static final String CONTINUOUS = "continuous";
    private static final String INDEX = AdobeProvider.NOTES.name();

    /** A version with a letter for a digit is a release to come. */
    private static final Pattern RELEASED = Pattern.compile("[0-9]{2}\\.[0-9]{3}\\.[0-9]{5}\\b");

    private static final Pattern ENTRY = Pattern.compile(
            "([0-9]{2}\\.[0-9]{3}\\.[0-9]{5})(?: ([^,]{1,60}))?(?:, ([A-Z][a-z]{2,8} [0-9]{1,2}, [0-9]{4}))?");

    private static final Pattern PAGE =
            Pattern.compile("(?:continuous|classic)/[A-Za-z0-9.]{1,60}\\.html(?:#[A-Za-z0-9-]*)?");
    private static final String FOLDER = AdobeProvider.NOTES.url().resolve(".").toString();

    /** The newest of each track. */
    static Collection<ReleaseNote> newest(Snapshot snapshot) throws IOException, FeedException {
        Map<String, ReleaseNote> newest = new TreeMap<>();
        for (Element link : Html.readWhole(snapshot, INDEX).select("a[href]")) {
            String text = link.text().strip();
            String page = link.attr("href").replace(FOLDER, "");
            if (RELEASED.matcher(text).lookingAt() && PAGE.matcher(page).matches()) {
                ReleaseNote note = note(text, page);
                newest.merge(note.track, note, (one, other) -> other.version.isNewerThan(one.version) ? other : one);
            }
        }
        if (!newest.containsKey(CONTINUOUS)) {
            throw new FeedException(INDEX, "a", "expected releases of the continuous track, found none");
        }
        return newest.values();
    }

    private static ReleaseNote note(String text, String page) throws FeedException {
        List<Passage> entry = new Passage(INDEX, text, text).match(ENTRY, "a version, a kind of update and a day");
        boolean continuous = VersionScheme.ADOBE_CONTINUOUS.accepts(entry.get(0).text());
        VersionScheme scheme = continuous ? VersionScheme.ADOBE_CONTINUOUS : VersionScheme.ADOBE_CLASSIC;
        String version = entry.get(0).version(scheme);
        return new ReleaseNote(
                continuous ? CONTINUOUS : "classic-20" + version.substring(0, 2),
                new Version(scheme, version, version, version, version.replace(".", "")),
                entry.get(1).text(),
                entry.get(2).isEmpty() ? null : entry.get(2).day(),
                AdobeProvider.NOTES.url().resolve(page));
    }

    /** Its patches. The last classic track that had a Reader is that of 2020. */
    List<WindowsPackage> packages() {
        boolean reader = track.compareTo("classic-2020") <= 0;
        String group = track.equals(CONTINUOUS) ? CONTINUOUS : reader ? "classic" : "acrobat";
        return AdobeProvider.VENDOR.packages(group, version);
    }

    /** The release as far as the notes and these bulletins tell. */
    VendorRelease release(List<Bulletin> bulletins) {
        VendorRelease release = new VendorRelease(INDEX).released(released).described(kind, List.of(), page, INDEX);
        Bulletin.fixedBy(bulletins, version.canonical(), release);
        return release;
    }
}
