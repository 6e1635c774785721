package io.patchbay.provider.google.chrome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.CveText;
import io.patchbay.feeds.Json;
import io.patchbay.feeds.Omaha;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.feeds.Value;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Cve;
import io.patchbay.model.Rollout;
import io.patchbay.model.Severity;
import io.patchbay.model.Update;
import io.patchbay.spi.Document;
import io.patchbay.spi.Snapshot;
import io.patchbay.testkit.RecordedCases;
import io.patchbay.testkit.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What Google really answered, and what others read out of it. */
final class RealSamplesTest {
    private static final RecordedCases CASES = RecordedCases.of(new GoogleChromeProvider());
    private static final Pattern INSTALLER = Pattern.compile("InstallerUrl: (\\S+)");

    private static Document document(Snapshot snapshot, String name) {
        return snapshot.document(name).orElseThrow();
    }

    @Test
    void readsAnAnswerOfTheUpdateService() throws Exception {
        Optional<Path> sample = Samples.feeds("google-chrome/omaha/update-response-98.0.4758.82.xml");
        if (sample.isEmpty()) {
            return;
        }
        Snapshot snapshot =
                CASES.open("2026-04-30-rolled-out").with("offers/stable-x64.xml", Files.readAllBytes(sample.get()));
        Omaha.Offer offer =
                GoogleChromeProvider.SERVICE.read(snapshot, "stable").get(1);
        assertEquals("98.0.4758.82", offer.version());
        assertEquals(82022504, offer.file().size());
        assertEquals(
                "6392c07e5c4c481f65d1bdf1a2d5e31a3b2762b6ad8905de33ce715317062fc7",
                offer.file().digests().get(0).value());
        assertEquals(4, offer.file().urls().size());
        assertTrue(offer.file().urls().stream().allMatch(url -> url.getScheme().equals("https")));
    }

    /** Addresses, sizes and digests as another tool decoded them. */
    @Test
    void givesTheInstallersThatAnotherToolRead() throws Exception {
        Optional<Path> samples = Samples.feeds("google-chrome/omaha/offline-installers");
        if (samples.isEmpty()) {
            return;
        }
        Snapshot others = SnapshotFolder.open(samples.get());
        Value installers = Json.read(others, document(others, "data-2026-08-20T2023.json"));
        for (String processor : List.of("x86", "x64", "arm64")) {
            Value expected = installers.get("win_stable_" + processor);
            ContentFile found = CASES.update(
                            CASES.open("2026-08-20-release-151.0.7922.174"),
                            "Google Chrome/stable/" + processor + "/exe")
                    .files()
                    .get(0);
            assertEquals(expected.get("size").number(), found.size());
            assertEquals(expected.get("sha256").text(), found.digests().get(0).value());
            Set<String> urls = new HashSet<>();
            for (Value url : expected.get("urls").items()) {
                urls.add(url.text());
            }
            urls.removeIf(url -> url.startsWith("http:"));
            assertEquals(urls, found.urls().stream().map(Object::toString).collect(Collectors.toSet()));
        }
    }

    /** No fractions were recorded, so all count as everybody; the dates are those of the record beside it. */
    @Test
    void readsTheHistoriesThatWereRecorded() throws Exception {
        Optional<Path> samples = Samples.feeds("google-chrome/versionhistory/reconstructed");
        if (samples.isEmpty()) {
            return;
        }
        Snapshot snapshot = SnapshotFolder.open(samples.get());
        VersionHistory stable = VersionHistory.read(Json.read(snapshot, "win64-stable-releases-a.json"));
        assertEquals(22, stable.begun().size());
        assertEquals(Rollout.COMPLETE, stable.served().rollout("147.0.7727.117", Rollout.OFFERED));
        assertEquals(LocalDate.of(2026, 4, 22), stable.begun().get("147.0.7727.117"));
        VersionHistory extended = VersionHistory.read(Json.read(snapshot, "win64-extended-releases.json"));
        assertEquals(Rollout.EXISTS, extended.served().rollout("146.0.7680.216", Rollout.OFFERED));
        assertEquals(LocalDate.of(2026, 4, 28), extended.begun().get("146.0.7680.216"));
    }

