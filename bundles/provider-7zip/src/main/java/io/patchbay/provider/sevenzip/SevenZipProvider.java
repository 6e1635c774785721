package io.patchbay.provider.sevenzip;

import io.patchbay.feeds.CveList;
import io.patchbay.feeds.CveProduct;
import io.patchbay.feeds.CveRecord;
import io.patchbay.feeds.GitHubRelease;
import io.patchbay.feeds.GitHubReleases;
import io.patchbay.feeds.WindowsPackage;
import io.patchbay.model.Cve;
import io.patchbay.model.Description;
import io.patchbay.model.Security;
import io.patchbay.model.Update;
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
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;

/**
 * 7-Zip's releases on GitHub. Nothing is signed, so the digests that GitHub computes are all there is: the newest release needs one for each
 * file, and older ones from before that are left out. 7-Zip rates nothing and seldom names a CVE; the CVE list does.
 */
@Component
public final class SevenZipProvider implements FeedProvider {
    static final Feed RELEASES = GitHubReleases.of("ip7z/7zip");
    static final Feed CVES = CveList.index("cpe:2.3:a:7-zip:7-zip");

    private static final CveProduct NAMES =
            new CveProduct(VersionScheme.SEVEN_ZIP, Set.of("7-Zip/7-Zip", "Igor Pavlov/7-Zip", "ip7z/7-Zip"));
    private static final Pattern SECURITY = Pattern.compile("vulnerabilit|CVE-[0-9]", Pattern.CASE_INSENSITIVE);

    @Override
    public ProviderInfo info() {
        return ProviderInfo.of(
                "7zip",
                SevenZipPackages.VENDOR,
                List.of(SevenZipPackages.PRODUCT),
                GitHubReleases.HOST,
                CveList.INDEX_HOST,
                CveList.HOST);
    }

    @Override
    public List<Feed> feeds() {
        return List.of(RELEASES, CVES, CveList.RECORDS);
    }

    @Override
    public void fetch(Fetcher fetcher) throws IOException, FeedException {
        fetcher.fetch(RELEASES);
        CveList.fetch(fetcher, CVES);
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        List<CveRecord> records = CveList.read(snapshot);
        List<GitHubRelease> releases = GitHubReleases.stable(snapshot, RELEASES, NAMES.scheme());
        requireDigests(releases.get(0));
        // What the oldest one fixed cannot be told without the one before.
        for (int i = 0; i < Math.max(1, releases.size() - 1); i++) {
            String before = releases.get(Math.min(i + 1, releases.size() - 1)).tag();
            List<Cve> fixed = CveList.fixedBy(records, NAMES, releases.get(i).tag(), before);
            updates(releases.get(i), fixed, sink);
        }
    }

    private static void requireDigests(GitHubRelease newest) throws FeedException {
        for (WindowsPackage of : SevenZipPackages.ALL) {
            String file = SevenZipPackages.file(of, newest.tag());
            if (newest.asset(file).digests().isEmpty()) {
                throw newest.at().get("assets").failure("a digest of " + file);
            }
        }
    }

    private static void updates(GitHubRelease release, List<Cve> fixed, UpdateSink sink) throws FeedException {
        for (WindowsPackage of : SevenZipPackages.ALL) {
            var asset = release.digested(SevenZipPackages.file(of, release.tag()));
            if (asset.isPresent()) {
                sink.accept(update(of, release, asset.get(), fixed));
            }
        }
    }

    private static Update update(WindowsPackage of, GitHubRelease release, GitHubRelease.Asset asset, List<Cve> fixed) {
        Version version = new Version(NAMES.scheme(), release.tag(), release.tag(), null, release.tag());
        boolean secure = !fixed.isEmpty() || SECURITY.matcher(release.body()).find();
        Update.Builder update = of.update("7zip", version, release.published(), secure, asset.file(), RELEASES.name());
        update.description(
                Description.english(of.title(version), release.body()).withLinks(List.of(), release.page()),
                RELEASES.name());
        if (!fixed.isEmpty()) {
            update.security(Security.worstOf(List.of(), fixed), CveList.RECORDS.name());
        }
        return update.build();
    }
}
