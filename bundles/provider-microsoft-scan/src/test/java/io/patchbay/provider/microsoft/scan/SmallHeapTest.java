package io.patchbay.provider.microsoft.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.cabinet.CabinetWriter;
import io.patchbay.cabinet.LzxCabinets;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However large fragments are, a process whose heap could not hold them reads or refuses them. */
class SmallHeapTest {
    private static final String LARGE = " ".repeat(47_000_000);

    @TempDir
    Path folder;

    static Stream<Supplier<CabinetWriter>> cabinets() {
        return Stream.of(CabinetWriter::stored, CabinetWriter::mszip, () -> LzxCabinets.writer(21));
    }

    @ParameterizedTest
    @MethodSource("cabinets")
    void readsAManifestOf47Megabytes(Supplier<CabinetWriter> cabinets) throws Exception {
        String manifest = "<CbsPackageApplicabilityMetadata><assembly><assemblyIdentity name=\"P\"/>" + LARGE;
        ScanFileBuilder file = file(cabinets).fragment("c", 10, "<ApplicabilityRules><Metadata>" + manifest);
        assertEquals("1 updates", read(file, "-Xmx40m"));
    }

    @ParameterizedTest
    @MethodSource("cabinets")
    void refusesAnythingElseOf47Megabytes(Supplier<CabinetWriter> cabinets) throws Exception {
        String said = read(file(cabinets).fragment("c", 10, LARGE), "-Xmx40m");
        assertTrue(said.startsWith("wsusscn2.cab at package2.cab, revision 10: expected less than"), said);
    }

    @Test
    void refusesAShardWhoseFragmentsAreTooLargeTogether() throws Exception {
        ScanFileBuilder file = file(CabinetWriter::mszip);
        for (int language = 0; language < 20; language++) {
            file.fragment("l/l" + language, 10, LARGE.substring(0, 6 << 20));
        }
        String said = read(file, "-Xmx160m");
        assertTrue(said.startsWith("wsusscn2.cab at package2.cab, revision 10: expected less than"), said);
    }

    private static ScanFileBuilder file(Supplier<CabinetWriter> cabinets) {
        String id = MadeUp.id("large");
        return new ScanFileBuilder(cabinets)
                .update("<Update CreationDate=\"2022-08-09T17:00:00Z\" UpdateId=\"" + id
                        + "\" RevisionNumber=\"1\" RevisionId=\"10\"/>");
    }

    /** What a process with this heap says. */
    private String read(ScanFileBuilder file, String heap) throws IOException, InterruptedException {
        Files.write(folder.resolve(ScanFile.NAME), file.build());
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("java.class.path");
        Process process = new ProcessBuilder(java, heap, "-cp", classPath, Reader.class.getName(), folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.strip();
    }

    /** That process. */
    static final class Reader {
        private Reader() {}

        /** Reads the snapshot in a folder, and prints how many updates there are, or what is wrong. */
        public static void main(String[] arguments) throws IOException {
            AtomicInteger updates = new AtomicInteger();
            try {
                SnapshotFolder snapshot = SnapshotFolder.open(Path.of(arguments[0]));
                new MicrosoftScanProvider().parse(snapshot, update -> updates.incrementAndGet());
                System.out.println(updates + " updates");
            } catch (FeedException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
