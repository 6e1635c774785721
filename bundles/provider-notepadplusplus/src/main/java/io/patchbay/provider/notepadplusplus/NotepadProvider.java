package io.patchbay.provider.notepadplusplus;

import io.patchbay.feeds.ChecksumList;
import io.patchbay.feeds.CveList;
import io.patchbay.feeds.CveProduct;
import io.patchbay.feeds.FixingRelease;
import io.patchbay.feeds.GitHubRelease;
import io.patchbay.feeds.GitHubReleases;
import io.patchbay.feeds.WindowsPackage;
import io.patchbay.model.Digest.Algorithm;
import io.patchbay.model.Rollout;
import io.patchbay.model.Update;
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
import java.util.Optional;
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

    private static final CveProduct NAMES = new CveProduct(
            VersionScheme.NOTEPAD_PLUS_PLUS,
            Set.of("notepad-plus-plus/notepad-plus-plus", "notepad-plus-plus/Notepad++", "Notepad++/Notepad++"));

    @Override
    public ProviderInfo info() {
        return ProviderInfo.of(
                "notepadplusplus",
                NotepadPackages.VENDOR,
                List.of(NotepadPackages.PRODUCT),
                GitHubReleases.HOST,
                "github.com",
                "objects.githubusercontent.com",
                "release-assets.githubusercontent.com",
                "notepad-plus-plus.org",
                CveList.INDEX_HOST,
                CveList.HOST);
    }

    @Override
    public List<Feed> feeds() {
        return Stream.concat(Stream.of(RELEASES, SUMS, CVES, CveList.RECORDS), Offer.FEEDS.stream())
                .toList();
    }

    @Override
    public void fetch(Fetcher fetcher) throws IOException, FeedException {
        fetcher.fetch(RELEASES);
        String tag = GitHubReleases.stable(fetcher.snapshot(), RELEASES, NAMES.scheme())
                .get(0)
                .tag();
        URI sums = URI.create(tag + "/npp." + version(tag) + ".checksums.sha256");
        fetcher.fetch(SUMS, version(tag), sums);
        for (Feed feed : Offer.FEEDS) {
            fetcher.fetch(feed);
        }
        CveList.fetch(fetcher, CVES);
    }

    private static String version(String tag) {
        return tag.startsWith("v") ? tag.substring(1) : tag;
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        List<FixingRelease> releases = FixingRelease.read(snapshot, RELEASES, NAMES);
        requireSameDigests(snapshot, releases.get(0).release());
        List<Offer> offers = offers(snapshot, releases);
        for (FixingRelease fixing : releases) {
            String number = version(fixing.release().tag());
            Version version = new Version(
                    NAMES.scheme(), number, number, null, fixing.release().tag());
            for (WindowsPackage of : NotepadPackages.ALL) {
                String file = NotepadPackages.file(of, number);
                Optional<Update> update = fixing.update("notepadplusplus", of, file, version, rollout(number, offers));
                if (update.isPresent()) {
                    sink.accept(update.get());
                }
            }
        }
    }

    private static void requireSameDigests(Snapshot snapshot, GitHubRelease newest) throws IOException, FeedException {
        ChecksumList sums = ChecksumList.read(snapshot, SUMS.name() + '/' + version(newest.tag()));
        for (WindowsPackage of : NotepadPackages.ALL) {
            String file = NotepadPackages.file(of, version(newest.tag()));
            String listed = sums.digest(Algorithm.SHA256, file).value();
            if (newest.asset(file).digests().stream()
                    .noneMatch(digest -> digest.value().equals(listed))) {
                throw new FeedException(
                        sums.document(), file, "expected the digest that " + RELEASES.name() + " gives");
            }
        }
    }

    private static List<Offer> offers(Snapshot snapshot, List<FixingRelease> releases)
            throws IOException, FeedException {
        List<GitHubRelease> known =
                releases.stream().map(FixingRelease::release).toList();
        List<Offer> offers = new ArrayList<>();
        for (int i = 0; i < Offer.FEEDS.size(); i++) {
            Offer offer = Offer.read(snapshot, Offer.FEEDS.get(i));
            if (!offer.version().isEmpty()) {
                offer.requireFile(known, NotepadPackages.file(NotepadPackages.ALL.get(i), offer.version()));
            }
            offers.add(offer);
        }
        return offers;
    }

    /** What is only offered for some processors is on its way to all of them. */
    private static Rollout rollout(String version, List<Offer> offers) {
        long reached = offers.stream().filter(offer -> offer.reaches(version)).count();
        if (reached == offers.size()) {
            return Rollout.COMPLETE;
        }
        return reached == 0 ? Rollout.EXISTS : Rollout.SETTLING;
    }
}
