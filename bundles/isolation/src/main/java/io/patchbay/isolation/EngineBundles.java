package io.patchbay.isolation;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;

/** What of the engine a child needs: found by the names of bundles, and by how they are wired. */
final class EngineBundles {
    private static final String REFERENCE = "reference:";

    /** What providers are made with, and this bundle, in which the child's program is. */
    private static final Set<String> FOR_PROVIDERS = Set.of(
            "io.patchbay.spi",
            "io.patchbay.feeds",
            "io.patchbay.cabinet",
            "io.patchbay.declared",
            "io.patchbay.isolation");

    /** What makes components, and configures them. */
    private static final Set<String> SERVICES = Set.of(
            "org.apache.felix.configadmin",
            "org.apache.felix.scr",
            "org.osgi.service.component",
            "org.osgi.util.function",
            "org.osgi.util.promise");

    private final BundleContext context;

    EngineBundles(BundleContext context) {
        this.context = context;
    }

    /** How children are started. */
    ChildCommand command(List<String> before, int heap) {
        Set<Bundle> readers = withNeeds(named(FOR_PROVIDERS));
        Stream<Path> program = Stream.of(file(Bundle.class), file(Logger.class));
        List<Path> classPath = Stream.concat(program, readers.stream().map(EngineBundles::file))
                .toList();
        List<Path> services = named(SERVICES).stream().map(EngineBundles::file).toList();
        return new ChildCommand(before, classPath, exports(readers), services, heap);
    }

    private List<Bundle> named(Set<String> names) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> names.contains(bundle.getSymbolicName()))
                .toList();
    }

    /** These bundles, and all that their packages come from. */
    private static Set<Bundle> withNeeds(Collection<Bundle> bundles) {
        Set<Bundle> found = new LinkedHashSet<>();
        Deque<Bundle> next = new ArrayDeque<>(bundles);
        while (!next.isEmpty()) {
            Bundle bundle = next.remove();
            if (bundle.getBundleId() != Constants.SYSTEM_BUNDLE_ID && found.add(bundle)) {
                needs(bundle).forEach(next::add);
            }
        }
        return found;
    }

    private static Stream<Bundle> needs(Bundle bundle) {
        BundleWiring wiring = requireNonNull(bundle.adapt(BundleWiring.class), bundle + " is not resolved");
        List<BundleWire> wires = wiring.getRequiredWires(null);
        return wires.stream().map(wire -> wire.getProvider().getBundle());
    }

    /** The packages of these, and those that the launcher gives to all bundles. */
    private String exports(Collection<Bundle> bundles) {
        Stream<String> launchers = Stream.ofNullable(context.getProperty(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA));
        Stream<String> exports = bundles.stream()
                .map(bundle -> bundle.getHeaders("").get(Constants.EXPORT_PACKAGE))
                .filter(Objects::nonNull);
        return Stream.concat(launchers, exports).collect(Collectors.joining(","));
    }

    private static Path file(Bundle bundle) {
        return Path.of(URI.create(bundle.getLocation().substring(REFERENCE.length())));
    }

    private static Path file(Class<?> type) {
        CodeSource source = requireNonNull(type.getProtectionDomain().getCodeSource());
        return Path.of(URI.create(source.getLocation().toString()));
    }
}
