package io.patchbay.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The versions that vendors really gave their releases, in the ways they and others write them. */
final class VendorVersionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MOZILLA              | 9.0 10.0",
                "MOZILLA              | 3.6.9 3.6.28",
                "MOZILLA              | 136.0b9 136.0",
                "MOZILLA              | 138.0a1 138.0b1",
                "MOZILLA              | 115.9 115.9.1",
                "MOZILLA              | 1.5.0.12 3.0.19.2",
                "FOUR_NUMBERS         | 99.0.4844.51 100.0.4896.60",
                "FOUR_NUMBERS         | 152.0.7977.82 152.0.7977.83",
                "FOUR_NUMBERS         | 32.0.0.453 32.0.0.465",
                "ADOBE_CONTINUOUS     | 15.007.20033 20.013.20074 21.001.20135 23.008.20555 24.001.20604",
                "ADOBE_CLASSIC        | 20.004.30006 20.005.30331 20.005.30838",
                "SEVEN_ZIP            | 9.20 16.04 19.00 23.01 24.07 24.09 25.00 26.00",
                "NOTEPAD_PLUS_PLUS    | 7.9.5 8.0 8.1.9.2 8.1.9.3 8.8.9 8.9 8.9.6 8.9.6.4 8.9.7",
                "PUTTY                | 0.9 0.58 0.70 0.80 0.85",
                "VLC                  | 2.2.8 3.0.0 3.0.9.2 3.0.11 3.0.17 3.0.17.4 3.0.18",
                "JAVA_8               | 8u99 8u101 8u401 8u503",
                "JAVA_8               | 1.8.0_99 1.8.0_401-b09 1.8.0_401-b10 1.8.0_411-b09",
                "JDK                  | 17.0.9 17.0.16",
                "JDK                  | 21 21.0.1 21.0.12 21.0.12+8-LTS",
                "JDK                  | 18.0.2 18.0.2.1",
            })
    void ordersVersions(VersionScheme scheme, String oldestFirst) {
        List<String> expected = List.of(oldestFirst.split(" "));
        List<String> shuffled = new ArrayList<>(expected);
        Collections.shuffle(shuffled, new Random(1));
        Collections.reverse(shuffled);
        shuffled.sort(scheme.comparator());
        assertEquals(expected, shuffled);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MOZILLA              | 115.9.1esr 115.9.1",
                "FOUR_NUMBERS         | 32,0,0,465 32.0.0.465",
                "ADOBE_CONTINUOUS     | 24.001.20604 2024.001.20604 2400120604 24.1.20604",
                "ADOBE_CLASSIC        | 20.005.30838 2020.005.30838 2000530838",
                "SEVEN_ZIP            | 24.07 24.07.00.0 2407 24.7",
                "SEVEN_ZIP            | 9.20 920",
                "NOTEPAD_PLUS_PLUS    | v8.9.7 8.9.7 8.9.7.0",
                "PUTTY                | 0.83 0.83.0.0",
                "VLC                  | 3.0.21 3.0.21.0",
                "JAVA_8               | 8u401 1.8.0_401 8.0.4010.10",
                "JAVA_8               | 8u503 8.0.5030.1",
                "JDK                  | 21.0.12 21.0.12.0",
                "JDK                  | 21 21.0.0",
            })
    void knowsTheSpellingsOfOneVersion(VersionScheme scheme, String spellings) {
        List<String> all = List.of(spellings.split(" "));
        for (String spelling : all) {
            assertEquals(0, scheme.comparator().compare(all.get(0), spelling), spelling);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MOZILLA              | Unknown",
                "FOUR_NUMBERS         | 152.0.7977",
                "FOUR_NUMBERS         | 152.0.7977.82/.83",
                "ADOBE_CONTINUOUS     | 20.005.3079x",
                "ADOBE_CONTINUOUS     | 22.00.22.0191",
                "ADOBE_CONTINUOUS     | 20.005.30838",
                "ADOBE_CLASSIC        | 20.005.3079x",
                "ADOBE_CLASSIC        | 24.001.20604",
                "SEVEN_ZIP            | 16.0.4",
                "SEVEN_ZIP            | 19.0.0",
                "SEVEN_ZIP            | 23.01.1",
                "SEVEN_ZIP            | 24.04-beta",
                "NOTEPAD_PLUS_PLUS    | 8.97",
                "NOTEPAD_PLUS_PLUS    | 8.964",
                "PUTTY                | 1.0.0",
                "PUTTY                | 0.76.0.20220208",
                "PUTTY                | 0.85-pre20260801",
                "VLC                  | 3.0",
                "VLC                  | 3.0.21-rc",
                "VLC                  | 4.0.0-dev",
                "JAVA_8               | 8u461-perf",
                "JAVA_8               | 8u461-b50",
                "JAVA_8               | 1.8.0_461-cb",
                "JDK                  | 21.0.12-ea",
            })
    void refusesWhatIsNoRelease(VersionScheme scheme, String text) {
        assertFalse(scheme.accepts(text));
        assertThrows(IllegalArgumentException.class, () -> Version.of(scheme, text));
    }

    /** What is no version of one scheme may be one of another: they are never compared. */
    @ParameterizedTest
    @CsvSource({"ADOBE_CONTINUOUS, 24.001.20604, ADOBE_CLASSIC, 20.005.30838", "JDK, 21.0.1, JAVA_8, 8u401"})
    void setsTracksApart(VersionScheme newer, String newVersion, VersionScheme older, String oldVersion) {
        assertFalse(Version.of(newer, newVersion).isNewerThan(Version.of(older, oldVersion)));
    }
}
