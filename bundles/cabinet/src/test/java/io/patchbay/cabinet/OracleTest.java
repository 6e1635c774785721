package io.patchbay.cabinet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dorkbox.cabParser.CabException;
import dorkbox.cabParser.CabParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares with other readers and writers of cabinets; with command-line tools where they are installed. */
class OracleTest {
    private static final List<String> TOOLS = List.of("cabextract -q -p", "7z x -so -bd");

    @TempDir
    Path folder;

    static Stream<CabinetWriter> writers() {
        return Stream.of(CabinetWriter.stored(), CabinetWriter.mszip());
    }

    static Stream<CabinetWriter> lzxWriters() {
        return Stream.of(
                LzxCabinets.writer(21),
                LzxCabinets.writer(17, 50_001, 0, LzxBlockKind.ALIGNED),
                LzxCabinets.writer(16, 50_001, 0, LzxBlockKind.values()),
                LzxCabinets.writer(18, 50_000, 300_000, LzxBlockKind.VERBATIM));
    }

    static Stream<Arguments> toolsAndWriters() {
        return TOOLS.stream()
                .flatMap(tool -> Stream.concat(writers(), lzxWriters()).map(writer -> Arguments.of(tool, writer)));
    }

    @ParameterizedTest
    @MethodSource("toolsAndWriters")
    void toolsReadWhatIsWritten(String tool, CabinetWriter writer) throws Exception {
        Path cabinet = Files.write(folder.resolve("written.cab"), Contents.pack(writer));
        Optional<byte[]> output = run(tool, cabinet.toString());
        if (output.isPresent()) {
            assertArrayEquals(concatenated(Contents.varied()), output.get());
        }
    }

    @ParameterizedTest
    @CsvSource({"gcab -c -n", "gcab -c -n -z"})
    void readsWhatGcabWrites(String gcab) throws Exception {
        Map<String, byte[]> members = new TreeMap<>(Contents.varied());
        members.put("123456", members.remove("c/123456"));
        List<String> arguments =
                new ArrayList<>(List.of(folder.resolve("gcab.cab").toString()));
        for (Map.Entry<String, byte[]> member : members.entrySet()) {
            Path file = folder.resolve(member.getKey());
            arguments.add(Files.write(file, member.getValue()).toString());
        }
        if (run(gcab, arguments.toArray(String[]::new)).isPresent()) {
            Contents.assertEqual(
                    members, new TreeMap<>(Contents.read(Files.newInputStream(folder.resolve("gcab.cab")))));
        }
    }

    @ParameterizedTest
    @MethodSource("writers")
    void anotherLibraryReadsWhatIsWritten(CabinetWriter writer) throws Exception {
        byte[] cabinet = Contents.pack(writer, Contents.small());
        assertArrayEquals(concatenated(Contents.small()), parse(cabinet));
    }

    @Test
    void agreesWithAnotherLibraryOnAnExportOfAServer() throws Exception {
        Optional<Path> sample = SharedSamples.find("feeds/microsoft/wsus-export/wsus-export-2020-04-21.cab");
        if (sample.isPresent()) {
            byte[] cabinet = Files.readAllBytes(sample.get());
            assertArrayEquals(parse(cabinet), concatenated(Contents.read(cabinet)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cabextract -q -p", "7z x -so -bd"})
    void agreesWithToolsOnAnExportOfAServer(String tool) throws Exception {
        Optional<Path> sample = SharedSamples.find("feeds/microsoft/wsus-export/wsus-export-2020-04-21.cab");
        if (sample.isEmpty()) {
            return;
        }
        Optional<byte[]> output = run(tool, sample.get().toString());
        if (output.isPresent()) {
            assertArrayEquals(output.get(), concatenated(Contents.read(Files.readAllBytes(sample.get()))));
        }
    }

    private static byte[] parse(byte[] cabinet) throws IOException, CabException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        new CabParser(new ByteArrayInputStream(cabinet), new Collector(all)).extractStream();
        return all.toByteArray();
    }

    private static byte[] concatenated(Map<String, byte[]> members) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        members.values().forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** What a tool prints; empty, and said so, if it is not installed. */
    private static Optional<byte[]> run(String tool, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(tool.split(" ")));
        command.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException notInstalled) {
            System.out.println("left out, because it is not installed: " + command.get(0));
            return Optional.empty();
        }
        byte[] output = process.getInputStream().readAllBytes();
        assertEquals(0, process.waitFor(), tool);
        return Optional.of(output);
    }
}
