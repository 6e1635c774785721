package io.patchbay.provider.mozilla;

import io.patchbay.model.Cve;
import io.patchbay.model.Security;
import io.patchbay.model.Severity;
import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The advisories of some releases. */
final class Advisories {
    static final Feed FEED = Feed.of(
            "advisories",
            "https://raw.githubusercontent.com/mozilla/foundation-security-advisories/master/",
            Feed.Format.YAML);

    private static final Comparator<Cve> ORDER = Comparator.comparing(Cve::id).thenComparing(Cve::source);

    private final List<Advisory> advisories;

    Advisories(List<Advisory> advisories) {
        this.advisories = advisories;
    }

    /** Reads every advisory that is listed, and keeps those of these releases. */
    static Advisories read(Snapshot snapshot, List<MozillaRelease> releases) throws IOException, FeedException {
        List<Fix> wanted =
                releases.stream().flatMap(release -> release.fixes().stream()).toList();
        List<Advisory> kept = new ArrayList<>();
        for (AdvisoryListing.Entry entry : AdvisoryListing.read(snapshot, releases)) {
            Advisory advisory = AdvisoryReader.read(snapshot, document(snapshot, entry));
            if (advisory.fixes().stream().anyMatch(wanted::contains)) {
                kept.add(advisory);
            }
        }
        return new Advisories(kept);
    }

    private static Document document(Snapshot snapshot, AdvisoryListing.Entry entry) throws FeedException {
        String name = FEED.name() + '/' + entry.path();
        return snapshot.document(name)
                .orElseThrow(() -> new FeedException(AdvisoryListing.FEED.name(), entry.path(), name + " is missing"));
    }

    /** Those that this release fixes, ordered by id: none for most point releases, and at first for every release. */
    List<Advisory> of(MozillaRelease release) {
        List<Fix> names = release.fixes();
        return advisories.stream()
                .filter(advisory -> advisory.fixes().stream().anyMatch(names::contains))
                .sorted(Comparator.comparing(Advisory::id))
                .toList();
    }

    /** What advisories say together: the worst rating, and each CVE as each of them rates it. */
    static Security security(List<Advisory> advisories) {
        Optional<Impact> worst = advisories.stream()
                .flatMap(advisory -> advisory.impacts().stream())
                .max(Comparator.comparing(Impact::severity));
        return new Security(
                worst.map(Impact::severity).orElse(Severity.UNSPECIFIED),
                worst.map(Impact::raw).orElse(null),
                advisories.stream().map(Advisory::id).toList(),
                advisories.stream()
                        .flatMap(advisory -> advisory.cves().stream())
                        .sorted(ORDER)
                        .toList());
    }
}
