package io.patchbay.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParsedDocumentsTest {
    private final ParsedDocuments<String> parsed = ParsedDocuments.atMost(10);
    private final List<String> read = new ArrayList<>();

    private static Document document(String name, String sha256) {
        return new Document(name, "page", null, null, 0, null, null, 1, sha256, null);
    }

    private String of(String name, String sha256) throws IOException, FeedException {
        return parsed.of(Documents.of("x"), document(name, sha256), this::read);
    }

    private String read(Snapshot snapshot, Document document) {
        read.add(document.name());
        return document.sha256();
    }

    @Test
    void readsEachContentOnce() throws IOException, FeedException {
        assertEquals("aa", of("page/1", "aa"));
        assertEquals("bb", of("page/1", "bb"));
        assertEquals("aa", of("page/2", "aa"));

        assertEquals(List.of("page/1", "page/1"), read);
    }

    @Test
    void knowsNothingOfADocumentWithoutADigest() throws IOException, FeedException {
        of("page/1", "");
        of("page/2", "");

        assertEquals(List.of("page/1", "page/2"), read);
    }

    @Test
    void keepsNoFailure() throws IOException, FeedException {
        FeedException broken = new FeedException("page/1", "", "broken");

        assertThrows(
                FeedException.class,
                () -> parsed.of(Documents.of("x"), document("page/1", "aa"), (all, one) -> {
                    throw broken;
                }));

        assertEquals("aa", of("page/1", "aa"));
    }

    @Test
    void keepsNoMoreThanItMay() throws IOException, FeedException {
        for (int i = 0; i < 200; i++) {
            of("page/1", Integer.toString(i % 100));
        }

        assertTrue(read.size() >= 190, () -> "read only " + read.size() + " times");
    }
}
