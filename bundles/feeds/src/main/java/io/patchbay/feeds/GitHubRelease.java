package io.patchbay.feeds;

import io.patchbay.model.ContentFile;
import io.patchbay.model.ContentFile.Patching;
import io.patchbay.model.Digest;
import io.patchbay.model.Digest.Algorithm;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.FeedException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A release that a project has published on GitHub.
 *
 * @param tag the tag, such as {@code v8.8.9}
 * @param body the release notes in Markdown; blank if there are none
 * @param page the address of the page for people
 * @param published the day of publication (UTC)
 * @param prerelease whether the project says that it is not for everybody
 * @param assets its files
 * @param at what says so, for messages
 */
public record GitHubRelease(
        String tag, String body, Value page, LocalDate published, boolean prerelease, List<Asset> assets, Value at) {
    /**
     * A file of a release.
     *
     * @param name the file name, such as {@code 7z2602-x64.exe}
     * @param size in bytes
     * @param digest its SHA-256; null for files from before GitHub computed one, in June 2025
     * @param address where it is; always below the repository's own downloads
     */
    public record Asset(String name, long size, @Nullable Value digest, Value address) {
        private static final String SHA256 = "sha256:";

        /**
         * The file as a content file for all languages, complete in itself. Fails if its digest or its address is none: of most files nobody
         * asks.
         */
        public ContentFile file() throws FeedException {
            return new ContentFile(name, size, digests(), List.of(address.uri()), null, Patching.SELF_CONTAINED);
        }

        /** Its SHA-256, if it has one. Fails if what stands there is none. */
        public List<Digest> digests() throws FeedException {
            if (digest == null) {
                return List.of();
            }
            String text = digest.text();
            try {
                String value = text.startsWith(SHA256) ? text.substring(SHA256.length()) : "";
                return List.of(new Digest(Algorithm.SHA256, value, digest.document()));
            } catch (IllegalArgumentException e) {
                throw digest.failure("sha256: and a digest");
            }
        }
    }

    public GitHubRelease {
        assets = List.copyOf(assets);
    }

    /** Its tag without the letter v that many write before it: {@code v8.8.9} is 8.8.9. */
    public String number() {
        return tag.startsWith("v") ? tag.substring(1) : tag;
    }

    /** What its tag means. Fails if its number is no version of the scheme. */
    public Version version(VersionScheme scheme) {
        return new Version(scheme, number(), number(), null, tag);
    }

    /** The file of exactly this name, if it has a digest: without one nobody could tell that a download is this file. */
    public Optional<Asset> digested(String name) {
        for (Asset asset : assets) {
            if (asset.name().equals(name) && asset.digest() != null) {
                return Optional.of(asset);
            }
        }
        return Optional.empty();
    }

    /** The file of exactly this name; fails if the release has none, and names those it has. */
    public Asset asset(String name) throws FeedException {
        return assets.stream()
                .filter(asset -> asset.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new FeedException(
                        at.document(),
                        at.pointer() + "/assets",
                        "expected " + name + " among the files of " + tag + ", found "
                                + assets.stream().map(Asset::name).toList()));
    }
}
