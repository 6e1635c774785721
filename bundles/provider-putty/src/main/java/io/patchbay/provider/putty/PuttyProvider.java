package io.patchbay.provider.putty;

import io.patchbay.feeds.ChecksumList;
import io.patchbay.feeds.CveList;
import io.patchbay.feeds.CveProduct;
import io.patchbay.feeds.CveRecord;
import io.patchbay.feeds.Html;
import io.patchbay.feeds.OpenPgpSigner;
import io.patchbay.model.Classification;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Cve;
import io.patchbay.model.Description;
import io.patchbay.model.Digest;
import io.patchbay.model.Digest.Algorithm;
import io.patchbay.model.Release;
import io.patchbay.model.Security;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * PuTTY's current release: the download page says which it is and what it offers, the change list what is new in it, signed checksum
 * lists in the release's own folder what its files are, and the CVE list how bad is what it fixes.
 */
@Component
public final class PuttyProvider implements FeedProvider {
    private static final String SIGNED = "Simon Tatham, OpenPGP";
    private static final String FILES = "https://the.earth.li/~sgtatham/putty/";

    static final Feed SHA256SUMS = Feed.text("sha256sums", FILES).withSigner(SIGNED);
    static final Feed SHA512SUMS = Feed.text("sha512sums", FILES).withSigner(SIGNED);
    static final Feed SIGNATURES = Feed.of("signatures", FILES, Feed.Format.BINARY);
    static final Feed KEY_PAGE = Feed.html("keys.html", "https://www.chiark.greenend.org.uk/~sgtatham/putty/keys.html");
    static final Feed KEYS = Feed.text("keys", "https://www.chiark.greenend.org.uk/~sgtatham/putty/");
    static final Feed CVES = CveList.index("cpe:2.3:a:putty:putty");

    private static final String VENDOR = "Simon Tatham";
    private static final CveProduct NAMES =
            new CveProduct(VersionScheme.PUTTY, Set.of("putty/putty", "Simon Tatham/PuTTY"));
    private static final Pattern SECURITY =
            Pattern.compile("security (issue|fix)|vulnerab|CVE-[0-9]", Pattern.CASE_INSENSITIVE);

    private final OpenPgpSigner signer;

    /** With the keys that PuTTY's releases were signed with since 2023. */
    @Activate
    public PuttyProvider() {
        this(Set.of("F412BA3AA30FDC0E77B4E3871993D21BCAD1AA77", "1A07DAC0F220CF12248EA7195C67D0F88BC3E5B5"));
    }

    PuttyProvider(Set<String> fingerprints) {
        signer = new OpenPgpSigner(KEYS, fingerprints);
    }

    @Override
    public ProviderInfo info() {
        return ProviderInfo.of(
                "putty",
                VENDOR,
                List.of(Download.PUTTY, Download.PUTTY_MSI),
                "www.chiark.greenend.org.uk",
                "the.earth.li",
                CveList.INDEX_HOST,
                CveList.HOST);
    }

    @Override
    public List<Feed> feeds() {
        return List.of(
                Current.LATEST,
                Current.CHANGES,
                KEY_PAGE,
                KEYS,
                SHA256SUMS,
                SHA512SUMS,
                SIGNATURES,
                CVES,
                CveList.RECORDS);
    }

    @Override
    public void fetch(Fetcher fetcher) throws IOException, FeedException {
        fetcher.fetch(Current.LATEST);
        fetcher.fetch(Current.CHANGES);
        String version =
                Current.of(Html.read(fetcher.snapshot(), Current.LATEST)).version();
        fetchKeys(fetcher);
        for (Feed sums : List.of(SHA256SUMS, SHA512SUMS)) {
            String path = version + '/' + sums.name();
            fetcher.fetch(sums, version, URI.create(path));
            fetcher.fetch(SIGNATURES, path, URI.create(path + ".gpg"));
        }
        CveList.fetch(fetcher, CVES);
    }

