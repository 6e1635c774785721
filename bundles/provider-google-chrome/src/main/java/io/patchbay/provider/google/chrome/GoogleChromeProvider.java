package io.patchbay.provider.google.chrome;

import io.patchbay.feeds.Omaha;
import io.patchbay.feeds.Omaha.Offer;
import io.patchbay.feeds.vendor.Offers;
import io.patchbay.feeds.vendor.Vendor;
import io.patchbay.feeds.vendor.VendorRelease;
import io.patchbay.feeds.vendor.WindowsPackage;
import io.patchbay.feeds.vendor.Words;
import io.patchbay.model.ContentFile;
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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/**
 * Chrome's stable and extended channels. The update service says which release a computer gets and what its installer is, version history
 * since when and how many get it, the release blog what it fixes; what the blog has not said yet comes as an amendment.
 */
@Component
public final class GoogleChromeProvider implements FeedProvider {
    static final Feed RELEASES = Feed.json("releases", "https://versionhistory.googleapis.com/v1/chrome/platforms/");
    static final Feed OFFERS = Feed.of("offers", "https://update.googleapis.com/service/update2", Feed.Format.XML);
    static final Feed POSTS = Feed.json(
            "posts.json",
            "https://chromereleases.googleblog.com/feeds/posts/default/-/Stable%20updates?alt=json&max-results=50");
    static final Vendor VENDOR = Vendor.of(GoogleChromeProvider.class);

    @Override
    public ProviderInfo info() {
        return VENDOR.info(feeds());
    }

    @Override
    public List<Feed> feeds() {
        return List.of(RELEASES, OFFERS, POSTS);
    }

    @Override
    public void fetch(Fetcher fetcher) throws IOException, FeedException {
        fetcher.fetch(POSTS);
        for (String channel : Build.CHANNELS) {
            for (Build build : Build.of(channel)) {
                fetcher.fetch(RELEASES, build.name() + ".json", build.releases());
                Omaha.ask(fetcher, OFFERS, build.name() + ".xml", build.request());
            }
        }
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        List<ReleasePost> posts = ReleasePost.read(snapshot);
        for (String channel : Build.CHANNELS) {
            Map<Build, Offer> offered = new LinkedHashMap<>();
            for (Build build : Build.of(channel)) {
                offered.put(build, Omaha.read(snapshot, build.offer(), "_chrome_installer"));
            }
            for (Map.Entry<Build, Offer> build : offered.entrySet()) {
                VendorRelease release =
                        release(snapshot, build.getKey(), build.getValue().version(), offered.values());
                ReleasePost.describe(release, posts, build.getValue().version());
                publish(release, build.getKey(), build.getValue(), sink);
            }
        }
    }

    /** What another processor does not get yet is not settled. */
    private static VendorRelease release(Snapshot snapshot, Build build, String version, Collection<Offer> all)
            throws IOException, FeedException {
        Offers offers = Offers.of(VersionScheme.FOUR_NUMBERS, all, Offer::version);
        boolean settled = offers.rollout(version) == Rollout.COMPLETE;
        History history = History.read(snapshot, build.history());
        return new VendorRelease(build.offer())
                .released(history.released(version))
                .rollout(settled ? history.rollout(version) : Rollout.SETTLING);
    }

    /** Where the updater gets its file the service says; the package for Windows Installer is at the same address for all releases. */
    private static void publish(VendorRelease release, Build build, Offer offer, UpdateSink sink)
            throws IOException, FeedException {
        String number = offer.version();
        Version version = new Version(VersionScheme.FOUR_NUMBERS, number, number, number, number);
        Words words = Words.of(version).with("installer", offer.file().name());
        for (WindowsPackage of : VENDOR.packages(build.channel(), version, words, build.architecture())) {
            ContentFile file = of.url() == null ? offer.file() : of.content();
            sink.accept(release.of(of, List.of(file), build.offer()).build());
        }
    }
}
