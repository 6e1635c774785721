package io.patchbay.deployer;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/** What the engine itself consists of: every bundle that was not dropped in. */
final class EngineApi {
    /** What the names of the engine's own packages begin with. */
    static final String PREFIX = "io.patchbay.";

    private static final String PROVIDER_PREFIX = "io.patchbay.provider.";

    private final BundleContext context;
    private final String staging;
    private final FrameworkWiring wiring;

    /** All bundles are the engine's but those whose location begins with this. */
    EngineApi(BundleContext context, String staging) {
        this.context = context;
        this.staging = staging;
        this.wiring = Objects.requireNonNull(
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class));
    }

    /** The engine's bundle of this name. */
    Optional<Bundle> bundle(String symbolicName) {
        return bundles()
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .findFirst();
    }

    /** The providers that the engine ships. */
    List<Bundle> providers() {
        return bundles().filter(EngineApi::isProvider).toList();
    }

    /** Whether a bundle of the engine's is one of a provider, whether that runs or not. */
    static boolean isProvider(Bundle bundle) {
        return String.valueOf(bundle.getSymbolicName()).startsWith(PROVIDER_PREFIX);
    }

    /** What the locations of all bundles begin with that are not the engine's. */
    String staging() {
        return staging;
    }

    /** The packages that providers may import, and must not bring. */
    Set<String> packages() {
        return exports().map(EngineApi::packageName).collect(Collectors.toUnmodifiableSet());
    }

    /** The version of a package that the engine exports. */
    Optional<Version> version(String packageName) {
        return exports()
                .filter(export -> packageName(export).equals(packageName))
                .map(export -> (Version) export.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE))
                .findFirst();
    }

    /** Whether any bundle can satisfy a requirement. */
    boolean satisfies(BundleRequirement requirement) {
        return !wiring.findProviders(requirement).isEmpty();
    }

    private Stream<BundleCapability> exports() {
        return bundles()
                .map(bundle ->
                        bundle.adapt(BundleRevision.class).getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE))
                .flatMap(List::stream)
                .filter(export -> packageName(export).startsWith(PREFIX));
    }

    static String packageName(BundleCapability export) {
        return Objects.toString(export.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE), "");
    }

    private Stream<Bundle> bundles() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> !bundle.getLocation().startsWith(staging));
    }
}
