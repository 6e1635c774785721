package io.patchbay.provider.google.chrome;

import io.patchbay.feeds.CveText;
import io.patchbay.feeds.Post;
import io.patchbay.feeds.Posts;
import io.patchbay.feeds.vendor.VendorRelease;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Posts of the release blog about stable releases for desktops. */
final class ReleasePost {
    static final Feed FEED = Feed.json(
            "posts.json",
            "https://chromereleases.googleblog.com/feeds/posts/default/-/Stable%20updates?alt=json&max-results=50");

    private ReleasePost() {}

    static List<Post> read(Snapshot snapshot) throws IOException, FeedException {
        return Posts.read(snapshot, FEED, ReleasePost::isOf, "posts about the stable channel for desktops");
    }

    /** Neither those about other systems, nor about builds that only a few get. */
    private static boolean isOf(Post post) {
        String title = post.title();
        return title.contains("Stable") && title.contains("Desktop") && !title.contains("Early");
    }

    /** There are no posts until a release is announced, and seldom one about the extended channel. */
    static void describe(VendorRelease release, List<Post> posts, String version) {
        List<Post> own = posts.stream().filter(post -> names(post, version)).toList();
        if (own.isEmpty()) {
            return;
        }
        String all = own.stream().map(Post::text).collect(Collectors.joining("\n"));
        release.secureBy(all)
                .described("", List.of(), own.get(0).link(), FEED.name())
                .fixes(CveText.read(all, "Chrome Releases"), FEED.name());
    }

    /** Whether a post is about a version; {@code 152.0.7977.82/.83} is two. Most are about older builds, and their words take long to read. */
    static boolean names(Post post, String version) {
        int last = version.lastIndexOf('.') + 1;
        String build = version.substring(0, last);
        String named = "\\b" + Pattern.quote(build) + "(?:[0-9]+/\\.?)*" + version.substring(last) + "\\b(?!\\.[0-9])";
        return post.html().contains(build)
                && Pattern.compile(named).matcher(post.text()).find();
    }
}
