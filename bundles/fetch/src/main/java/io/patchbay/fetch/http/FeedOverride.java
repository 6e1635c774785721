package io.patchbay.fetch.http;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/** One configuration {@code io.patchbay.feed}, as a service: it comes and goes with its configuration. */
@Component(
        service = FeedOverride.class,
        configurationPid = "io.patchbay.feed",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = FeedConfig.class, factory = true)
public final class FeedOverride {
    private static final String EVERY_FEED = "*";

    private final FeedConfig config;

    /** Called by the framework. */
    @Activate
    public FeedOverride(FeedConfig config) {
        this.config = config;
    }

    FeedConfig config() {
        return config;
    }

    boolean isFor(String provider, String feed) {
        return config.provider().equals(provider) && config.feed().equals(feed);
    }

    boolean isForAll(String provider) {
        return isFor(provider, EVERY_FEED);
    }
}
