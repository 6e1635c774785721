package io.patchbay.provider.google.chrome;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.CveText;
import io.patchbay.feeds.Json;
import io.patchbay.feeds.vendor.VendorRelease;
import io.patchbay.feeds.vendor.WindowsPackage;
import io.patchbay.feeds.vendor.Words;
import io.patchbay.model.Classification;
import io.patchbay.model.Cve;
import io.patchbay.model.Rollout;
import io.patchbay.model.Severity;
import io.patchbay.model.Update;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.FeedException;
import io.patchbay.testkit.RecordedCases;
import io.patchbay.testkit.RecordedSnapshot;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What has broken others who read these feeds. */
final class FailuresTest {
    private static final RecordedCases CASES = RecordedCases.of(new GoogleChromeProvider());
    private static final String FIRST = "2026-04-15-release-147.0.7727.102";
    private static final String STAGED = "2026-04-28-release-147.0.7727.138-for-some";
    private static final String ROLLED_OUT = "2026-04-30-rolled-out";
    private static final String STABLE = "Google Chrome/stable/";
    private static final String EXTENDED = "Google Chrome Extended Stable/extended/x64/exe";

    private static Rollout rollout(RecordedSnapshot snapshot, String line) throws Exception {
        return CASES.update(snapshot, line).release().rollout();
    }

    private static boolean isAbout(String text, String version) {
        return ReleaseBlog.names(text, version);
    }

    /** A history of releases that begin and end at times of a day in July 2026. */
    private static VersionHistory history(String... releases) throws Exception {
        String list = "{\"releases\": [" + String.join(", ", releases) + "]}";
        return VersionHistory.read(Json.parse(list.getBytes(UTF_8), "releases.json"));
    }

    private static String served(String version, String day, String end, double fraction) {
        String ended = end.isEmpty() ? "" : ", \"endTime\": \"2026-07-" + end + "T00:00:00Z\"";
        return "{\"version\": \"%s\", \"serving\": {\"startTime\": \"2026-07-%sT18:00:00.5Z\"%s}, \"fraction\": %s}"
                .formatted(version, day, ended, fraction);
    }

    @Test
    @DisplayName("Failure 6: an element that nobody knows means nothing")
    void passesOverUnknownElements() throws Exception {
        RecordedSnapshot snapshot = CASES.open(FIRST);
        RecordedSnapshot edited = snapshot.replacing(
                "offers/stable-x64.xml", "<urls>", "<script/><other><manifestation version='9'/></other><urls>");
        assertEquals(CASES.updates(snapshot), CASES.updates(edited));
    }

    @Test
    @DisplayName(
            "Failures 8 and 27: the address has no version and both channels can have one file; each is an update of its own")
    void keysByChannelAndVersionNotByAddress() throws Exception {
        Set<Object> ids = new HashSet<>();
        for (String name : List.of(FIRST, ROLLED_OUT)) {
            Update update = CASES.update(CASES.open(name), STABLE + "x64/msi");
            assertTrue(ids.add(update.id()));
            assertEquals(
                    "https://dl.google.com/dl/chrome/install/googlechromestandaloneenterprise64.msi",
                    update.files().get(0).urls().get(0).toString());
        }
        RecordedSnapshot both = CASES.open(FIRST);
        for (String processor : List.of("x86", "x64", "arm64")) {
            both = both.with(
                    "offers/extended-" + processor + ".xml", both.bytes("offers/stable-" + processor + ".xml"));
        }
        Update stable = CASES.update(both, STABLE + "x64/exe");
        Update extended = CASES.update(both, EXTENDED);
        assertEquals(
                stable.files().get(0).digests().get(0).value(),
                extended.files().get(0).digests().get(0).value());
        assertNotEquals(stable.id(), extended.id());
    }

    @Test
    @DisplayName("Failure 9: what not all processors get yet is settling, what they had before is not")
    void holdsAReleaseThatArmDoesNotHaveYet() throws Exception {
        RecordedSnapshot staged = CASES.open(STAGED);
        assertEquals(Rollout.SETTLING, rollout(staged, STABLE + "x64/exe"));
        assertEquals(Rollout.SETTLING, rollout(staged, STABLE + "x64/msi"));
        assertEquals(Rollout.COMPLETE, rollout(staged, STABLE + "arm64/exe"));
    }

