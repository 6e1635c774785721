package io.patchbay.deployer;

import io.patchbay.feeds.trust.Policy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Makes jars of a provider, good unless told otherwise. */
final class SampleJar {
    private static final String ACTIVATOR = "vendor/sample/SampleActivator.class";

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    static SampleJar of(String version) throws IOException {
        return new SampleJar()
                .with("Manifest-Version", "1.0")
                .with("Bundle-ManifestVersion", "2")
                .with("Bundle-SymbolicName", "vendor.sample;singleton:=false")
                .with("Bundle-Version", version)
                .with("Bundle-Activator", "vendor.sample.SampleActivator")
                .with(
                        "Import-Package",
                        "org.osgi.framework;version=\"[1.8,2)\",io.patchbay.spi;version=\"[1.0,2)\","
                                + "io.patchbay.model;version=\"[1.0,2)\"")
                .holding(Policy.FILE, "{\"hosts\": [\"vendor.example\"]}".getBytes(StandardCharsets.UTF_8))
                .holding(ACTIVATOR, classFile("/" + ACTIVATOR));
    }

    SampleJar with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    SampleJar without(String header) {
        headers.remove(header);
        return this;
    }

    SampleJar lacking(String entry) {
        entries.remove(entry);
        return this;
    }

    SampleJar holding(String entry, byte[] content) {
        entries.put(entry, content);
        return this;
    }

    static byte[] classFile(String name) throws IOException {
        try (InputStream in = SampleJar.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    byte[] bytes() throws IOException {
        Manifest manifest = new Manifest();
        headers.forEach((name, value) -> manifest.getMainAttributes().put(new Attributes.Name(name), value));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            jar.putNextEntry(entry(JarFile.MANIFEST_NAME));
            manifest.write(jar);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(entry(entry.getKey()));
                jar.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** Of one time, so that the same jar has the same bytes. */
    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
        return entry;
    }

    void writeTo(Path file) throws IOException {
        Files.write(file, bytes());
    }
}
