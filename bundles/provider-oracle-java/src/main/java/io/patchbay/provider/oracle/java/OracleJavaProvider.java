package io.patchbay.provider.oracle.java;

import io.patchbay.feeds.Checksums;
import io.patchbay.feeds.WindowsPackage;
import io.patchbay.feeds.WindowsPackage.Published;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Cve;
import io.patchbay.model.Description;
import io.patchbay.model.Digest;
import io.patchbay.model.Rollout;
import io.patchbay.model.Security;
import io.patchbay.model.Update;
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
import java.util.stream.Stream;
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
    static final Feed SUMS = Feed.text("sha256", "https://download.oracle.com/java/");
    static final Feed ALERTS =
            Feed.html("alerts", "https://www.oracle.com/security-alerts/").withSizeLimit(32L << 20);

    @Override
    public ProviderInfo info() {
        return ProviderInfo.of(
                "oracle-java",
                JavaPackages.VENDOR,
                Stream.of(8, 11, 17, 21, 25).map(JavaPackages::product).toList(),
                RELEASES.url().getHost(),
                MAP.url().getHost(),
                SUMS.url().getHost(),
                ALERTS.url().getHost());
    }

    @Override
    public List<Feed> feeds() {
        return List.of(RELEASES, MAP, DESCRIPTORS, SUMS, ALERTS);
    }

    @Override
    public void fetch(Fetcher fetcher) throws IOException, FeedException {
        fetcher.fetch(RELEASES);
        Document map = fetcher.fetch(MAP);
        String descriptor = UpdateMap.newestDescriptor(fetcher.snapshot(), map);
        fetcher.fetch(DESCRIPTORS, descriptor, URI.create(descriptor));
        Set<String> alerts = new TreeSet<>();
        for (JavaRelease release : JavaRelease.read(fetcher.snapshot())) {
            alerts.add(release.riskMatrix());
            if (release.free()) {
                String file =
                        JavaPackages.file(release, JavaPackages.of(release).get(0));
                fetcher.fetch(SUMS, file, URI.create(address(release, file) + ".sha256"));
            }
        }
        alerts.remove("");
        for (String alert : alerts) {
            fetcher.fetch(ALERTS, alert, URI.create(alert));
        }
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        UpdateMap.Offer offer = offer(snapshot);
        Map<String, RiskMatrix> alerts = new HashMap<>();
        for (Document alert : snapshot.documents(ALERTS)) {
            alerts.put(alert.name(), RiskMatrix.read(snapshot, alert));
        }
        for (JavaRelease release : JavaRelease.read(snapshot)) {
            List<Cve> cves = cves(release, alerts);
            for (WindowsPackage of : JavaPackages.of(release)) {
                sink.accept(update(of, release, file(snapshot, release, of, offer), cves, offer));
            }
        }
    }

    private static UpdateMap.Offer offer(Snapshot snapshot) throws IOException, FeedException {
        String descriptor = UpdateMap.newestDescriptor(snapshot, document(snapshot, MAP.name()));
        return UpdateMap.offer(snapshot, document(snapshot, DESCRIPTORS.name() + '/' + descriptor));
    }

    private static List<Cve> cves(JavaRelease release, Map<String, RiskMatrix> alerts) throws FeedException {
        if (release.riskMatrix().isEmpty()) {
            return List.of();
        }
        String name = ALERTS.name() + '/' + release.riskMatrix();
        RiskMatrix alert = alerts.get(name);
        if (alert == null) {
            throw new FeedException(name, "", "expected the alert about " + release.version());
        }
        return alert.fixedBy(release);
    }

    /** What only Oracle's customers may download has no checksum, and an address only if the updater of Java 8 has it. */
    private static ContentFile file(Snapshot snapshot, JavaRelease release, WindowsPackage of, UpdateMap.Offer offer)
            throws IOException, FeedException {
        String name = JavaPackages.file(release, of);
        if (release.free()) {
            Digest digest = Checksums.single(snapshot, SUMS.name() + '/' + name, Digest.Algorithm.SHA256, name);
            return file(name, List.of(digest), List.of(SUMS.url().resolve(address(release, name))));
        }
        boolean offered = release.family() == 8 && offer.isOf(release.version());
        return file(name, List.of(), offered ? List.of(offer.installer(name)) : List.of());
    }

    private static ContentFile file(String name, List<Digest> digests, List<URI> urls) {
        return new ContentFile(name, -1, digests, urls, null, ContentFile.Patching.SELF_CONTAINED);
    }

    /** Not that of {@code latest}, where another file is tomorrow. */
    private static String address(JavaRelease release, String file) {
        return release.family() + "/archive/" + file;
    }

    private static Update update(
            WindowsPackage of, JavaRelease release, ContentFile file, List<Cve> cves, UpdateMap.Offer offer) {
        var version = release.known();
        boolean reached = release.family() != 8 || offer.reaches(release.version());
        boolean secure = !release.riskMatrix().isEmpty();
        String support = release.endOfLife().isEmpty() ? "" : "Supported until " + release.endOfLife() + '.';
        Rollout rollout = reached ? Rollout.COMPLETE : Rollout.EXISTS;
        Published published = new Published(version, release.released(), secure, rollout);
        Update.Builder update = of.update("oracle-java", published, file, RELEASES.name())
                .description(Description.english(of.title(version), support), RELEASES.name())
                .licensing(JavaPackages.licensing(release), RELEASES.name());
        if (secure) {
            String alert = release.riskMatrix().replace(".html", "");
            update.security(Security.worstOf(List.of(alert), cves), ALERTS.name() + '/' + release.riskMatrix());
        }
        return update.build();
    }

    private static Document document(Snapshot snapshot, String name) throws FeedException {
        return snapshot.document(name).orElseThrow(() -> new FeedException(name, "", "expected it in the snapshot"));
    }
}
