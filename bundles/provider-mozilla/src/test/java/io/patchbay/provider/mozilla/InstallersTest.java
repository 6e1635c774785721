package io.patchbay.provider.mozilla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.patchbay.model.ContentFile;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstallersTest {
    private static final String DOCUMENT = "sha512sums/firefox-131.0";
    private static final String DIGEST = "ab".repeat(64);
    private static final MozillaRelease RELEASE = new MozillaRelease(Application.FIREFOX, "131.0", null, null);

    private static Map<String, List<ContentFile>> read(String... paths) throws IOException, FeedException {
        StringBuilder lines = new StringBuilder();
        for (String path : paths) {
            lines.append(DIGEST).append("  ").append(path).append('\n');
        }
        return readText(lines.toString());
    }

    private static Map<String, List<ContentFile>> readText(String text) throws IOException, FeedException {
        InMemorySnapshot snapshot = new InMemorySnapshot(new TreeMap<>()).with(DOCUMENT, text);
        return Installers.read(snapshot, RELEASE).files();
    }

    @Test
    @DisplayName("Failure 28: a file of another language or folder is another file")
    void takesAnInstallerByItsWholePath() throws IOException, FeedException {
        Map<String, List<ContentFile>> files =
                read("win32/en-US/Firefox Setup 131.0.exe", "win64/en-US/Firefox Setup 131.0.exe");
        ContentFile file = files.get("win64.exe").get(0);
        assertEquals("Firefox Setup 131.0.exe", file.name());
        assertEquals("en-US", file.language());
        assertEquals(-1, file.size());
        assertEquals(DIGEST, file.digests().get(0).value());
        assertEquals(
                "https://download-installer.cdn.mozilla.net/pub/firefox/releases/131.0/win64/en-US/Firefox%20Setup%20131.0.exe",
                file.urls().get(0).toString());
    }

    @Test
    void sortsInstallersByArchitectureAndPackage() throws IOException, FeedException {
        Map<String, List<ContentFile>> files = read(
                "win64-aarch64/ca-valencia/Firefox Setup 131.0.exe",
                "win64-aarch64/de/Firefox Setup 131.0.exe",
                "win32/ca-valencia/Firefox Setup 131.0.exe",
                "win32/de/Firefox Setup 131.0.exe",
                "win64/ca-valencia/Firefox Setup 131.0.exe",
                "win64/ca-valencia/Firefox Setup 131.0.msi",
                "win64/de/Firefox Setup 131.0.exe",
                "win64/de/Firefox Setup 131.0.msi");
        assertEquals(Set.of("win32.exe", "win64.exe", "win64.msi", "win64-aarch64.exe"), files.keySet());
        files.values().forEach(kind -> assertEquals(2, kind.size()));
    }

    @Test
    void noticesThatAListWasCutAtTheEndOfALine() {
        assertEquals("win64.exe", cut("win32/de/Firefox Setup 131.0.exe"));
        assertEquals(
                "win64.exe",
                cut(
                        "win32/de/Firefox Setup 131.0.exe",
                        "win32/en-US/Firefox Setup 131.0.exe",
                        "win64/de/Firefox Setup 131.0.exe"));
        assertEquals(
                "win64.msi",
                cut(
                        "win32/de/Firefox Setup 131.0.exe",
                        "win32/en-US/Firefox Setup 131.0.exe",
                        "win64/de/Firefox Setup 131.0.exe",
                        "win64/de/Firefox Setup 131.0.msi",
                        "win64/en-US/Firefox Setup 131.0.exe"));
    }

    private static String cut(String... paths) {
        return assertThrows(FeedException.class, () -> read(paths)).place();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "win64/en-US/Firefox Setup 131.0.1.exe",
                "win64/en-US/Firefox Setup 131x0.exe",
                "win64/multi/Firefox Setup 131.0.exe",
                "win64/en-US/Firefox Setup 131.0.msix",
                "win64/en-US/Firefox Installer.exe",
                "win64/en-US/Thunderbird Setup 131.0.exe",
                "update/win64/en-US/Firefox Setup 131.0.exe",
                "win64/en-US/x/Firefox Setup 131.0.exe",
                "win64/../Firefox Setup 131.0.exe",
                "win64/xpi/de.xpi",
                "win64-EME-free/en-US/Firefox Setup 131.0.exe",
                "mac/en-US/Firefox 131.0.dmg"
            })
    void refusesAListWithoutInstallers(String path) {
        FeedException e = assertThrows(FeedException.class, () -> read(path));
        assertEquals(DOCUMENT + ": no Windows installer of 131.0 is listed", e.getMessage());
    }

    @Test
    void refusesADigestOfAnotherKind() {
        String sha256 = "cd".repeat(32);
        FeedException e =
                assertThrows(FeedException.class, () -> readText(sha256 + "  win64/en-US/Firefox Setup 131.0.exe\n"));
        assertEquals(DOCUMENT, e.feed());
    }
}