    @Test
    void tellsWhatExistsWhatIsOfferedAndWhatEverybodyGets() throws Exception {
        assertEquals(Rollout.OFFERED, rollout(CASES.open(STAGED), EXTENDED));
        assertEquals(Rollout.COMPLETE, rollout(CASES.open(ROLLED_OUT), EXTENDED));
        RecordedSnapshot ended = CASES.open(ROLLED_OUT)
                .replacing(
                        "releases/stable-x64.json",
                        "\"startTime\": \"2026-04-28T18:02:11Z\"",
                        "\"startTime\": \"2026-04-28T18:02:11Z\", \"endTime\": \"2026-04-29T00:00:00Z\"");
        assertEquals(Rollout.EXISTS, rollout(ended, STABLE + "x64/exe"));
    }

    @Test
    void everybodyGetsAReleaseIfTheRestGetALaterOne() throws Exception {
        VersionHistory history =
                history(served("152.0.7977.83", "02", "", 0.3), served("152.0.7977.82", "01", "", 0.7));
        assertEquals(Rollout.COMPLETE, rollout(history, "152.0.7977.82"));
        assertEquals(Rollout.OFFERED, rollout(history, "152.0.7977.83"));
        assertEquals(Rollout.SETTLING, rollout(history, "152.0.7977.90"));
    }

    @Test
    @DisplayName("Failure 10: one version served three times is one release, since the first time")
    void takesAReleaseThatIsServedAgainForTheSame() throws Exception {
        VersionHistory history = history(
                served("150.0.7871.187", "28", "", 1),
                served("150.0.7871.190", "26", "27", 1),
                served("150.0.7871.187", "24", "25", 1),
                served("150.0.7871.187", "23", "24", 0.1));
        assertEquals(LocalDate.of(2026, 7, 23), history.begun().get("150.0.7871.187"));
        assertEquals(Rollout.COMPLETE, rollout(history, "150.0.7871.187"));
    }

    private static Rollout rollout(VersionHistory history, String version) {
        VendorRelease release = new VendorRelease("releases.json");
        history.describe(release, version);
        Version known = Version.of(VersionScheme.FOUR_NUMBERS, version);
        WindowsPackage any = GoogleChromeProvider.VENDOR
                .packages("stable", known, Words.of(known).with("installer", "setup.exe"))
                .get(0);
        return release.of(any, List.of(), "releases.json").build().release().rollout();
    }

    @Test
    @DisplayName("Failure 10: an older one served again is another update than the one that it takes the place of")
    void goesBackWithTheVendor() throws Exception {
        Update before = CASES.update(CASES.open(ROLLED_OUT), EXTENDED);
        Update after = CASES.update(CASES.open("2026-05-01-withdrawn-146.0.7680.216"), EXTENDED);
        assertTrue(before.release().version().isNewerThan(after.release().version()));
        assertNotEquals(before.id(), after.id());
    }

    @Test
    @DisplayName("Failure 18: a time that is a list, or in the words of some language, is refused where it stands")
    void refusesTimesOfAnotherForm() throws Exception {
        for (String time : List.of("[\"2026-04-28T18:02:11Z\"]", "\"28.04.2026 18:02\"")) {
            RecordedSnapshot edited =
                    CASES.open(ROLLED_OUT).replacing("releases/stable-x64.json", "\"2026-04-28T18:02:11Z\"", time);
            FeedException refused = assertThrows(FeedException.class, () -> CASES.updates(edited));
            assertEquals("/releases/0/serving/startTime", refused.place());
        }
    }

