package io.patchbay.provider.google.chrome;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.feeds.Post;
import io.patchbay.feeds.Posts;
import io.patchbay.model.Rollout;
import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

    @Override
    public ProviderInfo info() {
        return ProviderInfo.of(
                "google-chrome",
                Build.VENDOR,
                Stream.of(Channel.values()).map(Channel::product).toList(),
                RELEASES.url().getHost(),
                OFFERS.url().getHost(),
                POSTS.url().getHost());
    }

    @Override
    public List<Feed> feeds() {
        return List.of(RELEASES, OFFERS, POSTS);
    }

    @Override
    public void fetch(Fetcher fetcher) throws IOException, FeedException {
        fetcher.fetch(POSTS);
        for (Channel channel : Channel.values()) {
            for (Build build : Build.of(channel)) {
                fetcher.fetch(RELEASES, build.name() + ".json", build.releases());
                fetcher.post(
                        OFFERS,
                        build.name() + ".xml",
                        fetcher.address(OFFERS),
                        "text/xml",
                        build.request().getBytes(UTF_8));
            }
        }
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        List<ReleasePost> posts = posts(snapshot);
        for (Channel channel : Channel.values()) {
            List<Offer> offers = new ArrayList<>();
            for (Build build : Build.of(channel)) {
                offers.add(Offer.read(snapshot, document(snapshot, offerName(build)), build));
            }
            for (Offer offer : offers) {
                ChromeRelease release = release(snapshot, offer, offers, posts);
                sink.accept(release.exe());
                sink.accept(release.msi());
            }
        }
    }

    /** What another processor does not get yet is not settled. */
    private static ChromeRelease release(Snapshot snapshot, Offer offer, List<Offer> offers, List<ReleasePost> posts)
            throws IOException, FeedException {
        History history = History.read(snapshot, document(snapshot, historyName(offer.build())));
        boolean ahead = offers.stream().anyMatch(offer::isNewerThan);
        return new ChromeRelease(
                offer,
                ahead ? Rollout.SETTLING : history.rollout(offer.version()),
                history.released(offer.version()),
                posts.stream()
                        .filter(post -> post.versions().contains(offer.version()))
                        .toList());
    }

    private static List<ReleasePost> posts(Snapshot snapshot) throws IOException, FeedException {
        List<ReleasePost> posts = new ArrayList<>();
        for (Post post : Posts.read(snapshot, POSTS)) {
            if (ReleasePost.isOf(post)) {
                posts.add(ReleasePost.read(post));
            }
        }
        if (posts.isEmpty()) {
            throw new FeedException(
                    POSTS.name(), "", "expected posts about the stable channel for desktops, found none");
        }
        return posts;
    }

    private static Document document(Snapshot snapshot, String name) throws FeedException {
        return snapshot.document(name).orElseThrow(() -> new FeedException(name, "", "expected it in the snapshot"));
    }

    /** The name of the document with the releases of a build. */
    static String historyName(Build build) {
        return RELEASES.name() + '/' + build.name() + ".json";
    }

    /** The name of the document with what the update service answered. */
    static String offerName(Build build) {
        return OFFERS.name() + '/' + build.name() + ".xml";
    }
}
