package io.patchbay.checks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A vendor is a page of code: what two of them need belongs to {@code feeds} or the engine. */
class LinesTest {
    private static final List<String> VENDORS =
            List.of("7zip", "notepadplusplus", "putty", "videolan", "google-chrome", "oracle-java", "adobe", "mozilla");
    private static final Pattern NO_CODE = Pattern.compile("\\s*|import .*|\\s*(?:/?\\*|//).*");

    @Test
    void aVendorIsAPage() throws IOException {
        Map<String, Integer> lines = new TreeMap<>();
        for (String vendor : VENDORS) {
            lines.put(vendor, linesOfCode(vendor));
        }
        List<Integer> sorted = lines.values().stream().sorted().toList();
        double median = (sorted.get(3) + sorted.get(4)) / 2.0;
        assertTrue(median <= 120, () -> "expected a median of at most 120 lines of code, found " + lines);
        assertTrue(sorted.get(7) <= 400, () -> "expected at most 400 lines of code, found " + lines);
    }

    private static int linesOfCode(String vendor) throws IOException {
        Path sources = Path.of(System.getProperty("patchbay.root"), "bundles", "provider-" + vendor, "src/main/java");
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        lines.removeIf(NO_CODE.asMatchPredicate());
        return lines.size();
    }
}
