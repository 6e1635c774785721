package io.patchbay.provider.google.chrome;

import io.patchbay.feeds.Post;
import io.patchbay.feeds.Posts;
import io.patchbay.feeds.vendor.VendorRelease;
import io.patchbay.model.Cve;
import io.patchbay.model.Security;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A post of the release blog about stable releases for desktops.
 *
 * @param versions the versions that it is about
 * @param cves what they fix
 * @param text its own words
 * @param page its address; null if the blog gives none
 */
record ReleasePost(Set<String> versions, List<Cve> cves, String text, @Nullable URI page) {
    private static final String SOURCE = "Chrome Releases";

    /** {@code 152.0.7977.82/.83} is two versions. */
    private static final Pattern VERSIONS =
            Pattern.compile("\\b([0-9]+\\.[0-9]+\\.[0-9]+\\.)([0-9]+(?:/\\.?[0-9]+\\b(?!\\.[0-9]))*)");

    private static final Pattern RATED =
            Pattern.compile("\\b(Critical|High|Medium|Low)\\s+(CVE-[0-9]{4}-[0-9]{4,19})\\b:?\\s*([^.\\[]{0,200})");
    private static final Pattern IN_THE_WILD = Pattern.compile("Google is aware [^.]{0,300}");

    /** Those about stable releases for desktops: neither about other systems, nor about builds that only a few get. */
    static List<ReleasePost> read(Snapshot snapshot) throws IOException, FeedException {
        String what = "posts about the stable channel for desktops";
        return Posts.read(snapshot, GoogleChromeProvider.POSTS, ReleasePost::isOf, what).stream()
                .map(ReleasePost::read)
                .toList();
    }

    static boolean isOf(Post post) {
        String title = post.title();
        return title.contains("Stable") && title.contains("Desktop") && !title.contains("Early");
    }

    static ReleasePost read(Post post) {
        String text = post.text();
        return new ReleasePost(versions(text), cves(text), text, post.link());
    }

    /** There are no posts until a release is announced, and seldom one about the extended channel. */
    static void describe(VendorRelease release, List<ReleasePost> posts, String version) {
        List<ReleasePost> own =
                posts.stream().filter(post -> post.versions.contains(version)).toList();
        if (own.isEmpty()) {
            return;
        }
        List<Cve> cves =
                own.stream().flatMap(post -> post.cves.stream()).distinct().toList();
        String source = GoogleChromeProvider.POSTS.name();
        own.forEach(post -> release.secureBy(post.text));
        release.described("", List.of(), own.get(0).page, source).fixes(Security.worstOf(List.of(), cves), source);
    }

    private static Set<String> versions(String text) {
        Set<String> versions = new HashSet<>();
        VERSIONS.matcher(text).results().forEach(match -> {
            for (String last : match.group(2).split("/\\.?")) {
                versions.add(match.group(1) + last);
            }
        });
        return versions;
    }

    /** In the order of the post; those that have no rating beside them are named further up, or were published without one. */
    private static List<Cve> cves(String text) {
        Map<String, Cve> cves = new LinkedHashMap<>();
        RATED.matcher(text).results().map(ReleasePost::rated).forEach(cve -> cves.putIfAbsent(cve.id(), cve));
        Cve.idsIn(text).forEach(id -> cves.putIfAbsent(id, Cve.unrated(id, "", SOURCE)));
        IN_THE_WILD
                .matcher(text)
                .results()
                .flatMap(sentence -> Cve.idsIn(sentence.group()).stream())
                .forEach(id -> cves.computeIfPresent(id, (same, cve) -> cve.asExploited()));
        return List.copyOf(cves.values());
    }

    private static Cve rated(MatchResult match) {
        return Cve.rated(match.group(2), match.group(3).strip(), match.group(1), SOURCE);
    }
}
