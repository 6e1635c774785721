package io.patchbay.provider.microsoft.scan;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.cabinet.CabinetLimits;
import io.patchbay.cabinet.CabinetReader;
import io.patchbay.cabinet.CabinetWriter;
import io.patchbay.cabinet.LzxCabinets;
import io.patchbay.cabinet.Member;
import io.patchbay.cabinet.Mutator;
import io.patchbay.spi.FeedException;
import io.patchbay.testkit.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whatever happens to a scan file, the exception that the engine expects refuses it, or it is read; and soon. */
class MutationTest {
    private static final int ROUNDS = 250;
    /** For one mutant; a good one takes a few milliseconds. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private int refused;

    @Test
    void survivesDamageToMicrosoftsCabinets() throws Exception {
        Optional<Path> sample = Samples.find("feeds/microsoft/wsusscn2/wsusscn2-small.cab");
        if (sample.isPresent()) {
            assertSurvives(Files.readAllBytes(sample.get()));
        }
    }

    @Test
    void survivesDamageToStoredCabinets() throws Exception {
        assertSurvives(world(CabinetWriter::stored));
    }

    @Test
    void survivesDamageToMszipCabinets() throws Exception {
        assertSurvives(world(CabinetWriter::mszip));
    }

    @Test
    void survivesDamageToLzxCabinets() throws Exception {
        assertSurvives(world(() -> LzxCabinets.writer(15)));
    }

    private static byte[] world(Supplier<CabinetWriter> cabinets) throws IOException {
        return new ScanWorld(new Random(1), cabinets).file();
    }

    /** Damages the whole, then package.cab and two shards in a scan file that is whole. */
    private void assertSurvives(byte[] scanFile) throws IOException {
        Mutator whole = new Mutator(scanFile);
        for (int round = 0; round < ROUNDS; round++) {
            read(whole.next());
        }
        Map<String, byte[]> members = members(scanFile);
        for (String name : new String[] {"package.cab", "package2.cab", "package3.cab"}) {
            Map<String, byte[]> damaged = new LinkedHashMap<>(members);
            Mutator mutator = new Mutator(members.get(name));
            for (int round = 0; round < ROUNDS; round++) {
                damaged.put(name, mutator.next());
                read(ScanFileBuilder.scanFile(damaged));
            }
        }
        assertTrue(refused > ROUNDS, "only " + refused + " were refused");
    }

    private static Map<String, byte[]> members(byte[] scanFile) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        CabinetReader cabinet = new CabinetReader(new ByteArrayInputStream(scanFile), CabinetLimits.DEFAULT);
        for (Member member = cabinet.next(); member != null; member = cabinet.next()) {
            members.put(member.name(), cabinet.content().readAllBytes());
        }
        return members;
    }

    private void read(byte[] mutant) {
        refused += assertTimeoutPreemptively(LIMIT, () -> isRefused(mutant)) ? 1 : 0;
    }

    /** Bytes in memory can be read, however damaged: there is no other exception. */
    private static boolean isRefused(byte[] scanFile) throws IOException {
        try {
            new OneDocument(scanFile).updates();
            return false;
        } catch (FeedException expected) {
            return true;
        }
    }

    @Test
    void refusesAFileCutShortAnywhere() throws Exception {
        byte[] file = PatchTuesdays.september();
        for (int length = 0; length < file.length; length += 37) {
            byte[] cut = Arrays.copyOf(file, length);
            assertTrue(isRefused(cut), "cut at " + length);
        }
    }

    @Test
    void refusesWhatIsNoCabinet() {
        assertThrows(FeedException.class, () -> new OneDocument(new byte[100]).updates());
    }
}
