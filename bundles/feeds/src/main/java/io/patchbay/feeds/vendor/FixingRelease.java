package io.patchbay.feeds.vendor;

import io.patchbay.feeds.CveList;
import io.patchbay.feeds.CveProduct;
import io.patchbay.feeds.CveRecord;
import io.patchbay.feeds.CveText;
import io.patchbay.feeds.GitHubRelease;
import io.patchbay.feeds.GitHubReleases;
import io.patchbay.model.Cve;
import io.patchbay.model.Rollout;
import io.patchbay.model.Version;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A release on GitHub and the vulnerabilities that it fixes: those that its notes name, and those that by the records of the CVE list the
 * release before it has and it has not.
 *
 * @param release the release
 * @param version its version; what the project calls it is the vendor's tag
 * @param cves ordered by id
 */
public record FixingRelease(GitHubRelease release, Version version, List<Cve> cves) {
    public FixingRelease {
        cves = List.copyOf(cves);
    }

    /** Whether it fixes a vulnerability, be it only that its notes say so. */
    public boolean isSecure() {
        return !cves.isEmpty() || VendorRelease.tellOfVulnerability(release.body());
    }

    /** Whether it has a file of exactly this name, and a digest of it. */
    public boolean hasDigest(String file) {
        return release.digested(file).isPresent();
    }

    /** Hands over the updates that it is of these packages, as far as it has their files, and digests of them. */
    public void publish(List<WindowsPackage> packages, Rollout rollout, UpdateSink sink)
            throws IOException, FeedException {
        String document = release.at().document();
        VendorRelease known = new VendorRelease(document)
                .released(release.published())
                .secure(isSecure())
                .rollout(rollout)
                .described(release.body(), List.of(), release.page().uri(), document)
                .fixes(cves, document);
        for (WindowsPackage of : packages) {
            Optional<GitHubRelease.Asset> asset = release.digested(of.file());
            if (asset.isPresent()) {
                known.publish(of, asset.get().file(), document, sink);
            }
        }
    }

    /**
     * A project's {@linkplain GitHubReleases#stable stable releases}, newest first, but for the oldest: what that one fixed cannot be told
     * without the one before. A release that is the only one stays.
     */
    public static List<FixingRelease> read(Snapshot snapshot, Feed feed, CveProduct product)
            throws IOException, FeedException {
        List<CveRecord> records = CveList.read(snapshot);
        List<GitHubRelease> releases = GitHubReleases.stable(snapshot, feed, product.scheme());
        List<FixingRelease> fixing = new ArrayList<>();
        for (int i = 0; i < Math.max(1, releases.size() - 1); i++) {
            GitHubRelease before = releases.get(Math.min(i + 1, releases.size() - 1));
            fixing.add(of(releases.get(i), before, product, records, feed.name()));
        }
        return fixing;
    }

    private static FixingRelease of(
            GitHubRelease release, GitHubRelease before, CveProduct product, List<CveRecord> records, String document) {
        List<Cve> named = CveText.read(release.body(), document);
        List<Cve> cves = CveList.fixed(records, named, product, release.number(), before.number());
        return new FixingRelease(release, release.version(product.scheme()), cves);
    }
}
