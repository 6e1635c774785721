package io.patchbay.runtime;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What was built, or unpacked: {@code lib} with the launcher, {@code system} with the engine's bundles, {@code conf} with defaults.
 *
 * @param folder where it is
 */
record Distribution(Path folder) {
    /** The one that this class was loaded from. */
    static Distribution running() {
        CodeSource source =
                Objects.requireNonNull(Distribution.class.getProtectionDomain().getCodeSource());
        Path jar = Path.of(URI.create(source.getLocation().toString()));
        return new Distribution(Objects.requireNonNull(jar.getParent()).resolveSibling("."));
    }

    /** The engine's bundles, ordered by name. */
    List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.list(system())) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    Path system() {
        return folder.resolve("system");
    }

    Path conf() {
        return folder.resolve("conf");
    }

    /** Its framework properties, and over them those of a data folder. */
    Map<String, String> frameworkProperties(Home home) throws EngineException {
        Map<String, String> properties = frameworkProperties(conf());
        properties.putAll(frameworkProperties(home.folder("conf")));
        return properties;
    }

    /** The engine's version. */
    static String version() {
        return Objects.requireNonNullElse(Distribution.class.getPackage().getImplementationVersion(), "unknown");
    }

    /** Reads {@code framework.properties} of a folder, which are in UTF-8; empty if it has none. */
    static Map<String, String> frameworkProperties(Path conf) throws EngineException {
        Path file = conf.resolve("framework.properties");
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new EngineException("cannot read " + file + ": " + e, e);
            }
        }
        Map<String, String> result = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> result.put(name, properties.getProperty(name)));
        return result;
    }
}
