package io.patchbay.fuzz;

import io.patchbay.cabinet.CabinetWriter;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.testkit.RecordedSnapshot;
import io.patchbay.testkit.Samples;
import io.patchbay.testkit.mutation.Mutator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a fuzzer begins with: recorded documents, mutants of them, and hostile samples. */
final class Seeds {
    private static final int MUTANTS = 10;

    private Seeds() {}

    /** A recorded case of a provider, such as {@code putty/2025-02-08-release-0.83}. */
    static RecordedSnapshot recorded(String name) {
        try {
            return RecordedSnapshot.open(Path.of(System.getProperty("patchbay.root"), "vendor-feeds", name));
        } catch (IOException | FeedException e) {
            throw new AssertionError("a recorded case cannot be read: " + name, e);
        }
    }

    /** The documents of a feed in a case, and mutants of each. */
    static Stream<byte[]> documents(String name, String feed) throws IOException, FeedException {
        RecordedSnapshot recorded = recorded(name);
        List<byte[]> seeds = new ArrayList<>();
        for (Document document : recorded.documents()) {
            if (document.feed().equals(feed)) {
                addMutants(recorded.bytes(document.name()), seeds);
            }
        }
        return seeds.stream();
    }

    private static void addMutants(byte[] document, List<byte[]> seeds) {
        seeds.add(document);
        Mutator mutator = new Mutator(1);
        for (int i = 0; i < MUTANTS; i++) {
            seeds.add(mutator.mutate(document));
        }
    }

    /** The hostile samples in a folder, if they are there. */
    static Stream<byte[]> hostile(String folder) throws IOException {
        Optional<Path> samples = Samples.badInput(folder);
        if (samples.isEmpty()) {
            return Stream.empty();
        }
        List<byte[]> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.walk(samples.get())) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                seeds.add(Files.readAllBytes(file));
            }
        }
        return seeds.stream();
    }

    /** A cabinet of one member. */
    static byte[] cabinet(CabinetWriter writer, byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try {
            writer.add("member.xml", LocalDateTime.of(2026, 1, 1, 0, 0), new ByteArrayInputStream(content));
            writer.writeTo(packed);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written to", e);
        }
        return packed.toByteArray();
    }
}
