package io.patchbay.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.vendor.FixingRelease;
import io.patchbay.model.Digest;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class GitHubReleasesTest {
    private static final Feed FEED = GitHubReleases.of("ip7z/7zip");
    private static final String SHA256 = "6745fa76dc2ea031596d8678f6f6b99c3c1b435b4164a63485adbbc7b8d82ef0";
    private static final String DOWNLOADS = "https://github.com/ip7z/7zip/releases/download/";

    private static List<GitHubRelease> read(String json) throws IOException, FeedException {
        return GitHubReleases.read(new Documents().with(FEED.name(), json), FEED);
    }

    private static String release(String tag, String published, boolean draft, String assets) {
        return """
            {"tag_name": "%s", "draft": %s, "prerelease": false, "published_at": "%s", "body": null,
             "html_url": "https://github.com/ip7z/7zip/releases/tag/%s", "assets": [%s], "later": 1}"""
                .formatted(tag, draft, published, tag, assets);
    }

    private static String asset(String name, String digest, String url) {
        return "{\"name\": \"%s\", \"size\": 1658851, \"digest\": %s, \"browser_download_url\": \"%s\"}"
                .formatted(name, digest, url);
    }

    @Test
    void readsAReleaseAndItsFiles() throws Exception {
        String file = asset("7z2602-x64.exe", "\"sha256:" + SHA256 + '"', DOWNLOADS + "26.02/7z2602-x64.exe");
        GitHubRelease release = read('[' + release("26.02", "2026-06-26T06:10:10Z", false, file) + ']')
                .get(0);
        assertEquals("26.02", release.tag());
        assertEquals(LocalDate.of(2026, 6, 26), release.published());
        assertEquals(
                URI.create("https://github.com/ip7z/7zip/releases/tag/26.02"),
                release.page().uri());
        assertEquals(
                List.of(new Digest(Digest.Algorithm.SHA256, SHA256, "releases.json")),
                release.asset("7z2602-x64.exe").digests());
        assertEquals(1658851, release.asset("7z2602-x64.exe").file().size());
    }

    @Test
    @DisplayName("Failure 4: a file of no bytes is an upload that failed")
    void leavesOutEmptyFiles() throws Exception {
        String file = asset("7z2602-x64.exe", "null", DOWNLOADS + "26.02/7z2602-x64.exe")
                .replace("\"size\": 1658851", "\"size\": 0");
        GitHubRelease release = read('[' + release("26.02", "2026-06-26T06:10:10Z", false, file) + ']')
                .get(0);
        assertEquals(List.of(), release.assets());
    }

    @Test
    void comparesTheNumbersOfTagsWithTheRecordsOfTheCveList() throws Exception {
        Documents documents = new Documents()
                .with(
                        FEED.name(),
                        '['
                                + release("v2.0", "2026-06-26T06:10:10Z", false, "")
                                + ','
                                + release("v1.0", "2026-05-26T06:10:10Z", false, "")
                                + ']')
                .with(
                        "cve/CVE-2099-0001.json",
                        """
                        {"cveMetadata": {"cveId": "CVE-2099-0001", "state": "PUBLISHED"}, "containers": {"cna": {
                          "affected": [{"vendor": "a", "product": "b", "versions": [{"version": "0", "lessThan": "2.0"}]}]}}}""");
        CveProduct product = new CveProduct(VersionScheme.DOTTED, Set.of("a/b"));
        FixingRelease newest = FixingRelease.read(documents, FEED, product).get(0);
        assertEquals("CVE-2099-0001", newest.cves().get(0).id());
    }

    @Test
    void countsDaysByUtc() throws Exception {
        assertEquals(
                LocalDate.of(2026, 6, 25),
                read('[' + release("26.02", "2026-06-26T01:00:00+02:00", false, "") + ']')
                        .get(0)
                        .published());
    }

    @Test
    void leavesOutDrafts() throws Exception {
        String draft = release("26.03", "2026-09-03T00:00:00Z", true, "");
        assertEquals(
                List.of("26.02"),
                read('[' + draft + ',' + release("26.02", "2026-06-26T06:10:10Z", false, "") + ']').stream()
                        .map(GitHubRelease::tag)
                        .toList());
        assertThrows(FeedException.class, () -> read('[' + draft + ']'));
    }

    @Test
    void knowsNoDigestOfOldFiles() throws Exception {
        String file = asset("7z2409.exe", "null", DOWNLOADS + "24.09/7z2409.exe");
        assertEquals(
                List.of(),
                read('[' + release("24.09", "2024-11-30T00:00:00Z", false, file) + ']')
                        .get(0)
                        .assets()
                        .get(0)
                        .digests());
    }

    @Test
    void refusesAFileThatIsNotTheProjects() {
        for (String url : List.of(
                "http://github.com/ip7z/7zip/releases/download/26.02/7z2602.exe",
                "https://github.com.evil.example/ip7z/7zip/releases/download/26.02/7z2602.exe",
                "https://github.com/evil/7zip/releases/download/26.02/7z2602.exe",
                "https://user@github.com/ip7z/7zip/releases/download/26.02/7z2602.exe")) {
            String file = asset("7z2602.exe", "null", url);
            FeedException refused = assertThrows(
                    FeedException.class, () -> read('[' + release("26.02", "2026-06-26T06:10:10Z", false, file) + ']'));
            assertEquals("/0/assets/0/browser_download_url", refused.place());
        }
    }

    /** Of most files nobody asks for the address, so that only then it is looked at whole. */
    @Test
    void refusesAnAddressThatIsNoneIfItIsAskedFor() throws Exception {
        String file = asset("7z2602.exe", "null", DOWNLOADS + "26.02/7z 2602.exe");
        GitHubRelease release = read('[' + release("26.02", "2026-06-26T06:10:10Z", false, file) + ']')
                .get(0);
        GitHubRelease.Asset asset = release.asset("7z2602.exe");
        FeedException refused = assertThrows(FeedException.class, asset::file);
        assertEquals("/0/assets/0/browser_download_url", refused.place());
    }

    @Test
    void refusesADigestOfAnotherKindIfItIsAskedFor() throws Exception {
        String file = asset("7z2602.exe", "\"md5:" + SHA256 + '"', DOWNLOADS + "26.02/7z2602.exe");
        GitHubRelease release = read('[' + release("26.02", "2026-06-26T06:10:10Z", false, file) + ']')
                .get(0);
        FeedException refused = assertThrows(FeedException.class, release.asset("7z2602.exe")::file);
        assertEquals("/0/assets/0/digest", refused.place());
    }

    /** Failure 17: an exhausted limit is an object with a message, not an empty list of releases. */
    @Test
    void refusesTheMessageOfAnExhaustedLimit() {
        FeedException refused =
                assertThrows(FeedException.class, () -> read("{\"message\": \"API rate limit exceeded\"}"));
        assertEquals("releases.json: expected an array, found an object", refused.getMessage());
    }

    @Test
    void namesTheFilesThatThereAre() throws Exception {
        String file = asset("7z2602.exe", "null", DOWNLOADS + "26.02/7z2602.exe");
        GitHubRelease release = read('[' + release("26.02", "2026-06-26T06:10:10Z", false, file) + ']')
                .get(0);
        FeedException missing = assertThrows(FeedException.class, () -> release.asset("7z2602.msi"));
        assertTrue(missing.getMessage().contains("found [7z2602.exe]"), missing.getMessage());
    }

    @Test
    void ordersReleasesForEverybodyByVersion() throws Exception {
        String older = release("9.20", "2026-08-01T00:00:00Z", false, "");
        String newer = release("26.02", "2026-06-26T00:00:00Z", false, "");
        String beta = release("26.03-beta", "2026-08-02T00:00:00Z", false, "")
                .replace("\"prerelease\": false", "\"prerelease\": true");
        String all = '[' + beta + ',' + older + ',' + newer + ']';
        assertEquals(List.of("26.02", "9.20"), tags(all));
    }

    @Test
    void refusesATagThatIsNoVersion() {
        String odd = release("nightly", "2026-08-01T00:00:00Z", false, "");
        FeedException refused = assertThrows(FeedException.class, () -> tags('[' + odd + ']'));
        assertEquals("/0/tag_name", refused.place());
        String beta = release("26.03", "2026-08-02T00:00:00Z", false, "")
                .replace("\"prerelease\": false", "\"prerelease\": true");
        assertThrows(FeedException.class, () -> tags('[' + beta + ']'));
    }

    /** As most projects on GitHub tag them. */
    @Test
    void ordersTagsWithTheLetterVByTheirNumbers() throws Exception {
        String all = '['
                + release("v9.20", "2026-08-01T00:00:00Z", false, "")
                + ','
                + release("v26.02", "2026-06-26T06:10:10Z", false, "")
                + ']';

        assertEquals(List.of("v26.02", "v9.20"), tags(all));
    }

    private static List<String> tags(String json) throws IOException, FeedException {
        return GitHubReleases.stable(new Documents().with(FEED.name(), json), FEED, VersionScheme.SEVEN_ZIP).stream()
                .map(GitHubRelease::tag)
                .toList();
    }
}
