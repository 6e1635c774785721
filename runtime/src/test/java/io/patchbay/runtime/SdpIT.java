package io.patchbay.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.sdp.SdpCatalog;
import io.patchbay.model.Update;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A third-party catalogue from its configuration to the catalogue, and out again. */
class SdpIT {
    private static final Path RECORDED = Path.of(System.getProperty("patchbay.root"), "vendor-feeds");
    private static final String ITEMS =
            """
            <SoftwareDistributionPackage SchemaVersion="1.0">
              <Properties PackageID="77777777-aaaa-4000-8000-000000000001" CreationDate="2026-01-01T00:00:00Z"/>
              <LocalizedProperties><Language>en</Language><Title>Both</Title><Description>Two.</Description></LocalizedProperties>
              <UpdateSpecificData UpdateClassification="Updates"/>
              <InstallableItem ID="77777777-aaaa-4000-8000-00000000000a">
                <OriginFile FileName="a.exe" Size="7" Digest="EfrMI6rqa5XDEwAcDiJmA5CB0L0=" Modified="2026-01-01T00:00:00Z"
                    OriginUri="https://vendor.example/a.exe"/>
                <CommandLineInstallerData Program="a.exe"/>
              </InstallableItem>
              <InstallableItem ID="00000000-aaaa-4000-8000-00000000000b">
                <OriginFile FileName="b.exe" Size="7" Digest="EfrMI6rqa5XDEwAcDiJmA5CB0L0=" Modified="2026-01-01T00:00:00Z"
                    OriginUri="https://vendor.example/b.exe"/>
                <CommandLineInstallerData Program="b.exe"/>
              </InstallableItem>
            </SoftwareDistributionPackage>
            """;

    @TempDir
    Path data;

    @TempDir
    Path exports;

    private TestEngine engine;

    @BeforeEach
    void start() throws Exception {
        record("sdp/2019-02-24-sp84159", "hp/2019-02-24", "catalog");
        record(
                "putty/2026-08-16-release-0.85",
                "putty/2026-08-16",
                "latest.html",
                "changes.html",
                "sha256sums/0.85",
                "sha512sums/0.85");
        Path conf = Files.createDirectories(data.resolve("conf"));
        Files.write(
                conf.resolve("io.patchbay.sdp-hp.cfg"),
                List.of("id = hp", "vendor = HP", "url = https://vendor.example/catalog.cab"));
        Files.write(
                conf.resolve("io.patchbay.sdp-items.cfg"),
                List.of("id = items", "vendor = Example", "url = https://vendor.example/items.cab"));
        Files.writeString(
                Files.createDirectories(data.resolve("feeds/items/2026-01-01")).resolve("catalog"), ITEMS);
        engine = TestEngine.start(data);
        Eventually.get(() -> engine.execute("patchbay:sync hp items putty"), answer -> answer.status() == 0);
    }

    @AfterEach
    void stop() throws IOException {
        engine.close();
    }

    private void record(String from, String to, String... documents) throws IOException {
        for (String document : documents) {
            Path copy = data.resolve("feeds").resolve(to).resolve(document);
            Files.createDirectories(copy.getParent());
            Files.copy(RECORDED.resolve(from).resolve(document), copy);
        }
    }

    private static List<Update> read(Path catalog) throws Exception {
        List<Update> updates = new ArrayList<>();
        try (InputStream in = Files.newInputStream(catalog)) {
            SdpCatalog.read(in, "catalog", updates::add);
        }
        return updates;
    }

    private List<Path> exported() throws IOException {
        try (Stream<Path> files = Files.list(exports)) {
            return files.toList();
        }
    }

    @Test
    void givesBackWhatItRead() throws Exception {
        Path file = exports.resolve("hp.cab");
        String answer = engine.ask("patchbay:export-sdp " + file + " --provider hp");
        assertEquals("3 updates written to " + file + ", 0 left out\n", answer);
        List<Update> expected = new ArrayList<>(read(RECORDED.resolve("sdp/2019-02-24-sp84159/catalog")));
        expected.sort((left, right) -> left.id().compareTo(right.id()));
        assertEquals(expected, read(file));
        assertEquals(List.of(file), exported());
    }

    @Test
    void givesBackAPackageOfSeveralItemsOnce() throws Exception {
        Path file = exports.resolve("items.cab");
        String answer = engine.ask("patchbay:export-sdp " + file + " --provider items");
        assertEquals("1 updates written to " + file + ", 0 left out\n", answer);
        assertEquals(read(data.resolve("feeds/items/2026-01-01/catalog")), read(file));
    }

    @Test
    void saysWhatACatalogueCannotExpress() throws Exception {
        Path file = exports.resolve("all.cab");
        String answer = engine.ask("patchbay:export-sdp --json " + file);
        assertTrue(answer.contains("\"written\" : 5"), answer);
        assertTrue(answer.contains("is not known, which SDP demands"), answer);
        assertEquals(7, new TreeSet<>(read(file).stream().map(Update::id).toList()).size());
    }

    @Test
    void holdsACommandThatRunsSomethingElse() throws Exception {
        String hostile = ITEMS.replace("Program=\"a.exe\"", "Program=\"cmd.exe\" Arguments=\"/c a.exe\"");
        Files.writeString(
                Files.createDirectories(data.resolve("feeds/items/2026-01-02")).resolve("catalog"), hostile);
        assertEquals(1, engine.execute("patchbay:sync items").status());
        String held = engine.ask("patchbay:held items");
        assertTrue(held.contains("COMMAND_LINE_HANDLER: would run what is no file of it: cmd.exe"), held);
    }

    @Test
    void holdsWhatTheConfigurationLeavesOutOfThePolicy() throws Exception {
        Files.write(
                data.resolve("conf/io.patchbay.provider-items.cfg"),
                List.of("provider = items", "file.types = msi, msp", "file.hosts = vendor.example, other.example"));
        Path next = Files.createDirectories(data.resolve("feeds/items/2026-01-02"));
        Files.writeString(next.resolve("catalog"), ITEMS.replace("Size=\"7\"", "Size=\"8\""));
        String note = "only files of type msi, msp; only files from other.example, vendor.example";
        Eventually.get(() -> engine.ask("patchbay:providers"), answer -> answer.contains(note));
        assertEquals(1, engine.execute("patchbay:sync items").status());
        String held = engine.ask("patchbay:held items");
        assertTrue(held.contains("FILE_TYPE") && !held.contains("HOST_NOT_ALLOWED"), held);
    }

    @Test
    void writesNoFileThatSaysNothing() throws Exception {
        Path file = Files.writeString(exports.resolve("putty.cab"), "as before");
        TestEngine.Answer answer = engine.execute("patchbay:export-sdp " + file + " --product 'PuTTY MSI'");
        assertEquals(1, answer.status());
        assertTrue(answer.out().contains("PuTTY"), answer.out());
        assertTrue(answer.err().contains("can be expressed in such a catalogue"), answer.err());
        assertEquals("as before", Files.readString(file));
        assertEquals(List.of(file), exported());
    }

    @Test
    void refusesAPlaceThatItCannotWriteTo() throws Exception {
        String relative = engine.execute("patchbay:export-sdp hp.cab").err();
        assertEquals("export-sdp: FILE must be an absolute path, not \"hp.cab\"\n", relative);
        String nowhere = engine.execute("patchbay:export-sdp " + exports.resolve("no/hp.cab"))
                .err();
        assertEquals("export-sdp: there is no folder " + exports.resolve("no") + "\n", nowhere);
        assertFalse(engine.ask("patchbay:export-sdp --help").isBlank());
    }
}
