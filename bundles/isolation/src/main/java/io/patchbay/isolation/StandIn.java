package io.patchbay.isolation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.osgi.framework.Constants;

/** Makes the bundle that stands in for another: its name, version and policy, and an activator that is the engine's. */
final class StandIn {
    private static final String TRUST = "META-INF/trust";
    private static final String COMPONENTS = "OSGI-INF";
    private static final String CONFIGURED = "configuration-policy=\"require\"";
    private static final int LONGEST = 1 << 20;

    /** What the bundle keeps of the other one's manifest. */
    private static final List<String> KEPT = List.of(
            Constants.BUNDLE_SYMBOLICNAME, Constants.BUNDLE_VERSION, Constants.BUNDLE_NAME, Constants.BUNDLE_VENDOR);

    private StandIn() {}

    static InputStream of(Path jar) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FileSystem files = FileSystems.newFileSystem(jar);
                InputStream manifest = Files.newInputStream(files.getPath("META-INF/MANIFEST.MF"));
                JarOutputStream out = new JarOutputStream(bytes, manifest(new Manifest(manifest), jar))) {
            refuseConfigured(files);
            for (Path file : files(files, TRUST)) {
                out.putNextEntry(new ZipEntry(TRUST + '/' + file.getFileName()));
                out.write(content(file));
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static Manifest manifest(Manifest other, Path jar) {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        headers.putValue(Constants.BUNDLE_ACTIVATOR, IsolatedActivator.class.getName());
        headers.putValue(Constants.IMPORT_PACKAGE, "org.osgi.framework,io.patchbay.spi,io.patchbay.isolation");
        headers.putValue(Isolation.STAND_IN_OF, jar.toUri().toString());
        for (String header : KEPT) {
            String value = other.getMainAttributes().getValue(header);
            if (value != null) {
                headers.putValue(header, value);
            }
        }
        return manifest;
    }

    /** No configuration reaches a process of its own, so it would have other providers than the bundle. */
    private static void refuseConfigured(FileSystem jar) throws IOException {
        for (Path component : files(jar, COMPONENTS)) {
            String description = new String(content(component), StandardCharsets.UTF_8);
            if (description.contains(CONFIGURED)) {
                throw new IOException("has a provider that only a configuration makes");
            }
        }
    }

    private static List<Path> files(FileSystem jar, String name) throws IOException {
        Path folder = jar.getPath(name);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static byte[] content(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LONGEST);
        }
    }
}
