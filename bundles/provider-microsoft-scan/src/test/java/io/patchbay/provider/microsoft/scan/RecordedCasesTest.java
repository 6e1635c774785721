package io.patchbay.provider.microsoft.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The recorded cases are what {@link PatchTuesdays} makes; {@code -Dexpected=update} writes them anew. Contents are compared and not bytes,
 * because not every Java runtime compresses alike.
 */
class RecordedCasesTest {
    private static final Path CASES = Path.of(System.getProperty("patchbay.root"), "vendor-feeds", "microsoft-scan");

    @Test
    void recordedCasesAreWhatTheBuilderMakes() throws Exception {
        Map<String, byte[]> cases = Map.of(
                "2022-08-09-patch-tuesday", PatchTuesdays.august(),
                "2022-09-13-patch-tuesday", PatchTuesdays.september(),
                "2022-09-20-amended-revision", PatchTuesdays.amended());
        for (Map.Entry<String, byte[]> made : cases.entrySet()) {
            Path recorded = CASES.resolve(made.getKey()).resolve(ScanFile.NAME);
            update(recorded, made.getValue());
            OneDocument expected = new OneDocument(made.getValue());
            assertEquals(expected.updates(), new OneDocument(Files.readAllBytes(recorded)).updates(), made.getKey());
        }
    }

    private static void update(Path recorded, byte[] scanFile) throws IOException {
        if (System.getProperty("expected", "").equals("update")) {
            Files.createDirectories(recorded.getParent());
            Files.write(recorded, scanFile);
        }
    }
}
