package io.patchbay.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.model.VersionScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How nine products really changed from 2019 to 2023, in 696 recorded states. A state is a new release, which comes after all before it; one
 * that was there before, as after a withdrawal; the same release at another address; or none of these.
 */
final class RealHistoryTest {
    /** What became of the states of a product. */
    private record Count(int released, int again, int same, int unexplained) {}

    @ParameterizedTest
    @DisplayName("Failure 10: a release that is served again is no newer one")
    @CsvSource({
        "7zip,            SEVEN_ZIP,          7,  1, 1, 0",
        "firefox-esr,     MOZILLA,           82, 10, 2, 0",
        // 97.0.2 was listed after 98.0 had been for some hours, the day before that came out.
        "firefox,         MOZILLA,          151, 29, 3, 1",
        "googlechrome,    FOUR_NUMBERS,     131,  8, 0, 0",
        "notepadplusplus, NOTEPAD_PLUS_PLUS, 61,  1, 1, 0",
        "oraclejdk,       JDK,               24,  6, 3, 0",
        "putty,           PUTTY,             11,  0, 0, 0",
        "thunderbird,     MOZILLA,          139,  8, 0, 0",
        "vlc,             VLC,               15,  1, 0, 0"
    })
    void understandsEachChange(String product, VersionScheme scheme, int released, int again, int same, int unexplained)
            throws IOException {
        Optional<Path> history = SharedFiles.in("bad-input/real-history").stream()
                .filter(file -> file.endsWith(product + ".tsv"))
                .findFirst();
        if (history.isPresent()) {
            List<String> versions = Files.readAllLines(history.get()).stream()
                    .skip(1)
                    .map(line -> line.split("\t")[1].replace('-', '+'))
                    .toList();
            assertEquals(new Count(released, again, same, unexplained), count(versions, scheme));
        }
    }

    private static Count count(List<String> versions, VersionScheme scheme) {
        Set<String> seen = new HashSet<>();
        String newest = versions.get(0);
        String before = "";
        Count count = new Count(0, 0, 0, 0);
        for (String version : versions) {
            boolean isNewest = seen.isEmpty() || scheme.comparator().compare(version, newest) > 0;
            count = add(count, version.equals(before), isNewest, seen.contains(version));
            newest = isNewest ? version : newest;
            seen.add(version);
            before = version;
        }
        return count;
    }

    private static Count add(Count count, boolean same, boolean isNewest, boolean known) {
        if (same) {
            return new Count(count.released, count.again, count.same + 1, count.unexplained);
        }
        if (isNewest) {
            return new Count(count.released + 1, count.again, count.same, count.unexplained);
        }
        return known
                ? new Count(count.released, count.again + 1, count.same, count.unexplained)
                : new Count(count.released, count.again, count.same, count.unexplained + 1);
    }
}
