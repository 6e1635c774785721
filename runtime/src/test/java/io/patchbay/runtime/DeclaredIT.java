package io.patchbay.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that describes a provider comes, changes and goes. */
class DeclaredIT {
    private static final Path RECORDED = Path.of(System.getProperty("patchbay.root"), "vendor-feeds");

    @TempDir
    Path data;

    private TestEngine engine;

    @BeforeEach
    void start() throws Exception {
        engine = TestEngine.start(data, RECORDED);
    }

    @AfterEach
    void stop() throws IOException {
        engine.close();
    }

    private static Path sample(String provider) {
        return TestEngine.distribution().folder().resolve("samples/providers").resolve(provider + ".yaml");
    }

    private void drop(Path file, String name) throws Exception {
        Path target = engine.folder("providers").resolve(name);
        Path part = Files.copy(file, target.resolveSibling(name + ".part"));
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private String updates(String provider) throws IOException {
        return engine.execute("patchbay:updates --provider " + provider).out();
    }

    @Test
    void everySampleGivesItsUpdates() throws Exception {
        for (String provider : new String[] {"git-for-windows", "keepass", "winscp"}) {
            drop(sample(provider), provider + ".yaml");
        }
        Eventually.get(() -> updates("keepass"), text -> text.contains("KeePass 2.61.1"));
        Eventually.get(() -> updates("winscp"), text -> text.contains("WinSCP 6.5"));
        Eventually.get(() -> updates("git-for-windows"), text -> text.contains("Git for Windows 2.5"));
        String providers = engine.ask("patchbay:providers");
        assertTrue(
                providers.lines().anyMatch(line -> line.matches("keepass +20[0-9.]+ +running .* Dominik Reichl .*")),
                providers);
    }

    @Test
    void aBundleOfTheSameIdGoesFirst() throws Exception {
        Path file = data.resolve("own.yaml");
        Files.writeString(file, Files.readString(sample("keepass")).replace("provider: keepass", "provider: 7zip"));
        drop(file, "7zip.yaml");
        String providers = Eventually.get(() -> engine.ask("patchbay:providers"), text -> text.contains("stands back"));
        assertTrue(
                providers
                        .lines()
                        .anyMatch(
                                line -> line.matches(
                                        "7zip +0\\.1\\.0[^ ]* +running .* also offered by declared\\.7zip 20[0-9.]+, which stands back")),
                providers);
    }

    @Test
    void aMistakeIsToldWithItsLine() throws Exception {
        Path wrong = data.resolve("wrong.yaml");
        Files.writeString(wrong, Files.readString(sample("keepass")).replace("arguments:", "argumnts:"));
        drop(wrong, "keepass.yaml");
        String providers = Eventually.get(() -> engine.ask("patchbay:providers"), text -> text.contains("refused"));
        assertTrue(
                providers.contains(
                        "keepass.yaml line 33 products[0].packages[0].install.argumnts: there is no such key"),
                providers);
    }

    private static String attempt(String recorded) {
        return "patchbay:try " + sample("keepass").normalize() + " "
                + RECORDED.resolve("keepass").resolve(recorded);
    }

    @Test
    void isTriedWithoutTouchingTheCatalogue() throws Exception {
        String found = engine.ask(attempt("2026-03-04-release-2.61"));
        assertTrue(found.contains("KeePass 2.61 (any, exe)"), found);
        assertTrue(found.contains("1 updates, 0 advisories, 0 would be held; the catalogue is as it was"), found);
        assertFalse(engine.ask("patchbay:providers").contains("keepass"));
        assertEquals("", updates("keepass"));
    }

    @Test
    void aSnapshotThatWouldBeRefusedIsRefusedOnTrial() throws Exception {
        TestEngine.Answer answer = engine.execute(attempt("2026-03-07-hashes-late"));
        assertEquals(1, answer.status());
        assertTrue(answer.err().startsWith("try: the snapshot is refused, integrity.html at table"), answer.err());
    }
}
