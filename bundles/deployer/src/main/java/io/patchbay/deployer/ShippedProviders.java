package io.patchbay.deployer;

import io.patchbay.isolation.Isolation;
import java.util.HashMap;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The providers that the engine ships. The launcher leaves them to the deployer, so that one that is to run in a process of its own never runs in
 * this one. What an operator does to one of them stays, until the configuration changes. For one thread.
 */
final class ShippedProviders {
    private static final Logger LOG = LoggerFactory.getLogger(ShippedProviders.class);

    private final EngineApi engine;
    private final ProviderBundles bundles;
    private final Isolation isolation;
    private final Map<Bundle, Boolean> settled = new HashMap<>();
    private final Map<Bundle, Bundle> standIns = new HashMap<>();

    ShippedProviders(EngineApi engine, ProviderBundles bundles, Isolation isolation) {
        this.engine = engine;
        this.bundles = bundles;
        this.isolation = isolation;
    }

    /** Has every one run where it is configured to run. */
    void settle() throws InterruptedException {
        for (Bundle shipped : engine.providers()) {
            boolean isolated = isolation.isolates(shipped.getSymbolicName());
            if (!Boolean.valueOf(isolated).equals(settled.put(shipped, isolated))) {
                settle(shipped, isolated);
            }
        }
    }

    private void settle(Bundle shipped, boolean isolated) throws InterruptedException {
        try {
            if (isolated) {
                isolate(shipped);
            } else {
                include(shipped);
            }
        } catch (BundleException e) {
            LOG.error("{} cannot start or stop", shipped, e);
        }
    }

    /** One that cannot be isolated runs in this process: unlike what is dropped in, its code is the engine's own. */
    private void isolate(Bundle shipped) throws BundleException, InterruptedException {
        try {
            standIns.put(shipped, bundles.startStandIn(shipped));
            shipped.stop(Bundle.STOP_TRANSIENT);
        } catch (Refusal e) {
            LOG.warn("{} runs in the engine's process, because it {}", shipped, e.getMessage());
            shipped.start();
        }
    }

    private void include(Bundle shipped) throws BundleException, InterruptedException {
        shipped.start();
        Bundle standIn = standIns.remove(shipped);
        if (standIn != null) {
            bundles.retire(standIn);
        }
    }
}
