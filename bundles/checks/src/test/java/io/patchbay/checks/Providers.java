package io.patchbay.checks;

import io.patchbay.declared.DeclarationException;
import io.patchbay.declared.DeclaredProvider;
import io.patchbay.feeds.trust.Policy;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.testkit.RecordedSnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every provider that is shipped, made as the framework makes them, without a configuration or with one of defaults and of what stands here; and
 * those that the samples describe.
 */
final class Providers {
    private static final Path ROOT = Path.of(System.getProperty("patchbay.root"));
    private static final Map<String, Object> CONFIGURED = Map.of(
            "id", "sdp",
            "vendor", "HP",
            "url", "https://hpia.hpcloud.hp.com/downloads/sccmcatalog/HpCatalogForSms.latest.cab",
            "searches", new String[] {"KB5025239"});

    private Providers() {}

    /** A new instance of each. */
    static List<FeedProvider> shipped() {
        List<FeedProvider> providers = new ArrayList<>();
        for (String name : Shipped.sources()) {
            if (name.startsWith("io.patchbay.provider.")) {
                Stream.ofNullable(create(name)).forEach(providers::add);
            }
        }
        providers.addAll(declared());
        return providers;
    }

    private static List<FeedProvider> declared() {
        try (Stream<Path> files = Files.list(ROOT.resolve("runtime/src/dist/samples/providers"))) {
            List<FeedProvider> declared = new ArrayList<>();
            for (Path file : files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                declared.add(DeclaredProvider.read(file));
            }
            return declared;
        } catch (IOException | DeclarationException e) {
            throw new AssertionError("the samples cannot be read", e);
        }
    }

    /** The policy that a provider's bundle brings; of one that a file describes, the one of bundles that bring none. */
    static Policy policy(FeedProvider provider) throws IOException, FeedException {
        if (provider instanceof DeclaredProvider) {
            return Policy.of(provider.info().hosts());
        }
        Path file = bundle(provider.getClass()).resolve("src/main/resources").resolve(Policy.FILE);
        try (InputStream in = Files.newInputStream(file)) {
            return Policy.read(in);
        }
    }

    /** The folder of the bundle that a class was built in. */
    private static Path bundle(Class<?> type) {
        Path built = Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
        while (!built.endsWith("target")) {
            built = built.getParent();
        }
        return built.getParent();
    }

    /** The recorded cases of a provider, in order. */
    static List<RecordedSnapshot> cases(FeedProvider provider) throws IOException, FeedException {
        Path folder = ROOT.resolve("vendor-feeds").resolve(provider.info().id());
        List<RecordedSnapshot> cases = new ArrayList<>();
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : children.filter(Files::isDirectory).sorted().toList()) {
                cases.add(RecordedSnapshot.open(child));
            }
        }
        return cases;
    }

    private static @Nullable FeedProvider create(String name) {
        try {
            Class<?> type = Class.forName(name, false, Providers.class.getClassLoader());
            boolean component = FeedProvider.class.isAssignableFrom(type) && Modifier.isPublic(type.getModifiers());
            return component ? (FeedProvider) create(type.getConstructors()[0]) : null;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("cannot be made as the framework makes it: " + name, e);
        }
    }

    private static Object create(Constructor<?> constructor) throws ReflectiveOperationException {
        Object[] arguments = Stream.of(constructor.getParameterTypes())
                .map(type -> type == Map.class ? CONFIGURED : configuration(type))
                .toArray();
        return constructor.newInstance(arguments);
    }

    private static Object configuration(Class<?> type) {
        return Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> value(method));
    }

    private static Object value(Method method) {
        Object byDefault = method.getDefaultValue();
        return Objects.requireNonNull(byDefault != null ? byDefault : CONFIGURED.get(method.getName()));
    }
}
