package io.patchbay.provider.sdp;

import io.patchbay.feeds.config.CommaList;
import io.patchbay.feeds.sdp.SdpCatalog;
import io.patchbay.model.Product;
import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * A catalogue of third-party updates as vendors publish them for System Center and WSUS. Each configuration is a
 * provider of its own, so that one vendor's broken catalogue does not touch another's updates.
 */
@Component(configurationPid = "io.patchbay.sdp", configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SdpConfig.class, factory = true)
public final class SdpProvider implements FeedProvider {
    private static final long GIBIBYTE = 1L << 30;

    private final ProviderInfo info;
    private final Feed catalog;

    /**
     * Called by the framework.
     *
     * @throws IllegalArgumentException if the configuration is wrong
     */
    @Activate
    public SdpProvider(SdpConfig config) {
        this(
                config.id(),
                config.vendor(),
                config.url(),
                CommaList.read(config.products()),
                Set.copyOf(CommaList.read(config.hosts())));
    }

    SdpProvider(String id, String vendor, String url, List<String> products, Set<String> hosts) {
        if (vendor.isBlank()) {
            throw new IllegalArgumentException("catalogue " + id + ": vendor is missing");
        }
        catalog = Feed.of("catalog", url, Feed.Format.BINARY)
                .withSizeLimit(GIBIBYTE)
                .withFreshness(Duration.ofDays(35));
        List<String> names = products.isEmpty() ? List.of(vendor) : products;
        info = new ProviderInfo(
                id,
                vendor,
                names.stream().map(name -> Product.named(name, vendor)).toList(),
                hosts(hosts, catalog.url()));
    }

    private static Set<String> hosts(Set<String> further, URI url) {
        if (url.getHost() == null) {
            throw new IllegalArgumentException("the url of a catalogue needs a host: " + url);
        }
        Set<String> hosts = new TreeSet<>(further);
        hosts.add(url.getHost());
        return hosts;
    }

    @Override
    public ProviderInfo info() {
        return info;
    }

    @Override
    public List<Feed> feeds() {
        return List.of(catalog);
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        Document document = snapshot.document(catalog.name())
                .orElseThrow(
                        () -> new FeedException(catalog.name(), "", "the snapshot " + snapshot.name() + " lacks it"));
        SdpCatalog.read(snapshot, document, sink);
    }
}
