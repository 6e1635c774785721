package io.patchbay.provider.microsoft.wsus;

import io.patchbay.feeds.config.WrongConfiguration;
import io.patchbay.model.Product;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Everything that Microsoft's update servers or an organisation's WSUS offer, as a server downstream of them gets it (MS-WSUSSS); or, if an
 * operator names one, what an export cabinet of {@code wsusutil} holds.
 *
 * <p>Each configuration is a provider of its own: nobody asks Microsoft for everything without being told to, and an organisation may have
 * several servers.
 *
 * <p>A snapshot is full at any time: the lists of revisions, and the answers that hold the revisions. A sync goes on from the one before by
 * the upstream's anchors and takes its answers over.
 */
@Component(configurationPid = "io.patchbay.wsus", configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = WsusConfig.class, factory = true)
public final class MicrosoftWsusProvider implements FeedProvider {
    static final String ID = "microsoft-wsus";

    private static final List<Product> PRODUCTS = List.of(
            Product.named("Windows", "Windows"),
            Product.named("Microsoft Office", "Office"),
            Product.named("Microsoft SQL Server", "SQL Server"),
            Product.named("Microsoft Exchange Server", "Exchange"),
            Product.named("Microsoft Defender Antivirus", "Forefront"));

    private static final String MICROSOFT = "https://sws.update.microsoft.com/";
    private static final long MEBIBYTE = 1L << 20;

    /** Lists of revisions: {@code revisions/categories-000.xml} lists everything, those after it what came later. */
    static final Feed REVISIONS =
            Feed.of("revisions", MICROSOFT, Feed.Format.XML).withSizeLimit(512 * MEBIBYTE);

    /** The revisions of categories and detectoids, some in each document, named by the first. */
    static final Feed CATEGORIES =
            Feed.of("categories", MICROSOFT, Feed.Format.XML).withSizeLimit(512 * MEBIBYTE);

    /** The revisions of all other updates, likewise. */
    static final Feed UPDATES = Feed.of("updates", MICROSOFT, Feed.Format.XML).withSizeLimit(512 * MEBIBYTE);

    /** An export cabinet, which is nowhere unless an operator says where. */
    static final Feed EXPORT =
            Feed.of("export.cab", MICROSOFT + "export.cab", Feed.Format.CABINET).withSizeLimit(4096 * MEBIBYTE);

    private final ProviderInfo info;

    /**
     * Called by the framework.
     *
     * @throws WrongConfiguration if the configured id is none
     */
    @Activate
    public MicrosoftWsusProvider(WsusConfig config, Map<String, ?> properties) {
        try {
            info = info(config.id());
        } catch (IllegalArgumentException e) {
            throw new WrongConfiguration(properties, String.valueOf(e.getMessage()));
        }
    }

    MicrosoftWsusProvider() {
        info = info(ID);
    }

    private static ProviderInfo info(String id) {
        return ProviderInfo.of(id, "Microsoft", PRODUCTS, "sws.update.microsoft.com");
    }

    @Override
    public ProviderInfo info() {
        return info;
    }

    @Override
    public List<Feed> feeds() {
        return List.of(REVISIONS, CATEGORIES, UPDATES, EXPORT);
    }

    @Override
    public void fetch(Fetcher fetcher) throws IOException, FeedException {
        if (importsExport(fetcher)) {
            fetcher.fetch(EXPORT);
        } else {
            new WsusSync(fetcher).run();
        }
    }

    /** Whether an operator gave the export an address of its own; one address for every feed is the server's. */
    private static boolean importsExport(Fetcher fetcher) throws IOException {
        return !fetcher.address(EXPORT).equals(EXPORT.url())
                && !fetcher.address(EXPORT).equals(fetcher.address(UPDATES));
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        if (snapshot.document(EXPORT.name()).isPresent()) {
            new ExportCabinet(snapshot).read(sink);
        } else {
            new SyncedUpdates(snapshot).read(sink);
        }
    }
}
