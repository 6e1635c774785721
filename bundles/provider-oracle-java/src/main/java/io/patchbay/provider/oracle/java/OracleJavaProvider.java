package io.patchbay.provider.oracle.java;

import io.patchbay.feeds.vendor.FileChecksums;
import io.patchbay.feeds.vendor.Vendor;
import io.patchbay.feeds.vendor.VendorRelease;
import io.patchbay.feeds.vendor.WindowsPackage;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Rollout;
import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Component;

/**
 * Java 8 and the JDK's lines of long-term support. The list of releases says what there is and since when; the update map of Java 8, whether its
 * updater has it yet; a checksum beside each file that anybody may download, what it is; risk matrices, what a release fixes.
 */
@Component
public final class OracleJavaProvider implements FeedProvider {
    static final Feed RELEASES = Feed.json("releases.json", "https://www.java.com/releases/releases.json")
            .withUserAgent("Mozilla/5.0 (Windows NT 10.0; Win64; x64)");
    static final Feed MAP =
            Feed.of("map.xml", "https://javadl-esd-secure.oracle.com/update/1.8.0/map-m-1.8.0.xml", Feed.Format.XML);
    static final Feed DESCRIPTORS =
            Feed.of("descriptors", "https://javadl-esd-secure.oracle.com/update/1.8.0/", Feed.Format.XML);
    static final FileChecksums SUMS =
            FileChecksums.of("https://download.oracle.com/java/", "https://download.oracle.com/java/");
    static final Feed ALERTS =
            Feed.html("alerts", "https://www.oracle.com/security-alerts/").withSizeLimit(32L << 20);
    static final Vendor VENDOR = Vendor.of(OracleJavaProvider.class);

    @Override
    public ProviderInfo info() {
        return VENDOR.info(feeds());
    }

    @Override
    public List<Feed> feeds() {
        return List.of(RELEASES, MAP, DESCRIPTORS, SUMS.feed(), ALERTS);
    }

    @Override
    public void fetch(Fetcher fetcher) throws IOException, FeedException {
        fetcher.fetch(RELEASES);
        fetcher.fetch(MAP);
        String descriptor = UpdateMap.newestDescriptor(fetcher.snapshot(), MAP.name());
        fetcher.fetch(DESCRIPTORS, descriptor, URI.create(descriptor));
        Set<String> alerts = new TreeSet<>();
        for (JavaRelease release : JavaRelease.read(fetcher.snapshot())) {
            alerts.add(release.riskMatrix());
            SUMS.fetch(fetcher, release.free() ? release.packages() : List.of());
        }
        alerts.remove("");
        for (String alert : alerts) {
            fetcher.fetch(ALERTS, alert, URI.create(alert));
        }
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        String descriptor = UpdateMap.newestDescriptor(snapshot, MAP.name());
        UpdateMap.Offer offer = UpdateMap.offer(snapshot, DESCRIPTORS.name() + '/' + descriptor);
        Map<String, RiskMatrix> alerts = new HashMap<>();
        for (Document alert : snapshot.documents(ALERTS)) {
            alerts.put(alert.name(), RiskMatrix.read(snapshot, alert.name()));
        }
        for (JavaRelease release : JavaRelease.read(snapshot)) {
            VendorRelease known = known(release, offer, alerts);
            for (WindowsPackage of : release.packages()) {
                ContentFile file = file(snapshot, release, of, offer);
                sink.accept(known.of(of, file, RELEASES.name()).build());
            }
        }
    }

    /** What only Oracle's customers may download has no checksum, and an address only if the updater of Java 8 has it. */
    private static ContentFile file(Snapshot snapshot, JavaRelease release, WindowsPackage of, UpdateMap.Offer offer)
            throws IOException, FeedException {
        if (release.free()) {
            return SUMS.content(snapshot, of);
        }
        boolean offered = release.family() == 8 && offer.isOf(release.version());
        return of.content(List.of(), offered ? List.of(offer.installer(of.file())) : List.of());
    }

    private static VendorRelease known(JavaRelease release, UpdateMap.Offer offer, Map<String, RiskMatrix> alerts)
            throws FeedException {
        String support = release.support().isEmpty() ? "" : "Supported until " + release.support() + '.';
        VendorRelease known = new VendorRelease(RELEASES.name())
                .released(release.released())
                .endOfLife(release.endOfLife())
                .rollout(release.family() == 8 ? offer.rollout(release.version()) : Rollout.COMPLETE)
                .described(support, List.of(), null, RELEASES.name())
                .licensed(VENDOR.licence(release.free() ? "free" : "contract"));
        if (release.riskMatrix().isEmpty()) {
            return known;
        }
        String document = ALERTS.name() + '/' + release.riskMatrix();
        RiskMatrix alert = alerts.get(document);
        if (alert == null) {
            throw new FeedException(document, "", "expected the alert about " + release.version());
        }
        return known.fixes(alert.fixedBy(release), document);
    }
}
