package io.patchbay.provider.sdp;

import io.patchbay.feeds.config.CommaList;
import io.patchbay.feeds.config.WrongConfiguration;
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
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
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
     * @throws WrongConfiguration if there is no catalogue like this
     */
    @Activate
    public SdpProvider(SdpConfig config, Map<String, ?> properties) {
        try {
            catalog = Feed.of("catalog", https(config.url()).toString(), Feed.Format.BINARY)
                    .withSizeLimit(GIBIBYTE)
                    .withFreshness(Duration.ofDays(35));
            info = info(config, catalog.url().getHost());
        } catch (IllegalArgumentException e) {
            throw new WrongConfiguration(properties, String.valueOf(e.getMessage()));
        }
    }

    /** Its message does not show the address, which may have a password in it. */
    private static URI https(@Nullable String url) {
        try {
            URI address = new URI(text(url));
            if ("https".equals(address.getScheme()) && address.getHost() != null && address.getUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Falls to the one message for everything that is no such address.
        }
        throw new IllegalArgumentException("url must be an https address, without a user");
    }

    private static ProviderInfo info(SdpConfig config, String host) {
        String vendor = text(config.vendor());
        if (vendor.isEmpty()) {
            throw new IllegalArgumentException("vendor must be the name of who publishes the catalogue");
        }
        List<String> products = CommaList.read(config.products());
        List<String> names = products.isEmpty() ? List.of(vendor) : products;
        Set<String> hosts = new TreeSet<>(CommaList.read(config.hosts()));
        hosts.add(host);
        return new ProviderInfo(
                text(config.id()),
                vendor,
                names.stream().map(name -> Product.named(name, vendor)).toList(),
                hosts);
    }

    /** What is not configured is null. */
    private static String text(@Nullable String configured) {
        return configured == null ? "" : configured.strip();
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
