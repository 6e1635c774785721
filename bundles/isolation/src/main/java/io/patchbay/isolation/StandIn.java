package io.patchbay.isolation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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
    /** The header that says by which names the components of the other one are configured. */
    static final String CONFIGURED_BY = "Patchbay-Configured-By";

    private static final int LONGEST = 1 << 20;

    /** What the bundle keeps of the other one's manifest. */
    private static final List<String> KEPT = List.of(
            Constants.BUNDLE_SYMBOLICNAME, Constants.BUNDLE_VERSION, Constants.BUNDLE_NAME, Constants.BUNDLE_VENDOR);

    private StandIn() {}

    static InputStream of(Path jar) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FileSystem files = FileSystems.newFileSystem(jar);
                JarOutputStream out = new JarOutputStream(bytes, manifest(files, jar))) {
            for (Path file : files(files, TRUST)) {
                out.putNextEntry(new ZipEntry(TRUST + '/' + file.getFileName()));
                out.write(content(file));
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static Manifest manifest(FileSystem files, Path jar) throws IOException {
        Manifest other = new Manifest(new ByteArrayInputStream(content(files.getPath("META-INF/MANIFEST.MF"))));
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        headers.putValue(Constants.BUNDLE_ACTIVATOR, IsolatedActivator.class.getName());
        headers.putValue(Constants.IMPORT_PACKAGE, "org.osgi.framework,io.patchbay.spi,io.patchbay.isolation");
        headers.putValue(Isolation.STAND_IN_OF, jar.toUri().toString());
        headers.putValue(CONFIGURED_BY, String.join(" ", ComponentPids.of(files, other)));
        for (String header : KEPT) {
            String value = other.getMainAttributes().getValue(header);
            if (value != null) {
                headers.putValue(header, value);
            }
        }
        return manifest;
    }

    /** The files in a folder; none if there is no such folder. */
    static List<Path> files(FileSystem jar, String name) throws IOException {
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
