package io.patchbay.provider.mozilla;

import io.patchbay.feeds.GitHubTree;
import io.patchbay.feeds.vendor.Vendor;
import io.patchbay.feeds.vendor.VendorRelease;
import io.patchbay.feeds.vendor.WindowsPackage;
import io.patchbay.model.Classification;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Licensing;
import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;

/**
 * Mozilla: product details name the current releases; each release has a list of its files with their checksums; security advisories name
 * the releases that they are fixed in.
 */
@Component
public final class MozillaProvider implements FeedProvider {
    static final Feed SUMS = Feed.text("sha512sums", "https://archive.mozilla.org/pub/");
    static final GitHubTree ADVISORIES = GitHubTree.of(
            "mozilla/foundation-security-advisories", "master", "advisory-tree.json", "advisories", Feed.Format.YAML);
    static final Vendor VENDOR = Vendor.of(MozillaProvider.class);

    private static final Pattern ADVISORY = Pattern.compile("announce/[0-9]{4}/mfsa[0-9]{4}-[0-9]+\\.(?:yml|md)");

    @Override
    public ProviderInfo info() {
        return VENDOR.info(feeds());
    }

    @Override
    public List<Feed> feeds() {
        return Stream.concat(productDetails(), Stream.of(SUMS, ADVISORIES.listing(), ADVISORIES.files()))
                .toList();
    }

    private static Stream<Feed> productDetails() {
        return Stream.of(Application.values()).flatMap(a -> Stream.of(a.versions(), a.details()));
    }

    @Override
    public void fetch(Fetcher fetcher) throws IOException, FeedException {
        for (Feed feed : productDetails().toList()) {
            fetcher.fetch(feed);
        }
        List<MozillaRelease> releases = ProductDetails.read(fetcher.snapshot());
        for (MozillaRelease release : releases) {
            fetcher.fetch(SUMS, release.sumsName(), URI.create(release.folder() + "SHA512SUMS"));
        }
        ADVISORIES.fetch(fetcher, wanted(releases));
    }

    /**
     * The advisories from the year in which the oldest of these releases' lines began; a line without a date is newer than all that have one. A
     * fix may reach a line months after it was announced, but not before the line exists; of some 1,600 files that leaves 300.
     */
    private static Predicate<String> wanted(List<MozillaRelease> releases) {
        int first = releases.stream()
                .map(MozillaRelease::lineBegan)
                .filter(Objects::nonNull)
                .mapToInt(LocalDate::getYear)
                .min()
                .orElse(0);
        return path -> path.compareTo("announce/" + first) > 0
                && ADVISORY.matcher(path).matches();
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        List<MozillaRelease> releases = ProductDetails.read(snapshot);
        List<Advisory> advisories = new ArrayList<>();
        for (Document document : ADVISORIES.read(snapshot, wanted(releases))) {
            advisories.add(Advisory.read(snapshot, document));
        }
        for (MozillaRelease release : releases) {
            Installers installers = Installers.read(snapshot, release);
            VendorRelease known = known(release, advisories);
            for (WindowsPackage of : release.packages(releases)) {
                List<ContentFile> files = installers.of(of);
                if (!files.isEmpty()) {
                    sink.accept(known.of(of, files, installers.document()).build());
                }
            }
        }
    }

    /** Most point releases have no advisory, and at first no release has one; product details may know its day later than an advisory does. */
    private static VendorRelease known(MozillaRelease release, List<Advisory> all) {
        String document = release.application().versions().name();
        List<Fix> fixes = release.fixes();
        List<Advisory> own = all.stream()
                .filter(advisory -> advisory.isFixedIn(fixes))
                .sorted(Comparator.comparing(Advisory::id))
                .toList();
        URI notes = URI.create(release.application().releaseNotes(release));
        VendorRelease known = new VendorRelease(document)
                .released(release.date())
                .classified(release.isMajor() ? Classification.UPGRADES : Classification.UPDATES)
                .licensed(Licensing.FREE)
                .described(
                        own.stream().map(Advisory::title).collect(Collectors.joining("\n")),
                        own.stream().map(Advisory::page).toList(),
                        notes,
                        document);
        if (own.isEmpty()) {
            return known;
        }
        LocalDate announced = own.get(0).announced().day();
        return known.secure(true)
                .released(release.date() == null ? announced : release.date())
                .fixes(Advisory.security(own), own.get(0).document());
    }
}
