package io.patchbay.feeds;

import io.patchbay.feeds.GitHubRelease.Asset;
import io.patchbay.model.VersionScheme;
import io.patchbay.model.VersionScheme.Place;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the releases of a project on GitHub (REST API, {@code GET /repos/OWNER/NAME/releases}), newest first. Drafts are left out;
 * pre-releases are marked.
 */
public final class GitHubReleases {
    /** The host of the API; downloads are never fetched by a provider. */
    public static final String HOST = "api.github.com";

    private static final String API = "https://" + HOST + "/repos/";

    /** Of each release and file GitHub says who made it, and much else. */
    private static final Set<String> FIELDS = Set.of(
            "draft",
            "prerelease",
            "tag_name",
            "body",
            "html_url",
            "published_at",
            "assets",
            "name",
            "size",
            "digest",
            "browser_download_url");

    private final String downloads;

    private GitHubReleases(Feed feed) {
        String path = feed.url().getPath();
        downloads =
                "https://github.com" + path.substring("/repos".length(), path.lastIndexOf('/')) + "/releases/download/";
    }

    /**
     * The feed of a project's newest releases, {@code releases.json}.
     *
     * @param repository such as {@code ip7z/7zip}
     */
    public static Feed of(String repository) {
        return Feed.json("releases.json", API + repository + "/releases?per_page=30");
    }

    /**
     * The releases, in the order of the document.
     *
     * @param feed made by {@link #of}
     * @throws FeedException if there is none, or a file of one is not where the project's files are
     */
    public static List<GitHubRelease> read(Snapshot snapshot, Feed feed) throws IOException, FeedException {
        GitHubReleases reader = new GitHubReleases(feed);
        Value all = Json.read(snapshot, feed, FIELDS);
        List<GitHubRelease> releases = new ArrayList<>();
        for (Value release : all.items()) {
            if (!release.get("draft").truth()) {
                releases.add(reader.release(release));
            }
        }
        if (releases.isEmpty()) {
            throw new FeedException(feed.name(), all.pointer(), "expected releases, found none that is published");
        }
        return List.copyOf(releases);
    }

    /**
     * The releases that are for everybody, the newest version first; the document's own order is that of publication.
     *
     * @param scheme of the tags, which may begin with the letter v
     * @throws FeedException as above, and if a tag is no version of the scheme
     */
    public static List<GitHubRelease> stable(Snapshot snapshot, Feed feed, VersionScheme scheme)
            throws IOException, FeedException {
        List<Placed> releases = new ArrayList<>();
        for (GitHubRelease release : read(snapshot, feed)) {
            if (!release.prerelease()) {
                releases.add(new Placed(release, place(release, scheme)));
            }
        }
        if (releases.isEmpty()) {
            throw new FeedException(feed.name(), "", "expected a release that is for everybody, found none");
        }
        releases.sort(Comparator.comparing(Placed::place).reversed());
        return releases.stream().map(Placed::release).toList();
    }

    /** A release, and where its version stands in the order of its scheme. */
    private record Placed(GitHubRelease release, Place place) {}

    private static Place place(GitHubRelease release, VersionScheme scheme) throws FeedException {
        Optional<Place> place = scheme.place(release.number());
        if (place.isEmpty()) {
            throw release.at().get("tag_name").failure("a version of scheme " + scheme);
        }
        return place.get();
    }

    private GitHubRelease release(Value release) throws FeedException {
        List<Asset> assets = new ArrayList<>();
        for (Value asset : release.get("assets").items()) {
            // An upload that failed leaves a file of no bytes behind.
            if (asset.get("size").number() > 0) {
                assets.add(asset(asset));
            }
        }
        return new GitHubRelease(
                release.get("tag_name").text(),
                release.optionalText("body").orElse(""),
                release.get("html_url"),
                release.get("published_at").day(),
                release.get("prerelease").truth(),
                assets,
                release);
    }

    private Asset asset(Value asset) throws FeedException {
        Value url = asset.get("browser_download_url");
        if (!url.text().startsWith(downloads)) {
            throw url.failure("an address below " + downloads);
        }
        return new Asset(
                asset.get("name").text(),
                asset.get("size").number(),
                asset.find("digest").orElse(null),
                url);
    }
}
