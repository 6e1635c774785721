package io.patchbay.runtime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Makes bundles as a build tool would: of the sample vendor, or of others. */
final class SampleJar {
    private static final String IMPORTS = "io.patchbay.spi;version=\"[1.0,2)\",io.patchbay.model;version=\"[1.0,2)\"";

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private SampleJar(String symbolicName, String version) {
        with("Manifest-Version", "1.0");
        with("Bundle-ManifestVersion", "2");
        with("Bundle-SymbolicName", symbolicName);
        with("Bundle-Version", version);
    }

    /** A bundle of a provider whose files are with the sample vendor. */
    static SampleJar ofProvider(String symbolicName, String version) {
        return empty(symbolicName, version)
                .holding(
                        "META-INF/trust/policy.json",
                        "{\"hosts\": [\"vendor.example\"]}".getBytes(StandardCharsets.UTF_8));
    }

    /** A bundle with nothing in it. */
    static SampleJar empty(String symbolicName, String version) {
        return new SampleJar(symbolicName, version);
    }

    /** A good provider. */
    static SampleJar provider(String version) throws IOException {
        return provider("vendor.sample", version, "SampleProvider");
    }

    /** A provider that is one component of this type. */
    static SampleJar provider(String symbolicName, String version, String type) throws IOException {
        return ofProvider(symbolicName, version)
                .with("Import-Package", IMPORTS)
                .component(
                        type,
                        "immediate=\"false\"",
                        """
                <service><provide interface="io.patchbay.spi.FeedProvider"/></service>""");
    }

    /** A provider of this id that marks what it says with its version. */
    static SampleJar marked(String id, String version) throws IOException {
        return ofProvider("vendor." + id, version)
                .with("Import-Package", IMPORTS + ",org.osgi.framework")
                .component(
                        "MarkedProvider",
                        "immediate=\"false\"",
                        """
                <service><provide interface="io.patchbay.spi.FeedProvider"/></service>""")
                .holding("id", id.getBytes(StandardCharsets.UTF_8));
    }

    /** What asks the catalogue; no provider, so it cannot be dropped in. */
    static SampleJar reader() throws IOException {
        return empty("vendor.reader", "1.0.0")
                .with("Bundle-Activator", "vendor.sample.CatalogReader")
                .with("Import-Package", "io.patchbay.catalog,org.osgi.framework")
                .holdingClass("CatalogReader");
    }

    /** What asks the catalogue, and wants to be told of commits. */
    static SampleJar follower() throws IOException {
        return empty("vendor.follower", "1.0.0")
                .with("Import-Package", "io.patchbay.catalog")
                .component(
                        "CatalogFollower",
                        "init=\"1\"",
                        """

                  <service>
                    <provide interface="io.patchbay.catalog.CatalogListener"/>
                    <provide interface="java.util.function.Supplier"/>
                  </service>
                  <reference name="catalog" interface="io.patchbay.catalog.Catalog" parameter="0"/>""");
    }

    SampleJar with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    SampleJar holding(String entry, byte[] content) {
        entries.put(entry, content);
        return this;
    }

    /** Adds a component, and its class. */
    SampleJar component(String type, String attributes, String content) throws IOException {
        String description =
                """
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="vendor.sample.%1$s" %2$s>
                  <implementation class="vendor.sample.%1$s"/>%3$s
                </scr:component>
                """
                        .formatted(type, attributes, content);
        entries.put("OSGI-INF/" + type + ".xml", description.getBytes(StandardCharsets.UTF_8));
        return holdingClass(type).with("Service-Component", "OSGI-INF/*.xml");
    }

    private SampleJar holdingClass(String type) throws IOException {
        String classFile = "vendor/sample/" + type + ".class";
        try (InputStream in = SampleJar.class.getResourceAsStream("/" + classFile)) {
            return holding(classFile, in.readAllBytes());
        }
    }

    /** Drops it in as one should: copied beside, then moved to its name. */
    void dropInto(Path file) throws IOException {
        Path copy = file.resolveSibling(file.getFileName() + ".part");
        Files.write(copy, bytes());
        Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private byte[] bytes() throws IOException {
        Manifest manifest = new Manifest();
        headers.forEach((name, value) -> manifest.getMainAttributes().put(new Attributes.Name(name), value));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey()));
                jar.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
