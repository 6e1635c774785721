package io.patchbay.audit.file;

import io.patchbay.audit.AuditLog;
import io.patchbay.audit.BundleOrigin;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.condition.Condition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records the bundles that come, change and go once those of the distribution have started, so that what is dropped in is on record; but not
 * how all of them go when the engine stops.
 */
@Component(
        immediate = true,
        service = {})
public final class BundleAudit implements SynchronousBundleListener {
    private static final Logger LOG = LoggerFactory.getLogger(BundleAudit.class);

    private final BundleContext context;
    private final AuditLog log;
    private final Actors actors;

    /** Absent until the deployer has started. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable BundleOrigin origin;

    /** Begins to listen. */
    @Activate
    public BundleAudit(
            BundleContext context,
            @Reference AuditLog log,
            @Reference Actors actors,
            @Reference(target = "(osgi.condition.id=io.patchbay.started)") Condition started) {
        this.context = context;
        this.log = log;
        this.actors = actors;
        context.addBundleListener(this);
    }

    /** Listens no more. */
    @Deactivate
    public void stop() {
        context.removeBundleListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        boolean engineStops =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getState() == Bundle.STOPPING;
        if (!engineStops) {
            action(event.getType()).ifPresent(action -> record(action, event.getBundle()));
        }
    }

    private static Optional<String> action(int event) {
        return switch (event) {
            case BundleEvent.INSTALLED -> Optional.of("install");
            case BundleEvent.UPDATED -> Optional.of("update");
            case BundleEvent.STARTED -> Optional.of("start");
            case BundleEvent.STOPPED -> Optional.of("stop");
            case BundleEvent.UNINSTALLED -> Optional.of("uninstall");
            default -> Optional.empty();
        };
    }

    /** What has happened already cannot be refused any more. */
    private void record(String action, Bundle bundle) {
        try {
            log.record(actors.current(), action, String.valueOf(bundle.getSymbolicName()), details(bundle));
        } catch (IOException e) {
            LOG.error("{}", e.getMessage());
        }
    }

    private Map<String, String> details(Bundle bundle) {
        Map<String, String> details = new TreeMap<>();
        details.put("version", bundle.getVersion().toString());
        details.put("location", bundle.getLocation());
        BundleOrigin present = origin;
        if (present != null) {
            details.putAll(present.of(bundle));
        }
        return details;
    }
}
