package io.patchbay.provider.videolan;

import io.patchbay.feeds.Checksums;
import io.patchbay.feeds.CveList;
import io.patchbay.feeds.CveRecord;
import io.patchbay.feeds.OpenPgpSigner;
import io.patchbay.feeds.WindowsPackage;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Description;
import io.patchbay.model.Digest;
import io.patchbay.model.Digest.Algorithm;
import io.patchbay.model.Rollout;
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
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** VLC media player, as its own updater is told: only status files that VideoLAN signed count. They tell no day of release. */
@Component
public final class VideolanProvider implements FeedProvider {
    static final Feed SUMS = Feed.text("sha256", "https://download.videolan.org/pub/vlc/");

    private static final String DOWNLOADS = "https://get.videolan.org/vlc/";

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
        return ProviderInfo.of(
                "videolan",
                VlcPackages.VENDOR,
                List.of(VlcPackages.PRODUCT),
                "update.videolan.org",
                "download.videolan.org",
                "www.videolan.org",
                CveList.HOST);
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
        List<Status> current = current(fetcher.snapshot());
        for (Status status : current) {
            fetchSums(fetcher, status);
        }
        for (String version : versions(current)) {
            fetchBulletin(fetcher, version);
        }
    }

    private static void fetchSums(Fetcher fetcher, Status status) throws IOException, FeedException {
        for (WindowsPackage of : packages(status)) {
            String path = path(of, status);
            fetcher.fetch(SUMS, fileName(path), URI.create(path + ".sha256"));
        }
    }

    private static void fetchBulletin(Fetcher fetcher, String version) throws IOException, FeedException {
        Optional<String> name = Bulletin.name(fetcher.snapshot(), version);
        if (name.isPresent()) {
            fetcher.fetch(Bulletin.PAGES, name.get(), URI.create(name.get()));
            CveList.fetch(fetcher, Bulletin.cves(fetcher.snapshot(), name.get(), version));
        }
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        List<Status> current = current(snapshot);
        List<CveRecord> records = CveList.read(snapshot);
        Rollout rollout = Rollout.COMPLETE;
        for (String version : versions(current)) {
            Optional<Security> security = Bulletin.security(snapshot, version, records);
            for (Status status : current) {
                if (status.version().equals(version)) {
                    updates(snapshot, status, rollout, security, sink);
                }
            }
            // A newer release that is only offered for one processor is on its way to the other.
            rollout = Rollout.SETTLING;
        }
    }

    private static void updates(
            Snapshot snapshot, Status status, Rollout rollout, Optional<Security> security, UpdateSink sink)
            throws IOException, FeedException {
        for (WindowsPackage of : packages(status)) {
            sink.accept(update(snapshot, of, status, rollout, security));
        }
    }

    private List<Status> current(Snapshot snapshot) throws IOException, FeedException {
        List<Status> current = new ArrayList<>();
        for (Status.Source source : Status.SOURCES) {
            current.add(Status.read(snapshot, source, signer));
        }
        return current;
    }

    private static SortedSet<String> versions(List<Status> current) {
        SortedSet<String> versions = new TreeSet<>(VersionScheme.VLC.comparator());
        current.forEach(status -> versions.add(status.version()));
        return versions;
    }

    private static List<WindowsPackage> packages(Status status) {
        return VlcPackages.ALL.stream()
                .filter(of -> of.line().architecture() == status.architecture())
                .toList();
    }

    private static String path(WindowsPackage of, Status status) {
        return VlcPackages.path(of.line().architecture(), of.line().packageType(), status.version());
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Update update(
            Snapshot snapshot, WindowsPackage of, Status status, Rollout rollout, Optional<Security> security)
            throws IOException, FeedException {
        String number = status.version();
        Version version = new Version(VersionScheme.VLC, number, number, null, number);
        String document = "status-win-" + of.line().architecture().title();
        var published = new WindowsPackage.Published(version, null, security.isPresent(), rollout);
        return of.update("videolan", published, file(snapshot, path(of, status)), document)
                .description(Description.english(of.title(version), status.words()), document)
                .security(security.orElse(Security.UNSPECIFIED), Bulletin.INDEX.name())
                .build();
    }

    /** The address leads to a mirror, another one each time; the digest says what it must lead to. */
    private static ContentFile file(Snapshot snapshot, String path) throws IOException, FeedException {
        String name = fileName(path);
        Digest digest = Checksums.single(snapshot, SUMS.name() + '/' + name, Algorithm.SHA256, name);
        List<URI> urls = List.of(URI.create(DOWNLOADS + path));
        return new ContentFile(name, -1, List.of(digest), urls, null, ContentFile.Patching.SELF_CONTAINED);
    }
}
