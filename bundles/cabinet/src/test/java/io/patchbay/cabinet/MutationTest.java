package io.patchbay.cabinet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Damages cabinets in thousands of ways, always the same: only the checked exception may come of it. */
class MutationTest {
    private static final CabinetLimits LIMITS = new CabinetLimits(65_535, 64 << 20, 64 << 20);
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Test
    void survivesDamageToStoredCabinets() throws IOException {
        assertSurvives(1500, Contents.pack(CabinetWriter.stored(), Contents.small()));
    }

    @Test
    void survivesDamageToMszipCabinets() throws IOException {
        assertSurvives(1500, Contents.pack(CabinetWriter.mszip(), Contents.small()));
    }

    @ParameterizedTest
    @EnumSource
    void survivesDamageToLzxCabinets(LzxBlockKind kind) throws IOException {
        assertSurvives(1000, Contents.pack(LzxCabinets.writer(15, 9_999, 0, kind), Contents.small()));
        assertSurvives(60, Contents.pack(LzxCabinets.writer(15, 9_999, 9_999_999, kind)));
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
        byte[] unchecked = withoutChecksums(cabinet);
        SplittableRandom random = new SplittableRandom(cabinet.length);
        assertTimeoutPreemptively(LIMIT, () -> {
            for (int i = 0; i < rounds; i++) {
                read(mutate(i % 2 == 0 ? cabinet : unchecked, random));
            }
        });
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

    /** Damages one to four places, half of the time in the tables. */
    private static byte[] mutate(byte[] cabinet, SplittableRandom random) {
        byte[] mutant = cabinet.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int reach = random.nextBoolean() ? Math.min(mutant.length, 128) : mutant.length;
            mutant = mutate(mutant, random.nextInt(reach), random);
        }
        return mutant;
    }

    private static byte[] mutate(byte[] mutant, int at, SplittableRandom random) {
        int end = Math.min(mutant.length, at + random.nextInt(1, 9));
        switch (random.nextInt(10)) {
            case 0 -> Arrays.fill(mutant, at, end, (byte) 0);
            case 1 -> Arrays.fill(mutant, at, end, (byte) 0xFF);
            case 2 -> System.arraycopy(mutant, random.nextInt(at + 1), mutant, at, end - at);
            case 3 -> {
                return Arrays.copyOf(mutant, at + 1);
            }
            case 4, 5, 6 -> mutant[at] = (byte) random.nextInt(256);
            default -> mutant[at] ^= (byte) (1 << random.nextInt(8));
        }
        return mutant;
    }

    /** Lets damage reach the decoder: a checksum of nought is not verified. Of the first folder only. */
    private static byte[] withoutChecksums(byte[] cabinet) {
        byte[] unchecked = cabinet.clone();
        ByteBuffer fields = ByteBuffer.wrap(unchecked).order(ByteOrder.LITTLE_ENDIAN);
        boolean hasReserve = (fields.getShort(30) & 4) != 0;
        int folder = hasReserve ? 40 + fields.getShort(36) : 36;
        int block = fields.getInt(folder);
        for (int i = Short.toUnsignedInt(fields.getShort(folder + 4)); i > 0; i--) {
            fields.putInt(block, 0);
            block += 8 + Short.toUnsignedInt(fields.getShort(block + 4));
        }
        return unchecked;
    }
}
