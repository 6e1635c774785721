package io.patchbay.sync.engine;

import io.patchbay.feeds.trust.Policy;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.ProviderInfo;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;

/**
 * A provider service as it was plugged in. What it is was asked then: nobody who only looks runs a provider's code.
 *
 * @param service the service's id in the framework
 * @param ranking the service's ranking in the framework: who has a lower one stands back
 * @param provider the service
 * @param info what it said of itself
 * @param feeds what it said that it reads
 * @param bundle the symbolic name of its bundle
 * @param version its bundle's version
 * @param policy what the files of its updates may be
 * @param isolated whether its code runs in a process of its own
 */
record Plugged(
        long service,
        int ranking,
        FeedProvider provider,
        ProviderInfo info,
        List<Feed> feeds,
        String bundle,
        Version version,
        Policy policy,
        boolean isolated) {
    /** What a bundle has among its headers if it stands in for one that runs in a process of its own. */
    private static final String ISOLATED = "Patchbay-Isolated";

    Plugged {
        feeds = List.copyOf(feeds);
    }

    /** One whose code runs in this process, asked what it is. */
    Plugged(long service, int ranking, FeedProvider provider, String bundle, Version version, Policy policy) {
        this(service, ranking, provider, provider.info(), provider.feeds(), bundle, version, policy, false);
    }

    /** A service of a bundle, asked what it is and with the policy that its bundle brings. */
    static Plugged of(long service, int ranking, FeedProvider provider, Bundle bundle) {
        ProviderInfo info = provider.info();
        Policy policy = BundlePolicy.of(bundle, info);
        boolean isolated = bundle.getHeaders("").get(ISOLATED) != null;
        return new Plugged(
                service,
                ranking,
                provider,
                info,
                provider.feeds(),
                bundle.getSymbolicName(),
                bundle.getVersion(),
                policy,
                isolated);
    }

    String id() {
        return info.id();
    }
}
