package io.patchbay.provider.putty;

import io.patchbay.feeds.ChecksumList;
import io.patchbay.feeds.CveList;
import io.patchbay.feeds.CveProduct;
import io.patchbay.feeds.DetachedSignatures;
import io.patchbay.feeds.Html;
import io.patchbay.feeds.OpenPgpSigner;
import io.patchbay.feeds.vendor.Vendor;
import io.patchbay.feeds.vendor.VendorRelease;
import io.patchbay.feeds.vendor.WindowsPackage;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Cve;
import io.patchbay.model.Digest.Algorithm;
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
import java.util.Set;
import org.jsoup.nodes.Element;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * PuTTY's current release: the download page says which it is and what it offers, the change list what is new in it, signed checksum
 * lists in the release's own folder what its files are, and the CVE list how bad is what it fixes.
 */
@Component
public final class PuttyProvider implements FeedProvider {
    private static final String PAGES = "https://www.chiark.greenend.org.uk/~sgtatham/putty/";
    private static final String FILES = "https://the.earth.li/~sgtatham/putty/";
    private static final String SIGNED = "Simon Tatham, OpenPGP";
    static final Feed LATEST = Feed.html("latest.html", PAGES + "latest.html");
    static final Feed CHANGES = Feed.html("changes.html", PAGES + "changes.html");
    static final Feed KEY_PAGE = Feed.html("keys.html", PAGES + "keys.html");
    static final Feed KEYS = Feed.text("keys", PAGES);
    static final Feed SHA256SUMS = Feed.text("sha256sums", FILES).withSigner(SIGNED);
    static final Feed SHA512SUMS = Feed.text("sha512sums", FILES).withSigner(SIGNED);
    static final Feed CVES = CveList.index("cpe:2.3:a:putty:putty");
    static final Vendor VENDOR = Vendor.of(PuttyProvider.class);

    private static final CveProduct NAMES =
            new CveProduct(VersionScheme.PUTTY, Set.of("putty/putty", "Simon Tatham/PuTTY"));

    private final DetachedSignatures signatures;

    /** With the keys that PuTTY's releases were signed with since 2023. */
    @Activate
    public PuttyProvider() {
        this(Set.of("F412BA3AA30FDC0E77B4E3871993D21BCAD1AA77", "1A07DAC0F220CF12248EA7195C67D0F88BC3E5B5"));
    }

    PuttyProvider(Set<String> fingerprints) {
        signatures = DetachedSignatures.of(SHA256SUMS, ".gpg", new OpenPgpSigner(KEYS, fingerprints));
    }

    @Override
    public ProviderInfo info() {
        return VENDOR.info(feeds());
    }

    @Override
    public List<Feed> feeds() {
        return List.of(
                LATEST, CHANGES, KEY_PAGE, KEYS, SHA256SUMS, SHA512SUMS, signatures.feed(), CVES, CveList.RECORDS);
    }

    @Override
    public void fetch(Fetcher fetcher) throws IOException, FeedException {
        fetcher.fetch(LATEST);
        fetcher.fetch(CHANGES);
        String version = Current.of(Html.read(fetcher.snapshot(), LATEST)).version();
        fetchKeys(fetcher);
        for (Feed sums : List.of(SHA256SUMS, SHA512SUMS)) {
            signatures.fetch(fetcher, sums, version, version + '/' + sums.name());
        }
        CveList.fetch(fetcher, CVES);
    }

    /** The page of keys links one for each kind and span of years; those for releases may be wanted. */
    private static void fetchKeys(Fetcher fetcher) throws IOException, FeedException {
        fetcher.fetch(KEY_PAGE);
        String place = "a[href^=keys/release-][href$=.asc]";
        Element page = Html.read(fetcher.snapshot(), KEY_PAGE);
        for (String path : Html.links(page, KEY_PAGE.name(), place, "the keys that sign releases")) {
            fetcher.fetch(KEYS, path.substring(path.lastIndexOf('/') + 1), URI.create(path));
        }
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        Element latest = Html.read(snapshot, LATEST);
        Current current = Current.of(latest);
        List<WindowsPackage> packages = VENDOR.packages(current.known());
        // A link to a snapshot build, or to the file of another version, does not count.
        List<String> links = Html.linksWith("/putty/latest/", latest, LATEST.name(), "files of the release");
        for (WindowsPackage of : packages) {
            Html.requireLink(links, LATEST.name(), "/putty/latest/" + path(of));
        }
        VendorRelease release = release(snapshot, current);
        ChecksumList sha256 = signatures.checksums(snapshot, SHA256SUMS, current.version());
        ChecksumList sha512 = signatures.checksums(snapshot, SHA512SUMS, current.version());
        for (WindowsPackage of : packages) {
            String path = path(of);
            ContentFile file = of.content(sha256.digest(Algorithm.SHA256, path), sha512.digest(Algorithm.SHA512, path));
            sink.accept(release.of(of, file, sha512.document()).build());
        }
        VENDOR.ended(LATEST.name(), sink);
    }

    /** Where a file is below the folder of its release, on the server and in the checksum lists. */
    static String path(WindowsPackage of) {
        return of.path(URI.create(FILES + of.version().canonical() + '/'));
    }

    /** What it fixes the change list names; and what by the CVE list the release before has and this one has not. */
    private static VendorRelease release(Snapshot snapshot, Current current) throws IOException, FeedException {
        Element page = Html.readWhole(snapshot, CHANGES);
        List<String> changes = current.changes(page);
        String source = CHANGES.name();
        List<Cve> named = new ArrayList<>();
        changes.forEach(change -> Cve.idsIn(change).forEach(id -> named.add(Cve.unrated(id, change, source))));
        List<Cve> fixed = CveList.fixed(CveList.read(snapshot), named, NAMES, current.version(), current.before(page));
        return new VendorRelease(LATEST.name())
                .released(current.released())
                .secureBy(String.join("\n", changes))
                .described(String.join("\n", changes), List.of(LATEST.url()), current.notes(), source)
                .fixes(fixed, source);
    }
}
