package io.patchbay.provider.mozilla;

import io.patchbay.model.ContentFile;
import io.patchbay.model.Product;
import io.patchbay.provider.mozilla.Installers.Kind;
import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;

/**
 * Mozilla: product details name the current releases; each release has a list of its files with their checksums; security advisories name
 * the releases that they are fixed in.
 */
@Component
public final class MozillaProvider implements FeedProvider {
    static final String ID = "mozilla";
    static final String VENDOR = "Mozilla";
    static final Feed SUMS = Feed.text("sha512sums", "https://archive.mozilla.org/pub/");

    @Override
    public ProviderInfo info() {
        List<Product> products = Stream.of(Application.values())
                .map(Application::title)
                .flatMap(title -> Stream.of(Product.named(title, title), Product.named(title + " ESR", title)))
                .toList();
        return ProviderInfo.of(
                ID,
                VENDOR,
                products,
                "product-details.mozilla.org",
                "archive.mozilla.org",
                "api.github.com",
                "raw.githubusercontent.com");
    }

    @Override
    public List<Feed> feeds() {
        return Stream.concat(productDetails(), Stream.of(SUMS, AdvisoryListing.FEED, Advisories.FEED))
                .toList();
    }

    private static Stream<Feed> productDetails() {
        return Stream.of(Application.values()).flatMap(a -> Stream.of(a.versions(), a.details()));
    }

    @Override
    public void fetch(Fetcher fetcher) throws IOException, FeedException {
        for (Feed feed : productDetails().toList()) {
            fetcher.fetch(feed);
        }
        List<MozillaRelease> releases = Releases.read(fetcher.snapshot());
        for (MozillaRelease release : releases) {
            fetcher.fetch(SUMS, release.sumsName(), URI.create(release.folder() + "SHA512SUMS"));
        }
        fetcher.fetch(AdvisoryListing.FEED);
        fetchAdvisories(fetcher, AdvisoryListing.read(fetcher.snapshot(), releases));
    }

    private static void fetchAdvisories(Fetcher fetcher, List<AdvisoryListing.Entry> entries)
            throws IOException, FeedException {
        int done = 0;
        for (AdvisoryListing.Entry entry : entries) {
            fetcher.progress(Advisories.FEED.name(), done++, entries.size());
            Document document = fetcher.fetch(Advisories.FEED, entry.path(), URI.create(entry.path()), entry.sha());
            requireListed(fetcher, document, entry);
        }
    }

    /** The files come from a cache that lags minutes behind the listing: an old copy must not pass as the listed one for ever. */
    private static void requireListed(Fetcher fetcher, Document document, AdvisoryListing.Entry entry)
            throws IOException, FeedException {
        try (InputStream content = fetcher.open(document)) {
            String name = GitBlob.name(content);
            if (!name.equals(entry.sha())) {
                throw new IOException(
                        "%s: listed as %s, got %s: try again later".formatted(document.name(), entry.sha(), name));
            }
        }
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        List<MozillaRelease> releases = Releases.read(snapshot);
        Advisories advisories = Advisories.read(snapshot, releases);
        for (MozillaRelease release : releases) {
            Document sums = sums(snapshot, release);
            ReleaseUpdates updates = new ReleaseUpdates(
                    release, sums.name(), advisories.of(release), Releases.otherLines(release, releases));
            for (Map.Entry<Kind, List<ContentFile>> installers :
                    Installers.read(snapshot, release, sums).entrySet()) {
                sink.accept(updates.update(installers.getKey(), installers.getValue()));
            }
        }
    }

    private static Document sums(Snapshot snapshot, MozillaRelease release) throws FeedException {
        String name = SUMS.name() + '/' + release.sumsName();
        return snapshot.document(name)
                .orElseThrow(() -> new FeedException(
                        release.application().versions().name(), release.tag(), name + " is missing"));
    }
}
