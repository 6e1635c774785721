package vendor.putty;

import io.patchbay.feeds.Checksums;
import io.patchbay.feeds.Html;
import io.patchbay.model.Classification;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Cve;
import io.patchbay.model.Description;
import io.patchbay.model.Digest;
import io.patchbay.model.Digest.Algorithm;
import io.patchbay.model.Product;
import io.patchbay.model.Release;
import io.patchbay.model.Security;
import io.patchbay.model.Severity;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
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
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * PuTTY's current release: the download page says which it is and what it offers, the change list what is new in it, and the checksum
 * lists in the release's own folder what its files are.
 */
public final class PuttyProvider implements FeedProvider {
    static final Feed LATEST =
            Feed.html("latest.html", "https://www.chiark.greenend.org.uk/~sgtatham/putty/latest.html");
    static final Feed CHANGES =
            Feed.html("changes.html", "https://www.chiark.greenend.org.uk/~sgtatham/putty/changes.html");
    static final Feed SHA256SUMS = Feed.text("sha256sums", "https://the.earth.li/~sgtatham/putty/");
    static final Feed SHA512SUMS = Feed.text("sha512sums", "https://the.earth.li/~sgtatham/putty/");

    private static final String VENDOR = "Simon Tatham";
    private static final Pattern CURRENT = Pattern.compile("Currently this is (\\S{1,30}), released on (\\S{1,30})\\.");
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,4}\\.[0-9]{1,4}");
    private static final Pattern SECURITY =
            Pattern.compile("security (issue|fix)|vulnerab|CVE-[0-9]", Pattern.CASE_INSENSITIVE);

    @Override
    public ProviderInfo info() {
        List<Product> products = List.of(Download.PUTTY, Download.PUTTY_MSI);
        return ProviderInfo.of("first-putty", VENDOR, products, "www.chiark.greenend.org.uk", "the.earth.li");
    }

    @Override
    public List<Feed> feeds() {
        return List.of(LATEST, CHANGES, SHA256SUMS, SHA512SUMS);
    }

    @Override
    public void fetch(Fetcher fetcher) throws IOException, FeedException {
        fetcher.fetch(LATEST);
        fetcher.fetch(CHANGES);
        String version = current(Html.read(fetcher.snapshot(), LATEST)).version();
        for (Feed sums : List.of(SHA256SUMS, SHA512SUMS)) {
            fetcher.fetch(sums, version, URI.create(version + "/" + sums.name()));
        }
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        Element page = Html.read(snapshot, LATEST);
        Current current = current(page);
        List<String> changes = changes(Html.read(snapshot, CHANGES), current);
        for (Download download : Download.values()) {
            requireLink(page, download.path(current.version()));
            sink.accept(update(download, current, changes, file(snapshot, download, current)));
        }
    }

    /** Which release is current, and since when. */
    private record Current(String version, LocalDate released) {
        /** What the installed program's version resource and the installer's entry say. */
        String fileVersion() {
            return version + ".0.0";
        }

        String notes() {
            return "releases/" + version + ".html";
        }
    }

    private static Current current(Element page) throws FeedException {
        Matcher sentence = CURRENT.matcher(page.text());
        if (!sentence.find()) {
            throw unexpected("\"Currently this is <version>, released on <date>.\"", "nothing of the kind");
        }
        if (!VERSION.matcher(sentence.group(1)).matches()) {
            throw unexpected("a version such as 0.83", sentence.group(1));
        }
        try {
            return new Current(sentence.group(1), LocalDate.parse(sentence.group(2)));
        } catch (DateTimeParseException e) {
            throw unexpected("a date such as 2025-02-08", sentence.group(2));
        }
    }

    private static FeedException unexpected(String expected, String found) {
        String place = "p:contains(Currently this is)";
        return new FeedException(LATEST.name(), place, "expected " + expected + ", found " + found);
    }

    private static List<String> changes(Element page, Current current) throws FeedException {
        String place = "p:has(> a[href=" + current.notes() + "]) + ul";
        Element list = page.selectFirst(place);
        // Earlier releases or the page's foot come after the list: a page that ends in it was cut short.
        if (list == null || list.nextElementSibling() == null || !list.hasText()) {
            throw new FeedException(CHANGES.name(), place, "expected the list of changes in " + current.version());
        }
        return list.children().eachText();
    }

    /** A link to a snapshot build, or to the file of another version, does not count. */
    private static void requireLink(Element page, String path) throws FeedException {
        String place = "a[href$=/putty/latest/" + path + "]";
        if (page.selectFirst(place) == null) {
            throw new FeedException(LATEST.name(), place, "expected a link to this file of the current release");
        }
    }

    private static ContentFile file(Snapshot snapshot, Download download, Current current)
            throws IOException, FeedException {
        String path = download.path(current.version());
        // Not the page's own link, which goes by way of "latest" and means another file tomorrow.
        URI url = SHA512SUMS.url().resolve(current.version() + "/" + path);
        List<Digest> digests = List.of(
                digest(snapshot, SHA256SUMS.name() + "/" + current.version(), Algorithm.SHA256, path),
                digest(snapshot, SHA512SUMS.name() + "/" + current.version(), Algorithm.SHA512, path));
        String name = download.fileName(current.version());
        return new ContentFile(name, -1, digests, List.of(url), null, ContentFile.Patching.SELF_CONTAINED);
    }

    private static Digest digest(Snapshot snapshot, String name, Algorithm algorithm, String path)
            throws IOException, FeedException {
        Document list = snapshot.document(name)
                .orElseThrow(() -> new FeedException(name, "", "expected the checksums of the current release"));
        String value = Checksums.read(snapshot, list).getOrDefault(path, "");
        if (value.length() != 2 * algorithm.length()) {
            throw new FeedException(name, path, "expected a line with the " + algorithm.title() + " of this file");
        }
        return new Digest(algorithm, value, name);
    }

    private static Update update(Download download, Current current, List<String> changes, ContentFile file) {
        String product = download.product().name();
        String architecture = download.architecture().title();
        String title = product + " " + current.version() + " (" + architecture + ")";
        UpdateId id = UpdateId.of("first-putty", product, current.version(), architecture, download.packageType());
        return Update.builder(id, UpdateType.SOFTWARE)
                .release(release(download, current, changes), LATEST.name())
                .description(
                        Description.english(title, String.join("\n", changes))
                                .withLinks(List.of(LATEST.url()), CHANGES.url().resolve(current.notes())),
                        CHANGES.name())
                .security(security(changes), CHANGES.name())
                .files(List.of(file), SHA512SUMS.name() + "/" + current.version())
                .applicability(download.applicability(current.fileVersion()), LATEST.name())
                .installation(download.installation(current.version()), LATEST.name())
                .build();
    }

    private static Release release(Download download, Current current, List<String> changes) {
        String version = current.version();
        boolean security = changes.stream().anyMatch(SECURITY.asPredicate());
        return Release.of(
                VENDOR,
                List.of(download.product()),
                new Version(VersionScheme.DOTTED, version, version, current.fileVersion(), version),
                download.line(),
                download.architecture(),
                List.of(),
                security ? Classification.SECURITY_UPDATES : Classification.UPDATES,
                current.released());
    }

    /** The change list names CVEs now and then; it rates nothing. */
    private static Security security(List<String> changes) {
        Map<String, Cve> cves = new TreeMap<>();
        for (String change : changes) {
            Cve.idsIn(change).forEach(id -> cves.putIfAbsent(id, Cve.unrated(id, change, CHANGES.name())));
        }
        return new Security(Severity.UNSPECIFIED, null, List.of(), List.copyOf(cves.values()));
    }
}
