package io.patchbay.cabinet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Damages cabinets in thousands of ways, always the same: only the checked exception may come of it, soon, and nothing undeclared. */
class MutationTest {
    private static final CabinetLimits LIMITS = new CabinetLimits(65_535, 64 << 20, 64 << 20);
    /** For one mutant; a good one of this size takes a few milliseconds. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void survivesDamageToStoredCabinets() throws IOException {
        assertSurvives(1000, Contents.pack(CabinetWriter.stored(), Contents.small()));
    }

    @Test
    void survivesDamageToMszipCabinets() throws IOException {
        assertSurvives(1000, Contents.pack(CabinetWriter.mszip(), Contents.small()));
    }

    @ParameterizedTest
    @EnumSource
    void survivesDamageToLzxCabinets(LzxBlockKind kind) throws IOException {
        assertSurvives(1000, Contents.pack(LzxCabinets.writer(15, 9_999, 0, kind), Contents.small()));
        assertSurvives(60, Contents.pack(LzxCabinets.writer(15, 9_999, 9_999_999, kind)));
    }

    @Test
    void survivesDamageToTheCabinetsOfAScanFile() throws IOException {
        Optional<Path> sample = SharedSamples.find("feeds/microsoft/wsusscn2/wsusscn2-small.cab");
        if (sample.isPresent()) {
            byte[] scanFile = Files.readAllBytes(sample.get());
            assertSurvives(1000, scanFile);
            for (byte[] cabinet : Contents.read(scanFile).values()) {
                if (cabinet[0] == 'M') {
                    assertSurvives(500, cabinet);
                }
            }
        }
    }

    @Test
    void survivesDamageToADocumentOfASynchronization() throws IOException {
        String response = "feeds/microsoft/wsusss/observed/14-GetUpdateData-response-leaf-with-file-lzx.xml";
        Optional<Path> sample = SharedSamples.find(response);
        if (sample.isEmpty()) {
            return;
        }
        Matcher blob = Pattern.compile("<XmlUpdateBlobCompressed>([^<]+)<").matcher(Files.readString(sample.get()));
        assertTrue(blob.find());
        assertSurvives(3000, Base64.getMimeDecoder().decode(blob.group(1)));
    }

    @Test
    void survivesDamageToAnExportOfAServer() throws IOException {
        Optional<Path> sample = SharedSamples.find("feeds/microsoft/wsus-export/wsus-export-2020-04-21.cab");
        if (sample.isPresent()) {
            assertSurvives(100, Files.readAllBytes(sample.get()));
        }
    }

    private static void assertSurvives(int rounds, byte[] cabinet) {
        Mutator mutator = new Mutator(cabinet);
        for (int i = 0; i < rounds; i++) {
            byte[] mutant = mutator.next();
            int round = i;
            assertTimeoutPreemptively(LIMIT, () -> read(mutant), () -> "mutant " + round);
        }
    }

    private static void read(byte[] cabinet) throws IOException {
        try (CabinetReader reader = new CabinetReader("mutant.cab", new ByteArrayInputStream(cabinet), LIMITS)) {
            for (Member member = reader.next(); member != null; member = reader.next()) {
                assertEquals(member.size(), drain(member, reader.content()));
            }
        } catch (CabinetException e) {
            assertTrue(String.valueOf(e.getMessage()).startsWith("mutant.cab at "), e.getMessage());
        }
    }

    private static long drain(Member member, InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 14];
        long total = 0;
        for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
            total += read;
            assertTrue(total <= member.size());
        }
        return total;
    }
}
