package io.patchbay.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shipped providers are updated in the drop-in folder: whatever library they read with, none holds on to the classes of an old one. */
class VendorSwapIT {
    private static final int ROUNDS = 3;
    private static final Path RECORDED = Path.of(System.getProperty("patchbay.root"), "vendor-feeds");
    private static final List<String> VENDORS = List.of(
            "7zip",
            "adobe",
            "google-chrome",
            "microsoft-msrc",
            "mozilla",
            "notepadplusplus",
            "oracle-java",
            "putty",
            "videolan");

    @TempDir
    Path data;

    private TestEngine engine;
    private BundleWatch bundles;

    @BeforeEach
    void start() throws Exception {
        engine = TestEngine.start(data, RECORDED);
        bundles = new BundleWatch(engine.context(), "io.patchbay.provider.");
    }

    @AfterEach
    void stop() throws IOException {
        engine.close();
    }

    @Test
    void letsGoOfTheClassesOfOldVersions() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            for (String vendor : VENDORS) {
                dropVersion("0.1." + round, vendor);
            }
            int started = round * VENDORS.size();
            Eventually.get(bundles::started, count -> count == started);
            for (int i = 0; round > 1 && i < VENDORS.size(); i++) {
                bundles.awaitGoing();
            }
            engine.ask("patchbay:sync --force " + String.join(" ", VENDORS));
        }
        List<String> left = Eventually.get(bundles::alive, alive -> alive.size() <= VENDORS.size());
        assertEquals(VENDORS.size(), left.size(), "class loaders");
    }

    /** The shipped jar of a provider, told to be of another version. */
    private void dropVersion(String version, String vendor) throws Exception {
        Path target = engine.folder("providers").resolve(vendor + ".jar");
        Path copy = target.resolveSibling(vendor + ".part");
        try (JarFile shipped = new JarFile(shipped(vendor).toFile())) {
            Manifest manifest = new Manifest(shipped.getManifest());
            manifest.getMainAttributes().put(new Attributes.Name("Bundle-Version"), version);
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(copy), manifest)) {
                copyEntries(shipped, out);
            }
        }
        Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void copyEntries(JarFile from, JarOutputStream to) throws IOException {
        for (JarEntry entry : Collections.list(from.entries())) {
            if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                from.getInputStream(entry).transferTo(to);
            }
        }
    }

    private static Path shipped(String vendor) throws IOException, EngineException {
        String name = "provider-" + vendor + "-";
        return TestEngine.distribution().bundles().stream()
                .filter(jar -> jar.getFileName().toString().startsWith(name))
                .findFirst()
                .orElseThrow();
    }
}
