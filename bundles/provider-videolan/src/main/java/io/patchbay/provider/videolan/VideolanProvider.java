package io.patchbay.provider.videolan;

import io.patchbay.feeds.Checksums;
import io.patchbay.feeds.CveList;
import io.patchbay.feeds.CveRecord;
import io.patchbay.feeds.OpenPgpSigner;
import io.patchbay.feeds.vendor.Vendor;
import io.patchbay.feeds.vendor.VendorRelease;
import io.patchbay.feeds.vendor.WindowsPackage;
import io.patchbay.model.Digest;
import io.patchbay.model.Digest.Algorithm;
import io.patchbay.model.Rollout;
import io.patchbay.model.Security;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** VLC media player, as its own updater is told: only status files that VideoLAN signed count. They tell no day of release. */
@Component
public final class VideolanProvider implements FeedProvider {
    static final Feed SUMS = Feed.text("sha256", "https://download.videolan.org/pub/vlc/");
    static final Vendor VENDOR = Vendor.of(VideolanProvider.class);

    private final OpenPgpSigner signer;

    /** With VideoLAN's release key. */
    @Activate
    public VideolanProvider() {
        this(Status.SIGNER);
    }

    VideolanProvider(OpenPgpSigner signer) {
        this.signer = signer;
    }

    @Override
    public ProviderInfo info() {
        return VENDOR.info(feeds());
    }

    @Override
    public List<Feed> feeds() {
        Stream<Feed> status = Status.SOURCES.stream().flatMap(s -> Stream.of(s.status(), s.signature()));
        Stream<Feed> others = Stream.of(signer.keys(), SUMS, Bulletin.INDEX, Bulletin.PAGES, CveList.RECORDS);
        return Stream.concat(status, others).toList();
    }

    @Override
    public void fetch(Fetcher fetcher) throws IOException, FeedException {
        fetcher.fetch(signer.keys());
        for (Status.Source source : Status.SOURCES) {
            fetcher.fetch(source.status());
            fetcher.fetch(source.signature());
        }
        fetcher.fetch(Bulletin.INDEX);
        SortedMap<String, List<Status>> current = Status.read(fetcher.snapshot(), signer);
        for (Status status : current.values().stream().flatMap(List::stream).toList()) {
            for (WindowsPackage of : status.packages()) {
                fetcher.fetch(SUMS, of.file(), URI.create(status.path(of) + ".sha256"));
            }
        }
        for (String version : current.keySet()) {
            fetchBulletin(fetcher, version);
        }
    }

    private static void fetchBulletin(Fetcher fetcher, String version) throws IOException, FeedException {
        Optional<String> name = Bulletin.name(fetcher.snapshot(), version);
        if (name.isPresent()) {
            fetcher.fetch(Bulletin.PAGES, name.get(), URI.create(name.get()));
            CveList.fetch(fetcher, Bulletin.cves(fetcher.snapshot(), name.get(), version));
        }
    }

    /** A newer release that is only offered for one processor is on its way to the other. */
    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        List<CveRecord> records = CveList.read(snapshot);
        Rollout rollout = Rollout.COMPLETE;
        SortedMap<String, List<Status>> current = Status.read(snapshot, signer);
        for (String version : current.keySet()) {
            Optional<Security> security = Bulletin.security(snapshot, version, records);
            for (Status status : current.get(version)) {
                publish(snapshot, status, rollout, security, sink);
            }
            rollout = Rollout.SETTLING;
        }
    }

    /** The address leads to a mirror, another one each time; the digest says what it must lead to. */
    private static void publish(
            Snapshot snapshot, Status status, Rollout rollout, Optional<Security> security, UpdateSink sink)
            throws IOException, FeedException {
        VendorRelease release = new VendorRelease(status.document())
                .rollout(rollout)
                .described(status.words(), List.of(), null, status.document())
                .secure(security.isPresent())
                .fixes(security.orElse(Security.UNSPECIFIED), Bulletin.INDEX.name());
        for (WindowsPackage of : status.packages()) {
            Digest digest = Checksums.single(snapshot, SUMS.name() + '/' + of.file(), Algorithm.SHA256, of.file());
            sink.accept(release.of(of, List.of(of.content(digest)), status.document())
                    .build());
        }
    }
}
