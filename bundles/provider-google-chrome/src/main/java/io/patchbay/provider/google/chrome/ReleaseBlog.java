package io.patchbay.provider.google.chrome;

import io.patchbay.feeds.CveText;
import io.patchbay.feeds.Post;
import io.patchbay.feeds.Posts;
import io.patchbay.feeds.vendor.VendorRelease;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The blog of Chrome's releases, of which the posts about stable releases for desktops count. */
final class ReleaseBlog {
    static final Feed FEED = Feed.json(
            "posts.json",
            "https://chromereleases.googleblog.com/feeds/posts/default/-/Stable%20updates?alt=json&max-results=50");

    private ReleaseBlog() {}

    static List<Post> read(Snapshot snapshot) throws IOException, FeedException {
        return Posts.read(snapshot, FEED, ReleaseBlog::isOf, "posts about the stable channel for desktops");
    }

    /** Neither those about other systems, nor about builds that only a few get. */
    private static boolean isOf(Post post) {
        String title = post.title();
        return title.contains("Stable") && title.contains("Desktop") && !title.contains("Early");
    }

    /** There are no posts until a release is announced, and seldom one about the extended channel. */
    static void describe(VendorRelease release, List<Post> posts, String version) {
        String build = version.substring(0, version.lastIndexOf('.') + 1);
        Map<Post, String> own = new LinkedHashMap<>();
        // Most are about older builds, and to find the words of a page takes its time.
        posts.stream().filter(post -> post.html().contains(build)).forEach(post -> own.put(post, post.text()));
        own.values().removeIf(text -> !names(text, version));
        if (own.isEmpty()) {
            return;
        }
        String all = String.join("\n", own.values());
        release.secureBy(all)
                .described("", List.of(), own.keySet().iterator().next().link(), FEED.name())
                .fixes(CveText.read(all, "Chrome Releases"), FEED.name());
    }

    /** Whether a post's words are about a version; {@code 152.0.7977.82/.83} is two. */
    static boolean names(String text, String version) {
        int last = version.lastIndexOf('.') + 1;
        String before = Pattern.quote(version.substring(0, last)) + "(?:[0-9]+/\\.?)*";
        Pattern named = Pattern.compile("\\b" + before + version.substring(last) + "\\b(?!\\.[0-9])");
        return named.matcher(text).find();
    }
}