    /** The page of keys links one for each kind and span of years; those for releases may be wanted. */
    private static void fetchKeys(Fetcher fetcher) throws IOException, FeedException {
        fetcher.fetch(KEY_PAGE);
        String place = "a[href^=keys/release-][href$=.asc]";
        List<Element> links = Html.read(fetcher.snapshot(), KEY_PAGE).select(place);
        if (links.isEmpty()) {
            throw new FeedException(KEY_PAGE.name(), place, "expected links to the keys that sign releases");
        }
        for (Element link : links) {
            String path = link.attr("href");
            fetcher.fetch(KEYS, path.substring(path.lastIndexOf('/') + 1), URI.create(path));
        }
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        Element latest = Html.read(snapshot, Current.LATEST);
        Element history = Html.readWhole(snapshot, Current.CHANGES);
        Current current = Current.of(latest);
        List<String> changes = current.changes(history);
        for (Download download : Download.values()) {
            Current.requireLink(latest, download.path(current.version()));
        }
        ChecksumList sha256 = sums(snapshot, SHA256SUMS, current);
        ChecksumList sha512 = sums(snapshot, SHA512SUMS, current);
        List<Cve> fixed = fixed(CveList.read(snapshot), current, changes, current.before(history));
        for (Download download : Download.values()) {
            ContentFile file = file(download, current.version(), sha256, sha512);
            sink.accept(update(download, current, changes, fixed, file));
        }
    }

    private ChecksumList sums(Snapshot snapshot, Feed feed, Current current) throws IOException, FeedException {
        String name = feed.name() + '/' + current.version();
        ChecksumList sums = ChecksumList.read(snapshot, name);
        signer.verify(snapshot, name, SIGNATURES.name() + '/' + current.version() + '/' + feed.name());
        return sums;
    }

    /** What the change list names, and what by the CVE list the release before has and this one has not. */
    private static List<Cve> fixed(List<CveRecord> records, Current current, List<String> changes, String before) {
        Map<String, Cve> cves = new TreeMap<>();
        for (String change : changes) {
            for (String id : Cve.idsIn(change)) {
                CveList.rate(records, id, change, Current.CHANGES.name()).ifPresent(cve -> cves.putIfAbsent(id, cve));
            }
        }
        CveList.fixedBy(records, NAMES, current.version(), before).forEach(cve -> cves.put(cve.id(), cve));
        return List.copyOf(cves.values());
    }

    private static ContentFile file(Download download, String version, ChecksumList sha256, ChecksumList sha512)
            throws FeedException {
        String path = download.path(version);
        // Not the page's own link, which goes by way of "latest" and means another file tomorrow.
        URI url = SHA512SUMS.url().resolve(version + "/" + path);
        List<Digest> digests = List.of(sha256.digest(Algorithm.SHA256, path), sha512.digest(Algorithm.SHA512, path));
        String name = download.fileName(version);
        return new ContentFile(name, -1, digests, List.of(url), null, ContentFile.Patching.SELF_CONTAINED);
    }

    private static Update update(
            Download download, Current current, List<String> changes, List<Cve> fixed, ContentFile file) {
        String product = download.product().name();
        String architecture = download.architecture().title();
        String title = product + " " + current.version() + " (" + architecture + ")";
        boolean secure = !fixed.isEmpty() || changes.stream().anyMatch(SECURITY.asPredicate());
        UpdateId id = UpdateId.of("putty", product, current.version(), architecture, download.packageType());
        return Update.builder(id, UpdateType.SOFTWARE)
                .release(release(download, current, secure), Current.LATEST.name())
                .description(
                        Description.english(title, String.join("\n", changes))
                                .withLinks(List.of(Current.LATEST.url()), current.notes()),
                        Current.CHANGES.name())
                .security(Security.worstOf(List.of(), fixed), Current.CHANGES.name())
                .files(List.of(file), SHA512SUMS.name() + "/" + current.version())
                .applicability(download.applicability(current.fileVersion()), Current.LATEST.name())
                .installation(download.installation(current.version()), Current.LATEST.name())
                .build();
    }

    private static Release release(Download download, Current current, boolean secure) {
        String version = current.version();
        return Release.of(
                VENDOR,
                List.of(download.product()),
                new Version(VersionScheme.PUTTY, version, version, current.fileVersion(), version),
                download.line(),
                download.architecture(),
                List.of(),
                secure ? Classification.SECURITY_UPDATES : Classification.UPDATES,
                current.released());
    }
}
