package io.patchbay.provider.sevenzip;

import io.patchbay.feeds.CveList;
import io.patchbay.feeds.CveProduct;
import io.patchbay.feeds.GitHubReleases;
import io.patchbay.feeds.vendor.FixingRelease;
import io.patchbay.feeds.vendor.Vendor;
import io.patchbay.model.Rollout;
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
import org.osgi.service.component.annotations.Component;

/**
 * 7-Zip's releases on GitHub. Nothing is signed, so the digests that GitHub computes are all there is: the newest release needs one for each
 * file, and older ones from before that are left out. 7-Zip rates nothing and seldom names a CVE; the CVE list does.
 */
@Component
public final class SevenZipProvider implements FeedProvider {
    static final Feed RELEASES = GitHubReleases.of("ip7z/7zip");
    static final Feed CVES = CveList.index("cpe:2.3:a:7-zip:7-zip");
    static final Vendor VENDOR = Vendor.of(SevenZipProvider.class);

    private static final CveProduct NAMES =
            new CveProduct(VersionScheme.SEVEN_ZIP, Set.of("7-Zip/7-Zip", "Igor Pavlov/7-Zip", "ip7z/7-Zip"));

    @Override
    public ProviderInfo info() {
        return VENDOR.info(feeds());
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
        List<FixingRelease> releases = FixingRelease.read(snapshot, RELEASES, NAMES);
        requireDigests(releases.get(0));
        for (FixingRelease release : releases) {
            release.publish(VENDOR.packages(release.version(), release::hasDigest), Rollout.COMPLETE, sink);
        }
    }

    private static void requireDigests(FixingRelease newest) throws FeedException {
        for (String file : VENDOR.files(newest.version())) {
            if (newest.release().asset(file).digest() == null) {
                throw newest.release().at().get("assets").failure("a digest of " + file);
            }
        }
    }
}