    @Test
    @DisplayName("Failure 20: 152.0.7977.82/.83 is two versions")
    void readsTheSlashBetweenVersions() {
        for (String version : List.of("152.0.7977.82", "152.0.7977.83")) {
            assertTrue(isAbout("to 152.0.7977.82/.83 for Windows and Mac", version));
        }
        assertTrue(isAbout("147.0.7727.101/102 for Mac", "147.0.7727.102"));
        assertTrue(isAbout("149.0.1.2/149.0.1.3 for Windows", "149.0.1.3"));
        assertTrue(isAbout("149.0.1.2/150.0.1.3 for Windows", "150.0.1.3"));
    }

    @Test
    void takesNoOtherNumberForAVersion() {
        for (String text :
                List.of("149.0.1.2/149.0.1.3", "149.0.1.1490", "149.0.1.2 and 149", "149.0.1/149", "1149.0.1.149")) {
            assertFalse(isAbout(text, "149.0.1.149"), text);
        }
    }

    @Test
    @DisplayName("Failure 25: a post that was edited amends the same update")
    void keepsTheIdWhenThePostIsEdited() throws Exception {
        Update first = CASES.update(CASES.open(FIRST), STABLE + "x64/exe");
        Update edited = CASES.update(CASES.open("2026-04-17-post-edited"), STABLE + "x64/exe");
        assertEquals(first.id(), edited.id());
        assertEquals(5, first.security().cves().size());
        assertEquals(6, edited.security().cves().size());
        assertEquals(Severity.CRITICAL, edited.security().severity());
        assertEquals(Classification.SECURITY_UPDATES, edited.release().classification());
    }

    @Test
    void readsEveryFormOfReward() {
        String text = "[$25000][1212618] Critical CVE-2021-30544: Use after free in BFCache. Reported by X"
                + " [$NA][1216437] High CVE-2021-30551: Type Confusion in V8. Reported by Y"
                + " [1200679] Medium CVE-2021-30552: Use after free in Extensions"
                + " [N/A][653034] Low CVE-2016-9650: CSP Referrer disclosure."
                + " Google is aware that an exploit for CVE-2021-30551 exists in the wild.";
        List<Cve> cves = CveText.read(text, "Chrome Releases");
        assertEquals(
                List.of(Severity.CRITICAL, Severity.IMPORTANT, Severity.MODERATE, Severity.LOW),
                cves.stream().map(Cve::severity).toList());
        assertEquals(
                List.of("CVE-2021-30551"),
                cves.stream().filter(Cve::exploited).map(Cve::id).toList());
    }

    @Test
    void aCveWithoutARatingIsNotLow() throws Exception {
        RecordedSnapshot unrated = CASES.open(FIRST).replacing("posts.json", "Critical", "");
        assertEquals(
                Severity.UNSPECIFIED,
                CASES.update(unrated, STABLE + "x64/exe").security().severity());
    }

    @Test
    void publishesAReleaseBeforeThePostAboutIt() throws Exception {
        RecordedSnapshot early = CASES.open(FIRST).replacing("posts.json", "147.0.7727.101/102", "146.0.0.0");
        Update update = CASES.update(early, STABLE + "x64/exe");
        assertEquals(Severity.UNSPECIFIED, update.security().severity());
        assertEquals(Classification.UPDATES, update.release().classification());
    }

    @Test
    void refusesABlogWithoutPostsAboutTheStableChannel() throws Exception {
        RecordedSnapshot renamed = CASES.open(FIRST).replacing("posts.json", "for Desktop", "for computers");
        assertThrows(FeedException.class, () -> CASES.updates(renamed));
    }

    @Test
    void saysWhatTheUpdateServiceRefused() throws Exception {
        RecordedSnapshot refusing = CASES.open(FIRST)
                .replacing("offers/stable-x64.xml", "<updatecheck status=\"ok\">", "<updatecheck status=\"noupdate\">");
        FeedException refused = assertThrows(FeedException.class, () -> CASES.updates(refusing));
        assertTrue(refused.getMessage().endsWith("expected the status ok of updatecheck, found noupdate"));
    }

    @Test
    void wantsAnAddressWithHttps() throws Exception {
        RecordedSnapshot plain = CASES.open(FIRST).replacing("offers/stable-x64.xml", "https://", "http://");
        assertThrows(FeedException.class, () -> CASES.updates(plain));
    }
}
