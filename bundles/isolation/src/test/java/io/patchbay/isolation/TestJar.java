package io.patchbay.isolation;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.Constants;

/** Makes bundles of packages of the tests. */
final class TestJar {
    private TestJar() {}

    /** Writes a bundle that holds the package of its activator. */
    static Path write(Path jar, Class<? extends BundleActivator> activator, Map<String, String> more)
            throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest(activator, more))) {
            for (Path file : classes(activator)) {
                entries.putNextEntry(
                        new ZipEntry(activator.getPackageName().replace('.', '/') + '/' + file.getFileName()));
                Files.copy(file, entries);
            }
        }
        return jar;
    }

    private static Manifest manifest(Class<?> activator, Map<String, String> more) {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        headers.putValue(Constants.BUNDLE_SYMBOLICNAME, activator.getPackageName());
        headers.putValue(Constants.BUNDLE_VERSION, "1.0.0");
        headers.putValue(Constants.BUNDLE_ACTIVATOR, activator.getName());
        headers.putValue(Constants.IMPORT_PACKAGE, "org.osgi.framework,io.patchbay.spi,io.patchbay.model");
        more.forEach(headers::putValue);
        return manifest;
    }

    private static List<Path> classes(Class<?> activator) throws IOException {
        try {
            Path file = Path.of(
                    activator.getResource(activator.getSimpleName() + ".class").toURI());
            try (Stream<Path> files = Files.list(file.getParent())) {
                return files.filter(each -> each.toString().endsWith(".class"))
                        .sorted()
                        .toList();
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
