package io.patchbay.runtime;

import java.util.Collection;
import java.util.Objects;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Says which bundles may run and which may be the engine: only what the launcher installed or the deployer staged resolves, and only what
 * the launcher installed provides the engine's packages. Registered by the launcher, so that no bundle can stop it.
 */
final class EngineGuard implements ResolverHook {
    private static final String OUR_PACKAGES = "io.patchbay.";

    private final String system;
    private final String staging;

    /** Guards bundles by the beginnings of their locations. */
    EngineGuard(String system, String staging) {
        this.system = system;
        this.staging = staging;
    }

    @Override
    public void filterResolvable(Collection<BundleRevision> candidates) {
        candidates.removeIf(
                revision -> !isEngine(revision) && !location(revision).startsWith(staging));
    }

    @Override
    public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {
        candidates.removeIf(capability -> isOurs(capability) && !isEngine(capability.getRevision()));
    }

    private static boolean isOurs(BundleCapability capability) {
        Object name = capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE);
        return Objects.toString(name, "").startsWith(OUR_PACKAGES);
    }

    private boolean isEngine(BundleRevision revision) {
        return revision.getBundle().getBundleId() == 0 || location(revision).startsWith(system);
    }

    private static String location(BundleRevision revision) {
        return revision.getBundle().getLocation();
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
