package io.patchbay.feeds;

import io.patchbay.model.Cve;
import io.patchbay.model.Description;
import io.patchbay.model.Rollout;
import io.patchbay.model.Security;
import io.patchbay.model.Update;
import io.patchbay.model.Version;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A release on GitHub and the vulnerabilities that it fixes: those that its notes name, and those that by the records of the CVE list the
 * release before it has and it has not.
 *
 * @param release the release
 * @param cves ordered by id
 */
public record FixingRelease(GitHubRelease release, List<Cve> cves) {
    private static final Pattern SECURITY = Pattern.compile("vulnerabilit", Pattern.CASE_INSENSITIVE);

    public FixingRelease {
        cves = List.copyOf(cves);
    }

    /** Whether it fixes a vulnerability, be it only that its notes say so. */
    public boolean isSecure() {
        return !cves.isEmpty() || SECURITY.matcher(release.body()).find();
    }

    /**
     * The update that it is of a package.
     *
     * @param provider the provider's id
     * @param file the name of the package's file
     * @return empty if the release has no such file, or no digest of it
     */
    public Optional<Update> update(String provider, WindowsPackage of, String file, Version version, Rollout rollout) {
        String document = release.at().document();
        var published = new WindowsPackage.Published(version, release.published(), isSecure(), rollout);
        var text = Description.english(of.title(version), release.body()).withLinks(List.of(), release.page());
        return release.digested(file).map(asset -> of.update(provider, published, asset.file(), document)
                .description(text, document)
                .security(Security.worstOf(List.of(), cves), document)
                .build());
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
        Map<String, Cve> cves = new TreeMap<>();
        CveList.rate(records, Cve.idsIn(release.body()), document).forEach(cve -> cves.put(cve.id(), cve));
        CveList.fixedBy(records, product, release.tag(), before.tag()).forEach(cve -> cves.put(cve.id(), cve));
        return new FixingRelease(release, List.copyOf(cves.values()));
    }
}
