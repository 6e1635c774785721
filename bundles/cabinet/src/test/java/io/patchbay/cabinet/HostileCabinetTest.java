package io.patchbay.cabinet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads the cabinets that once broke other readers. */
class HostileCabinetTest {
    private static final String FOLDER = "bad-input/cab/libmspack";
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @Test
    void endsEveryCabinetCleanly() throws IOException {
        Optional<Path> folder = SharedSamples.find(FOLDER);
        if (folder.isEmpty()) {
            return;
        }
        try (Stream<Path> cabinets = Files.list(folder.get())) {
            cabinets.sorted().forEach(cabinet -> assertTimeoutPreemptively(LIMIT, () -> outcome(cabinet)));
        }
    }

    private static String outcome(Path cabinet) throws IOException {
        try {
            return "read " + Contents.read(Files.newInputStream(cabinet)).size();
        } catch (CabinetException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "normal_2files_1folder, hello.c, 77, welcome.c, 74",
        "reserve_---, test1.txt, 5, test2.txt, 5",
        "reserve_--D, test1.txt, 5, test2.txt, 5",
        "reserve_-F-, test1.txt, 5, test2.txt, 5",
        "reserve_-FD, test1.txt, 5, test2.txt, 5",
        "reserve_H--, test1.txt, 5, test2.txt, 5",
        "reserve_H-D, test1.txt, 5, test2.txt, 5",
        "reserve_HF-, test1.txt, 5, test2.txt, 5",
        "reserve_HFD, test1.txt, 5, test2.txt, 5"
    })
    void readsGoodCabinets(String cabinet, String first, int firstSize, String second, int secondSize)
            throws IOException {
        Optional<Path> sample = SharedSamples.find(FOLDER + "/" + cabinet + ".cab");
        if (sample.isEmpty()) {
            return;
        }
        Map<String, byte[]> members = Contents.read(Files.newInputStream(sample.get()));
        assertEquals(List.of(first, second), List.copyOf(members.keySet()));
        assertEquals(firstSize, members.get(first).length);
        assertEquals(secondSize, members.get(second).length);
    }

    @Test
    void readsTheLongestName() throws IOException {
        Optional<Path> sample = SharedSamples.find(FOLDER + "/normal_255c_filename.cab");
        if (sample.isEmpty()) {
            return;
        }
        Map<String, byte[]> members = Contents.read(Files.newInputStream(sample.get()));
        assertEquals(255, members.keySet().iterator().next().length());
    }

    @Test
    void readsFoldersOfDifferentCompression() throws IOException {
        Optional<Path> sample = SharedSamples.find(FOLDER + "/normal_2files_2folders.cab");
        if (sample.isEmpty()) {
            return;
        }
        Map<String, byte[]> members = Contents.read(Files.newInputStream(sample.get()));
        assertEquals(List.of("mszip1.txt", "mszip2.txt", "lzx1.txt", "lzx2.txt"), List.copyOf(members.keySet()));
    }

    @Test
    void refusesOnlyTheQuantumFolder() throws IOException {
        Optional<Path> sample = SharedSamples.find(FOLDER + "/mszip_lzx_qtm.cab");
        if (sample.isEmpty()) {
            return;
        }
        try (InputStream in = Files.newInputStream(sample.get());
                CabinetReader reader = new CabinetReader("mixed.cab", in, CabinetLimits.DEFAULT)) {
            reader.next();
            assertEquals(57, reader.content().readAllBytes().length);
            reader.next();
            assertEquals(187, reader.content().readAllBytes().length);
            reader.next();
            CabinetException refused =
                    assertThrows(CabinetException.class, () -> reader.content().read());
            assertEquals("mixed.cab at folder 2: Quantum compression is not supported", refused.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void refusesPartsOfASet(int part) throws IOException {
        Optional<Path> sample = SharedSamples.find(FOLDER + "/multi_basic_pt" + part + ".cab");
        if (sample.isEmpty()) {
            return;
        }
        assertTrue(outcome(sample.get()).endsWith("it is one part of a set of cabinets, which is not supported"));
    }
}
