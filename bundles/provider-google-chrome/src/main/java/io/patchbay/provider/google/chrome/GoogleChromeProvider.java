package io.patchbay.provider.google.chrome;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.feeds.Omaha;
import io.patchbay.feeds.Omaha.Offer;
import io.patchbay.feeds.Posts;
import io.patchbay.feeds.vendor.Vendor;
import io.patchbay.feeds.vendor.VendorRelease;
import io.patchbay.feeds.vendor.WindowsPackage;
import io.patchbay.feeds.vendor.Words;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Cve;
import io.patchbay.model.Rollout;
import io.patchbay.model.Security;
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
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private static final Comparator<String> ORDER = VersionScheme.FOUR_NUMBERS.comparator();

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
                URI service = fetcher.address(OFFERS);
                fetcher.post(
                        OFFERS,
                        build.name() + ".xml",
                        service,
                        "text/xml",
                        build.request().getBytes(UTF_8));
            }
        }
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        List<ReleasePost> posts = posts(snapshot);
        for (String channel : Build.CHANNELS) {
            Map<Build, Offer> offers = new LinkedHashMap<>();
            for (Build build : Build.of(channel)) {
                offers.put(build, Omaha.read(snapshot, build.offer(), "_chrome_installer"));
            }
            for (Build build : offers.keySet()) {
                publish(snapshot, build, offers, posts, sink);
            }
        }
    }

    private static void publish(
            Snapshot snapshot, Build build, Map<Build, Offer> offers, List<ReleasePost> posts, UpdateSink sink)
            throws IOException, FeedException {
        Offer offer = Objects.requireNonNull(offers.get(build));
        History history = History.read(snapshot, build.history());
        VendorRelease release = new VendorRelease(build.offer())
                .released(history.released(offer.version()))
                .rollout(isAhead(offer, offers.values()) ? Rollout.SETTLING : history.rollout(offer.version()));
        describe(
                release,
                posts.stream()
                        .filter(p -> p.versions().contains(offer.version()))
                        .toList());
        for (WindowsPackage of : packages(build, offer)) {
            ContentFile file = of.url() == null ? offer.file() : of.content();
            sink.accept(release.of(of, List.of(file), build.offer()).build());
        }
    }

    /** Where the updater gets its file the service says; the package for Windows Installer is at the same address for all releases. */
    private static List<WindowsPackage> packages(Build build, Offer offer) {
        String number = offer.version();
        Version version = new Version(VersionScheme.FOUR_NUMBERS, number, number, number, number);
        Words words = Words.of(version).with("installer", offer.file().name());
        return VENDOR.packages(build.channel(), version, words).stream()
                .filter(of -> of.line().architecture() == build.architecture())
                .toList();
    }

    /** What another processor does not get yet is not settled. */
    private static boolean isAhead(Offer offer, Collection<Offer> others) {
        return others.stream().anyMatch(other -> ORDER.compare(offer.version(), other.version()) > 0);
    }

    /** There are no posts until it is announced, and seldom one about the extended channel. */
    private static void describe(VendorRelease release, List<ReleasePost> posts) {
        if (posts.isEmpty()) {
            return;
        }
        List<Cve> cves =
                posts.stream().flatMap(post -> post.cves().stream()).distinct().toList();
        release.secure(posts.stream().anyMatch(ReleasePost::secure))
                .described("", List.of(), posts.get(0).page(), POSTS.name())
                .fixes(Security.worstOf(List.of(), cves), POSTS.name());
    }

    private static List<ReleasePost> posts(Snapshot snapshot) throws IOException, FeedException {
        List<ReleasePost> posts = Posts.read(snapshot, POSTS).stream()
                .filter(ReleasePost::isOf)
                .map(ReleasePost::read)
                .toList();
        if (posts.isEmpty()) {
            throw new FeedException(
                    POSTS.name(), "", "expected posts about the stable channel for desktops, found none");
        }
        return posts;
    }
}
