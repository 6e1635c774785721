package io.patchbay.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Real samples of a vendor's documents, and forms of what interfaces are documented to send. */
record VendorSamples(Path folder) {
    String read(String sample) throws IOException {
        return Files.readString(folder.resolve(sample));
    }

    /** The samples of a folder and the folders in it, by their paths below it, in order. */
    List<String> files(String of) throws IOException {
        Path root = folder.resolve(of);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    /** What a pattern finds in a sample. */
    Stream<MatchResult> find(String sample, String pattern) throws IOException {
        return Pattern.compile(pattern).matcher(read(sample)).results();
    }

    /** A form; where it has to be filled in, it says {@code %1$s} or a word in capitals. */
    static String form(String name) {
        try (InputStream in = VendorSamples.class.getResourceAsStream("sent/" + name + ".txt")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