    /** The addresses of the packages without a version are those that another tool gives, but for its archives. */
    @Test
    void givesTheAddressesOfThePackagesThatAnotherToolGives() throws Exception {
        Optional<Path> samples = Samples.feeds("google-chrome/normalised-apptracker");
        if (samples.isEmpty()) {
            return;
        }
        Snapshot others = SnapshotFolder.open(samples.get());
        Set<String> expected = new HashSet<>();
        for (Value file : Json.read(others, document(others, "GoogleChrome-2026-05-16.json"))
                .items()) {
            boolean everyday =
                    Set.of("Stable", "Extended").contains(file.get("Channel").text());
            if (everyday && file.get("Type").text().equals("msi")) {
                expected.add(file.get("URI").text());
            }
        }
        Set<String> found = new HashSet<>();
        for (Update update : CASES.updates(CASES.open("2026-04-30-rolled-out"))) {
            if (update.release().line().packageType().equals("msi")) {
                found.add(update.files().get(0).urls().get(0).toString());
            }
        }
        assertEquals(expected, found);
    }

    /** Every line of a CVE in the posts of eight years is understood, with its rating. */
    @Test
    void readsTheCvesOfEveryKnownPost() throws Exception {
        Optional<Path> posts = Samples.feeds("google-chrome/chromereleases-text/posts-a.md");
        if (posts.isEmpty()) {
            return;
        }
        Pattern links = Pattern.compile("\\[([^\\[\\]]*)\\]\\(https?://[^)]*\\)");
        int rated = 0;
        for (String line : Files.readAllLines(posts.get())) {
            if (line.startsWith("- [")
                    && Pattern.compile("(Critical|High|Medium|Low) CVE-")
                            .matcher(line)
                            .find()) {
                String text = links.matcher(line).replaceAll("$1");
                List<Cve> cves = CveText.read(text, "Chrome Releases");
                assertEquals(1, cves.size(), text);
                assertTrue(cves.get(0).severity() != Severity.UNSPECIFIED, text);
                rated++;
            }
        }
        assertTrue(rated > 500, "only " + rated);
    }

    /**
     * The addresses of everything that a tool logged of sixty releases: those of packages are the same, those of installers have the same form.
     * The older ones of these were compressed.
     */
    @Test
    void givesAddressesAsALogHasThem() throws Exception {
        Optional<Path> logs = Samples.feeds("google-chrome/normalised-dumplings");
        if (logs.isEmpty()) {
            return;
        }
        Set<String> logged = new HashSet<>();
        try (Stream<Path> files = Files.walk(logs.get())) {
            for (Path log : files.filter(Files::isRegularFile).toList()) {
                INSTALLER.matcher(Files.readString(log)).results().forEach(found -> logged.add(form(found.group(1))));
            }
        }
        Set<String> found = new HashSet<>();
        for (String name : List.of("2026-04-30-rolled-out", "2026-08-20-release-151.0.7922.174")) {
            for (Update update : CASES.updates(CASES.open(name))) {
                update.files().get(0).urls().forEach(url -> found.add(form(url.toString())));
            }
        }
        logged.remove("https://dl.google.com/release2/chrome/TOKEN_VERSION/VERSION_chrome_installer.exe");
        assertEquals(4, logged.size(), logged.toString());
        assertTrue(found.containsAll(logged), () -> found + " and " + logged);
    }

    private static String form(String url) {
        return url.replaceAll("[0-9]+(\\.[0-9]+){3}", "VERSION").replaceAll("/[a-z0-9]{20,}_VERSION", "/TOKEN_VERSION");
    }
}
