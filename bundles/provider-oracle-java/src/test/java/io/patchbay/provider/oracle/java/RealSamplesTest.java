package io.patchbay.provider.oracle.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.Json;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.feeds.Value;
import io.patchbay.feeds.vendor.WindowsPackage;
import io.patchbay.model.Architecture;
import io.patchbay.model.Update;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.Snapshot;
import io.patchbay.testkit.Endpoint;
import io.patchbay.testkit.RecordedCases;
import io.patchbay.testkit.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What others read out of Oracle's documents for the same releases. */
final class RealSamplesTest {
    private static final RecordedCases CASES = RecordedCases.of(new OracleJavaProvider());
    private static final String JULY = "2025-07-16-critical-patch-update";
    private static final String OCTOBER = "2025-10-25-alert-revised";

    /**
     * Version, day, build and digest. The others give the address of {@code latest}, which is another file tomorrow; the address of the
     * archive is that of the same file. The digest of 17 they failed to read, because it is not for everybody.
     */
    @Test
    void givesWhatAnotherToolReadOfTheDevelopmentKits() throws Exception {
        Map<String, String> samples = Map.of(
                "OracleJava21-2025-07-16.json",
                JULY,
                "OracleJava21-2025-10-22.json",
                OCTOBER,
                "OracleJava25-2025-12-06.json",
                OCTOBER);
        Optional<Path> folder = Samples.feeds("oracle-java/normalised-apptracker");
        if (folder.isEmpty()) {
            return;
        }
        Snapshot others = SnapshotFolder.open(folder.get());
        for (var sample : samples.entrySet()) {
            String family = sample.getKey().substring("OracleJava".length(), "OracleJava".length() + 2);
            Update update = CASES.update(
                    CASES.open(sample.getValue()), "Java " + family + " Development Kit/lts-" + family + "/x64/msi");
            Value expected =
                    msi(Json.read(others, others.document(sample.getKey()).orElseThrow()));
            var version = update.release().version();
            assertEquals(expected.get("Version").text(), version.canonical());
            assertEquals(expected.get("FullVersion").text() + "-LTS", version.vendorTag());
            var day = update.release().released();
            assertEquals(
                    expected.get("Date").text(), day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear());
            assertEquals(
                    expected.get("Sha256").text(),
                    update.files().get(0).digests().get(0).value());
        }
    }

    private static Value msi(Value list) throws Exception {
        for (Value file : list.items()) {
            if (file.get("Type").text().equals("msi")) {
                return file;
            }
        }
        throw new AssertionError("no msi");
    }

    /** The version among the installed programs, which others take out of the installer. */
    @Test
    void knowsTheVersionThatTheInstallerShows() throws Exception {
        Map<String, String> samples = Map.of("Log_20250715T141512Z.yaml", JULY, "Log_20251021T141425Z.yaml", OCTOBER);
        Optional<Path> folder = Samples.feeds("oracle-java/normalised-dumplings/Oracle.JavaRuntimeEnvironment");
        if (folder.isEmpty()) {
            return;
        }
        for (var sample : samples.entrySet()) {
            Matcher shown = Pattern.compile("RealVersion: (\\S+)")
                    .matcher(Files.readString(folder.get().resolve(sample.getKey())));
            assertTrue(shown.find());
            Update update = CASES.update(CASES.open(sample.getValue()), "Java 8 Runtime Environment/lts-8/x86/exe");
            assertEquals(shown.group(1), update.release().version().fileVersion());
        }
    }

    /** What a product that parsed the same pages recorded, but for what only other editions and products have. */
    @Test
    void findsTheVulnerabilitiesThatOthersFound() throws Exception {
        Optional<Path> rows = Samples.feeds("oracle-java/cpu-risk-matrix/java-se-rows-a.csv");
        if (rows.isEmpty()) {
            return;
        }
        Set<String> expected = Files.readAllLines(rows.get()).stream()
                .filter(row -> row.contains(",2025-Q3,"))
                .filter(row -> row.contains("Java SE: 8u451,")
                        || row.contains("Java SE: 8u451\"")
                        || row.contains("Java SE: 8u451;"))
                .map(row -> row.substring(0, row.indexOf(',')))
                .collect(Collectors.toSet());
        Set<String> found =
                CASES.update(CASES.open(JULY), "Java 8 Runtime Environment/lts-8/x64/exe").security().cves().stream()
                        .map(cve -> cve.id())
                        .collect(Collectors.toSet());
        assertEquals(expected, found);
    }

    /** Every release of a line of long-term support since 2014 is a version of its scheme, and none is older than a lower one. */
    @Test
    void ordersEveryKnownRelease() throws Exception {
        Optional<Path> folder = Samples.feeds("oracle-java/lifecycle");
        if (folder.isEmpty()) {
            return;
        }
        Snapshot others = SnapshotFolder.open(folder.get());
        Value versions = Json.read(
                        others, others.document("release-data-oracle-jdk.json").orElseThrow())
                .get("versions");
        assertEquals(69, ordered(versions, VersionScheme.JAVA_8, "8u"));
        assertEquals(34, ordered(versions, VersionScheme.JDK, "11."));
        assertEquals(22, ordered(versions, VersionScheme.JDK, "17."));
        assertEquals(12, ordered(versions, VersionScheme.JDK, "21."));
        assertEquals(4, ordered(versions, VersionScheme.JDK, "25."));
    }

    private static int ordered(Value versions, VersionScheme scheme, String line) throws Exception {
        List<String> ascending = versions.fields().keySet().stream()
                .filter(version -> version.startsWith(line))
                .sorted(scheme.comparator())
                .toList();
        List<LocalDate> days = new ArrayList<>();
        for (String version : ascending) {
            assertTrue(scheme.accepts(version), version);
            days.add(versions.get(version).get("date").day());
        }
        assertEquals(days.stream().sorted().toList(), days, ascending.toString());
        return ascending.size();
    }

    /** Java 8u401 is found by the entries that winget knows; winget's addresses name no file. */
    @Test
    void findsWhatAPackageManagerInstalled() throws Exception {
        Optional<Path> manifest =
                Samples.feeds("oracle-java/winget/8.0.4010.10_Oracle.JavaRuntimeEnvironment.installer.yaml");
        if (manifest.isEmpty()) {
            return;
        }
        String text = Files.readString(manifest.get());
        Version version = new Version(VersionScheme.JAVA_8, "8u401", "8u401", "8.0.4010.10", null);
        for (WindowsPackage of : OracleJavaProvider.VENDOR.packages("8", version)) {
            boolean x86 = of.line().architecture() == Architecture.X86;
            String code = "{71024AE4-039E-4CA4-87B4-2F" + (x86 ? "32" : "64") + "180401F0}";
            String name = "Java 8 Update 401" + (x86 ? "" : " (64-bit)");
            assertTrue(text.contains(code) && text.contains("DisplayName: " + name), code);
            assertTrue(Endpoint.with(new Endpoint.Entry(code, name, "8.0.4010.10", x86))
                    .has(of.applicability()));
        }
    }
}
