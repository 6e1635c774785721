package io.patchbay.provider.adobe;

import io.patchbay.feeds.Html;
import io.patchbay.feeds.Json;
import io.patchbay.feeds.sdp.SdpCatalog;
import io.patchbay.feeds.vendor.Offers;
import io.patchbay.feeds.vendor.Vendor;
import io.patchbay.feeds.vendor.VendorRelease;
import io.patchbay.feeds.vendor.WindowsPackage;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Update;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;

/**
 * Acrobat and Reader. The index of release notes says which release of each track is current, the catalogues for System Center what its
 * patches are, where they have them; the download service has whole installers of Reader, in each language its own version; bulletins say
 * what a release fixes.
 */
@Component
public final class AdobeProvider implements FeedProvider {
    private static final Duration BETWEEN = Duration.ofMillis(250);

    /** Without a user agent this host never answers. */
    static final Feed NOTES = Feed.html(
                    "notes.html", "https://www.adobe.com/devnet-docs/acrobatetk/tools/ReleaseNotesDC/index.html")
            .withUserAgent("Mozilla/5.0 (Windows NT 10.0; Win64; x64)");

    static final Feed CATALOGS = Feed.of(
                    "catalogs", "https://armmf.adobe.com/arm-manifests/win/SCUP/", Feed.Format.BINARY)
            .withSizeLimit(64L << 20);
    /** It is asked some eighty times in a row. */
    static final Feed PRODUCTS =
            Feed.json("products", "https://rdc.adobe.io/reader/").withSpacing(BETWEEN);

    static final Feed DOWNLOADS =
            Feed.json("downloads", "https://rdc.adobe.io/reader/").withSpacing(BETWEEN);
    static final Feed BULLETINS = Feed.html("bulletins", "https://helpx.adobe.com/security/products/acrobat/");

    static final Vendor VENDOR = Vendor.of(AdobeProvider.class);

    private static final Pattern BULLETIN =
            Pattern.compile("/security/products/acrobat/(apsb[0-9]{2}-[0-9]{2,4}\\.html)$");
    private static final int BULLETINS_READ = 24;
    private static final String INDEX = BULLETINS.name() + "/index.html";

    @Override
    public ProviderInfo info() {
        return VENDOR.info(feeds());
    }

    @Override
    public List<Feed> feeds() {
        return List.of(NOTES, CATALOGS, PRODUCTS, DOWNLOADS, BULLETINS);
    }

    @Override
    public void fetch(Fetcher fetcher) throws IOException, FeedException {
        fetcher.fetch(NOTES);
        for (String catalog : List.of("AcrobatCatalog-DC.cab", "ReaderCatalog-DC.cab")) {
            fetcher.fetchIfPossible(CATALOGS, catalog, URI.create(catalog));
        }
        fetchInstallers(fetcher, Installer.MUI);
        for (String language : Installer.LANGUAGES.keySet()) {
            fetchInstallers(fetcher, language);
        }
        fetcher.fetch(BULLETINS, "index.html", URI.create("../acrobat.html"));
        for (String bulletin : newestBulletins(fetcher.snapshot())) {
            fetcher.fetch(BULLETINS, bulletin, URI.create(bulletin));
        }
    }

    /** While a release comes out, the service refuses now and then what it lists. */
    private static void fetchInstallers(Fetcher fetcher, String language) throws IOException, FeedException {
        Optional<Document> list = fetcher.fetchIfPossible(PRODUCTS, language + ".json", Installer.products(language));
        if (list.isPresent()) {
            for (Installer installer : Installer.read(fetcher.snapshot(), list.get())) {
                fetcher.fetchIfPossible(DOWNLOADS, installer.downloadName(), installer.download());
            }
        }
    }

    private static List<String> newestBulletins(Snapshot snapshot) throws IOException, FeedException {
        TreeSet<String> names = new TreeSet<>();
        for (String href : Html.links(snapshot, INDEX, "a[href]", "bulletins")) {
            BULLETIN.matcher(href).results().map(name -> name.group(1)).forEach(names::add);
        }
        if (names.isEmpty()) {
            throw new FeedException(INDEX, "a", "expected bulletins about Acrobat, found none");
        }
        return names.descendingSet().stream().limit(BULLETINS_READ).toList();
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        List<Bulletin> bulletins = bulletins(snapshot);
        Map<String, Update> catalogued = catalogued(snapshot);
        for (ReleaseNote note : ReleaseNote.newest(snapshot)) {
            VendorRelease release = note.release(bulletins);
            for (WindowsPackage of : note.packages()) {
                Update known = catalogued.get(of.file());
                sink.accept(
                        (known == null ? release.of(of, of.content(), NOTES.name()) : release.of(of, known)).build());
            }
        }
        installers(snapshot, bulletins, sink);
        VENDOR.ended(NOTES.name(), sink);
    }

    private static void installers(Snapshot snapshot, List<Bulletin> bulletins, UpdateSink sink)
            throws IOException, FeedException {
        Json.read(snapshot, PRODUCTS.name() + "/mui.json");
        for (Document list : snapshot.documents(PRODUCTS)) {
            List<Installer> listed = Installer.read(snapshot, list);
            Offers offers = Offers.of(VersionScheme.ADOBE_CONTINUOUS, listed, Installer::version);
            for (Installer installer : listed) {
                Optional<Document> answer = snapshot.document(DOWNLOADS.name() + '/' + installer.downloadName());
                if (answer.isPresent()) {
                    URI address = installer.address(Json.read(snapshot, answer.get()));
                    sink.accept(installer.update(address, offers.rollout(installer.version()), bulletins));
                }
            }
        }
    }

    private static List<Bulletin> bulletins(Snapshot snapshot) throws IOException, FeedException {
        List<Bulletin> bulletins = new ArrayList<>();
        for (String name : newestBulletins(snapshot)) {
            bulletins.add(Bulletin.read(snapshot, BULLETINS.name() + '/' + name));
        }
        return bulletins;
    }

    /** What the catalogues have, by the name of the patch. */
    private static Map<String, Update> catalogued(Snapshot snapshot) throws IOException, FeedException {
        Map<String, Update> updates = new HashMap<>();
        for (Document catalog : snapshot.documents(CATALOGS)) {
            SdpCatalog.read(snapshot, catalog, update -> {
                for (ContentFile file : update.files()) {
                    updates.put(file.name(), update);
                }
            });
        }
        return updates;
    }
}
