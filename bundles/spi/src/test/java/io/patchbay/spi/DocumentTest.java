package io.patchbay.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"latest.html", "sha512sums/0.83", "advisories/announce/2024/mfsa2024-70.yml", "a/128.8.0esr"})
    void acceptsNamesOfDocuments(String name) {
        assertEquals(name, Document.checkName(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "../x",
                "a/../b",
                "a//b",
                "a/",
                ".hidden",
                "a/.b",
                "a\\b",
                "a b",
                "a\n",
                "C:x",
                "-rf"
            })
    void refusesNamesThatLeaveTheFolderOrSurpriseAShell(String name) {
        assertThrows(IllegalArgumentException.class, () -> Document.checkName(name));
    }

    @Test
    void belongsToItsFeed() {
        String sha256 = "0".repeat(64);
        assertThrows(
                IllegalArgumentException.class,
                () -> new Document("other/1", "sums", null, null, 0, null, null, 0, sha256, null));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Document("sums2", "sums", null, null, 0, null, null, 0, sha256, null));
    }
}
