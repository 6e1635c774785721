package io.patchbay.provider.notepadplusplus;

import io.patchbay.feeds.ChecksumList;
import io.patchbay.feeds.CveList;
import io.patchbay.feeds.CveProduct;
import io.patchbay.feeds.GitHubReleases;
import io.patchbay.feeds.vendor.FixingRelease;
import io.patchbay.feeds.vendor.Offers;
import io.patchbay.feeds.vendor.Vendor;
import io.patchbay.model.Digest;
import io.patchbay.model.Digest.Algorithm;
import io.patchbay.model.Rollout;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;

/**
 * Notepad++'s releases on GitHub. Of the newest one, the checksum file must say what GitHub says; and what the updater offers must be one of
 * these releases, and its very file. The author lets the updater offer a release days after it came out.
 */
@Component
public final class NotepadProvider implements FeedProvider {
    static final Feed RELEASES = GitHubReleases.of("notepad-plus-plus/notepad-plus-plus");
    static final Feed SUMS =
            Feed.text("sha256sums", "https://github.com/notepad-plus-plus/notepad-plus-plus/releases/download/");
    static final Feed CVES = CveList.index("cpe:2.3:a:notepad-plus-plus:notepad%5C%2B%5C%2B");
    static final Vendor VENDOR = Vendor.of(NotepadProvider.class);

    private static final CveProduct NAMES = new CveProduct(
            VersionScheme.NOTEPAD_PLUS_PLUS,
            Set.of("notepad-plus-plus/notepad-plus-plus", "notepad-plus-plus/Notepad++", "Notepad++/Notepad++"));

    @Override
    public ProviderInfo info() {
        return VENDOR.info(feeds());
    }

    @Override
    public List<Feed> feeds() {
        return Stream.concat(Stream.of(RELEASES, SUMS, CVES, CveList.RECORDS), Offer.FEEDS.stream())
                .toList();
    }

    @Override
    public void fetch(Fetcher fetcher) throws IOException, FeedException {
        fetcher.fetch(RELEASES);
        Version newest = GitHubReleases.stable(fetcher.snapshot(), RELEASES, NAMES.scheme())
                .get(0)
                .version(NAMES.scheme());
        String sums = newest.vendorTag() + "/npp." + newest.canonical() + ".checksums.sha256";
        fetcher.fetch(SUMS, newest.canonical(), URI.create(sums));
        for (Feed feed : Offer.FEEDS) {
            fetcher.fetch(feed);
        }
        CveList.fetch(fetcher, CVES);
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        List<FixingRelease> releases = FixingRelease.read(snapshot, RELEASES, NAMES);
        requireSameDigests(snapshot, releases.get(0));
        List<Offer> offers = new ArrayList<>();
        for (Feed feed : Offer.FEEDS) {
            Offer offer = Offer.read(snapshot, feed);
            offer.requireFile(releases, offers.size());
            offers.add(offer);
        }
        // Whoever is offered nothing is kept from the newest release; what was given out before stays so.
        String before = releases.size() > 1 ? releases.get(1).version().canonical() : "";
        Offers all = Offers.of(NAMES.scheme(), offers, of -> of.version().isEmpty() ? before : of.version());
        for (FixingRelease release : releases) {
            Rollout rollout = all.rollout(release.version().canonical());
            release.publish(VENDOR.packages(release.version(), release::hasDigest), rollout, sink);
        }
    }

    private static void requireSameDigests(Snapshot snapshot, FixingRelease newest) throws IOException, FeedException {
        ChecksumList sums =
                ChecksumList.read(snapshot, SUMS.name() + '/' + newest.version().canonical());
        for (String file : VENDOR.files(newest.version())) {
            Digest listed = sums.digest(Algorithm.SHA256, file);
            if (newest.release().asset(file).digests().stream()
                    .noneMatch(digest -> digest.value().equals(listed.value()))) {
                throw new FeedException(
                        sums.document(), file, "expected the digest that " + RELEASES.name() + " gives");
            }
        }
    }
}
