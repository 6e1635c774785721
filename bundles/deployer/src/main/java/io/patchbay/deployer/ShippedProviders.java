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
    private final int patience;
    private final Map<Bundle, Boolean> settled = new HashMap<>();
    private final Map<Bundle, Bundle> standIns = new HashMap<>();
    /** After how many looks one that could not be isolated is tried again. */
    private final Map<Bundle, Integer> waiting = new HashMap<>();

    /** Tries one that could not be isolated again after so many looks. */
    ShippedProviders(EngineApi engine, ProviderBundles bundles, Isolation isolation, int patience) {
        this.engine = engine;
        this.bundles = bundles;
        this.isolation = isolation;
        this.patience = patience;
    }

    /** Has every one run where it is configured to run. */
    void settle() throws InterruptedException {
        for (Bundle shipped : engine.providers()) {
            boolean isolated = isolation.isolates(shipped.getSymbolicName());
            boolean isChanged = !Boolean.valueOf(isolated).equals(settled.put(shipped, isolated));
            if (isChanged || isDue(shipped)) {
                settle(shipped, isolated);
            }
        }
    }

    /** Whether one has waited long enough to be tried again. */
    private boolean isDue(Bundle shipped) {
        Integer left = waiting.computeIfPresent(shipped, (same, looks) -> looks - 1);
        return left != null && left == 0;
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

    /** One that cannot be isolated does not run, and may be able to later: a machine can be too busy for once. */
    private void isolate(Bundle shipped) throws BundleException, InterruptedException {
        try {
            standIns.put(shipped, bundles.startStandIn(shipped));
            waiting.remove(shipped);
        } catch (Refusal e) {
            if (waiting.put(shipped, patience) == null) {
                LOG.warn("{} does not run until it can be isolated: it {}", shipped, e.getMessage());
            }
        }
        shipped.stop(Bundle.STOP_TRANSIENT);
    }

    private void include(Bundle shipped) throws BundleException, InterruptedException {
        waiting.remove(shipped);
        shipped.start();
        Bundle standIn = standIns.remove(shipped);
        if (standIn != null) {
            bundles.retire(standIn);
        }
    }
}
