package io.patchbay.provider.mozilla;

import io.patchbay.feeds.Json;
import io.patchbay.feeds.Value;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The advisories that can matter, as the listing of their repository names them. */
final class AdvisoryListing {
    static final Feed FEED = Feed.json(
            "advisory-tree.json",
            "https://api.github.com/repos/mozilla/foundation-security-advisories/git/trees/master?recursive=1");

    private static final Pattern PATH = Pattern.compile("announce/([0-9]{4})/mfsa[0-9]{4}-[0-9]+\\.(yml|md)");

    /**
     * A file of the repository.
     *
     * @param path such as {@code announce/2024/mfsa2024-70.yml}
     * @param sha the name that git gives its content
     */
    record Entry(String path, String sha) {}

    private AdvisoryListing() {}

    /**
     * Lists the advisories from the year in which the oldest of these releases' lines began. A fix may reach a line months after it was
     * announced, but not before the line exists; of some 1,600 files that leaves 300.
     */
    static List<Entry> read(Snapshot snapshot, List<MozillaRelease> releases) throws IOException, FeedException {
        Value listing = Json.read(snapshot, FEED);
        if (listing.get("truncated").truth()) {
            throw listing.get("truncated").failure("a complete listing");
        }
        List<Entry> entries = new ArrayList<>();
        int firstYear = firstYear(releases);
        for (Value file : listing.get("tree").items()) {
            Matcher path = PATH.matcher(file.get("path").text());
            if (path.matches() && Integer.parseInt(path.group(1)) >= firstYear) {
                entries.add(new Entry(path.group(), file.get("sha").text()));
            }
        }
        if (entries.isEmpty()) {
            throw listing.get("tree").failure("advisories of " + firstYear + " or later");
        }
        return entries;
    }

    /** A line without a date is newer than all that have one: product details only learn of it later. */
    private static int firstYear(List<MozillaRelease> releases) {
        return releases.stream()
                .map(MozillaRelease::lineBegan)
                .filter(Objects::nonNull)
                .mapToInt(LocalDate::getYear)
                .min()
                .orElse(0);
    }
}
