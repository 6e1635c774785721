package io.patchbay.sync.engine;

import io.patchbay.feeds.trust.Policy;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.ProviderInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the policy that a provider's bundle brings. */
final class BundlePolicy {
    private static final Logger LOG = LoggerFactory.getLogger(BundlePolicy.class);

    private BundlePolicy() {}

    /** The bundle's policy; where it brings none, files are only allowed where its feeds are. One that cannot be read allows nothing. */
    static Policy of(Bundle bundle, ProviderInfo info) {
        URL entry = bundle.getEntry(Policy.FILE);
        if (entry == null) {
            return Policy.of(info.hosts());
        }
        try (InputStream in = entry.openStream()) {
            return Policy.read(in);
        } catch (IOException | FeedException e) {
            LOG.warn("{} has a policy that cannot be read, so no file of it is published: {}", info.id(), e.toString());
            return Policy.of(Set.of());
        }
    }
}
