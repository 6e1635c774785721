package io.patchbay.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.patchbay.model.Digest.Algorithm;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class ChecksumsTest {
    private static final String ONE = "ab".repeat(32);
    private static final String TWO = "cd".repeat(32);

    private static Map<String, String> read(String list) throws IOException, FeedException {
        return Checksums.read(Documents.of(list), Documents.DOCUMENT);
    }

    private static String refused(String list) {
        return assertThrows(FeedException.class, () -> read(list)).getMessage();
    }

    @Test
    void readsPathsWithSpacesInBothModes() throws IOException, FeedException {
        assertEquals(
                Map.of("win64/de/A Setup 1.exe", ONE, "b.zip", TWO),
                read(ONE + "  win64/de/A Setup 1.exe\n" + TWO.toUpperCase(Locale.ROOT) + " *b.zip\n"));
    }

    @Test
    void refusesAListWhoseLastLineDoesNotEnd() {
        assertEquals(
                "feed at line 2: expected the line to end, the list is cut short",
                refused(ONE + "  a.exe\n" + TWO + "  b.ex"));
    }

    @Test
    void refusesTwoDigestsOfOnePath() {
        assertEquals("feed at line 2: a second digest of a", refused(ONE + "  a\n" + TWO + "  a\n"));
    }

    @Test
    void refusesDigestsOfTwoKinds() {
        assertEquals(
                "feed at line 2: expected a digest, two spaces and a path", refused(ONE + "  a\n" + ONE + "00  b\n"));
    }

    @Test
    void refusesAnEmptyList() {
        assertEquals("feed: expected digests, found none", refused("\n"));
    }

    @Test
    @DisplayName("Failure 4: the digest of nothing is the digest of no installer")
    void refusesTheDigestOfAnEmptyFile() throws Exception {
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest());
        String sha512 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest());
        for (Algorithm algorithm : List.of(Algorithm.SHA256, Algorithm.SHA512)) {
            String digest = algorithm == Algorithm.SHA256 ? sha256 : sha512;
            ChecksumList list = new ChecksumList("sums", Map.of("a.exe", digest));
            FeedException refused = assertThrows(FeedException.class, () -> list.digest(algorithm, "a.exe"));
            assertEquals("sums at a.exe: expected the digest of a file, found that of no bytes", refused.getMessage());
        }
    }

    /** Failure 28: another directory's file of the same name, or a longer path, is another file. */
    @Test
    void findsAFileByItsWholePath() throws Exception {
        String others =
                "1".repeat(64) + "  old/w64/putty.exe\n" + "2".repeat(64) + "  w64/putty.exe (installer version)\n";
        Documents lists = new Documents().with("sums/0.83", others + "3".repeat(64) + "  w64/putty.exe\n");
        ChecksumList list = ChecksumList.read(lists, "sums/0.83");
        assertEquals(
                "3".repeat(64), list.digest(Algorithm.SHA256, "w64/putty.exe").value());
        assertThrows(FeedException.class, () -> list.digest(Algorithm.SHA256, "putty.exe"));
        assertThrows(FeedException.class, () -> list.digest(Algorithm.SHA512, "w64/putty.exe"));
        assertThrows(FeedException.class, () -> ChecksumList.read(lists, "sums/0.84"));
    }

    @Test
    void readsADigestThatHasADocumentToItself() throws Exception {
        for (String text : List.of("4".repeat(64), "4".repeat(64) + "\r\n", "4".repeat(64) + " *a.exe\n")) {
            Documents sums = new Documents().with("sha256/a.exe", text);
            assertEquals(
                    "4".repeat(64),
                    Checksums.single(sums, "sha256/a.exe", Algorithm.SHA256, "a.exe")
                            .value());
        }
    }

    @Test
    void refusesADocumentWithTheDigestOfAnotherFile() {
        for (String text :
                List.of("4".repeat(63), "4".repeat(64) + " *b.exe\n", "4".repeat(64) + "\n" + "5".repeat(64))) {
            Documents sums = new Documents().with("sha256/a.exe", text);
            assertThrows(FeedException.class, () -> Checksums.single(sums, "sha256/a.exe", Algorithm.SHA256, "a.exe"));
        }
    }
}
