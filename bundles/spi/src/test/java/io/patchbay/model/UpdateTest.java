package io.patchbay.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpdateTest {
    private static final UpdateId ID = UpdateId.of("example", "Example", "1.0");

    @Test
    void remembersTheDocumentOfEachPart() {
        Update update = Update.builder(ID, UpdateType.SOFTWARE)
                .description(Description.english("Example 1.0", ""), "page.html")
                .files(List.of(file("a.msi", "en")), "sums")
                .build();
        assertEquals(Map.of(Part.DESCRIPTION, "page.html", Part.FILES, "sums"), update.sources());
    }

    @Test
    void copiesWhatItIsGiven() {
        List<ContentFile> files = new ArrayList<>(List.of(file("a.msi", "en")));
        Update update =
                Update.builder(ID, UpdateType.SOFTWARE).files(files, "sums").build();
        files.clear();
        assertEquals(1, update.files().size());
        assertThrows(UnsupportedOperationException.class, () -> update.files().clear());
    }

    @Test
    void refusesTwoFilesOfOneNameAndLanguage() {
        Update.Builder builder = Update.builder(ID, UpdateType.SOFTWARE)
                .files(List.of(file("a.msi", "en"), file("a.msi", "de"), file("a.msi", "en")), "sums");
        assertThrows(IllegalArgumentException.class, builder::build);
    }

    @Test
    void refusesALineWithoutAVersion() {
        Line line = new Line("Example", "release", Architecture.X64, "", "msi");
        assertThrows(
                IllegalArgumentException.class,
                () -> Release.of(
                        "Example Ltd",
                        List.of(),
                        null,
                        line,
                        Architecture.X64,
                        List.of(),
                        Classification.UPDATES,
                        null));
    }

    @Test
    void readsBase64DigestsAsHex() {
        Digest digest = Digest.base64(Digest.Algorithm.SHA1, "fQTAfvF3nDnhdPA/eUmJ+CSM/3Q=", "x");
        assertEquals("7d04c07ef1779c39e174f03f794989f8248cff74", digest.value());
        assertThrows(IllegalArgumentException.class, () -> new Digest(Digest.Algorithm.SHA256, digest.value(), "x"));
    }

    @Test
    void knowsEachClassificationByItsIdAndTitle() {
        for (Classification classification : Classification.values()) {
            assertEquals(classification, Classification.of(classification.id()).orElseThrow());
            assertEquals(
                    classification,
                    Classification.titled(classification.title()).orElseThrow());
        }
        assertTrue(Classification.of(ID).isEmpty());
    }

    private static ContentFile file(String name, String language) {
        return new ContentFile(name, -1, List.of(), List.of(), language, ContentFile.Patching.SELF_CONTAINED);
    }
}
