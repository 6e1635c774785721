package io.patchbay.runtime;

import java.util.Collection;
import java.util.Objects;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Says which bundles may run and which may be the engine: only what the launcher installed or the deployer staged resolves, and only what
 * the launcher installed provides the engine's packages. Registered by the launcher, so that no bundle can stop it.
 */
final class EngineGuard implements ResolverHookFactory, ResolverHook {
    private static final String OUR_PACKAGES = "io.patchbay.";

    private final Provenance provenance;

    /** Guards by where the content of bundles came from. */
    EngineGuard(Provenance provenance) {
        this.provenance = provenance;
    }

    /** Who starts a bundle reads why it does not; of several, the others are not to suffer. */
    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        for (BundleRevision trigger : triggers) {
            if (triggers.size() == 1 && !provenance.isKnown(trigger)) {
                throw new IllegalStateException(trigger.getBundle()
                        + " did not come through the drop-in folder, where bundles are checked: copy its file there");
            }
        }
        return this;
    }

    @Override
    public void filterResolvable(Collection<BundleRevision> candidates) {
        candidates.removeIf(revision -> !provenance.isKnown(revision));
    }

    @Override
    public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {
        candidates.removeIf(capability -> isOurs(capability) && !provenance.isEngine(capability.getRevision()));
    }

    private static boolean isOurs(BundleCapability capability) {
        Object name = capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE);
        return Objects.toString(name, "").startsWith(OUR_PACKAGES);
    }

    @Override
    public void filterSingletonCollisions(BundleCapability singleton, Collection<BundleCapability> collisions) {
        // the framework's own rule is right
    }

    @Override
    public void end() {
        // nothing is kept
    }
}
