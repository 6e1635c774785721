package io.patchbay.provider.notepadplusplus;

import io.patchbay.feeds.VersionText;
import io.patchbay.feeds.XmlRecord;
import io.patchbay.feeds.vendor.FixingRelease;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.Feed;
import io.patchbay.spi.Feed.Format;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/**
 * What the updater is told for one processor. In 2025 its server was taken over and named other files to some: so an answer only counts if it
 * names a file of the project on GitHub. Elements that are not known are the updater's own business (a signature, since 2026).
 *
 * @param version blank if the server offers nothing
 */
record Offer(String feed, String version, String location) {
    /** A very old version is told, so that the answer is the newest one on offer. */
    private static final String ADDRESS = "https://notepad-plus-plus.org/update/getDownloadUrl.php?version=8.0";

    private static final Comparator<String> ORDER = VersionScheme.NOTEPAD_PLUS_PLUS.comparator();

    /** For x86, x64 and ARM64, as the first packages of a release. */
    static final List<Feed> FEEDS = List.of(
            Feed.of("gup-x86.xml", ADDRESS, Format.XML),
            Feed.of("gup-x64.xml", ADDRESS + "&param=x64", Format.XML),
            Feed.of("gup-arm64.xml", ADDRESS + "&param=arm64", Format.XML));

    static Offer read(Snapshot snapshot, Feed feed) throws IOException, FeedException {
        XmlRecord answer = XmlRecord.root(snapshot, feed.name());
        String needed = answer.text("NeedToBeUpdated");
        String version = answer.text("Version");
        boolean none = needed.equals("no") && version.isEmpty();
        if (!answer.name().equals("GUP") || !(none || needed.equals("yes"))) {
            throw new FeedException(feed.name(), "/GUP", "expected a version on offer, or none, found " + answer);
        }
        if (!none) {
            VersionText.of(VersionScheme.NOTEPAD_PLUS_PLUS, version, feed.name(), "/GUP/Version");
        }
        return new Offer(feed.name(), version, answer.text("Location"));
    }

    /** Refuses what is no release on GitHub, or not the very file of the release: that of its package at this place. */
    void requireFile(List<FixingRelease> releases, int of) throws FeedException {
        if (version.isEmpty()) {
            return;
        }
        for (FixingRelease release : releases) {
            if (ORDER.compare(version, release.version().canonical()) == 0) {
                String file = NotepadProvider.VENDOR.files(release.version()).get(of);
                requireLocation(release.release().asset(file).address().text());
                return;
            }
        }
        throw new FeedException(feed, "/GUP/Version", "expected a release that is on GitHub, found " + version);
    }

    private void requireLocation(String expected) throws FeedException {
        if (!location.equals(expected)) {
            throw new FeedException(feed, "/GUP/Location", "expected " + expected + ", found " + location);
        }
    }
}
