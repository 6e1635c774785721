package io.patchbay.feeds.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.feeds.Yaml;
import io.patchbay.model.Acquisition;
import io.patchbay.model.Applicability;
import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Cve;
import io.patchbay.model.Detection;
import io.patchbay.model.Detection.Folder;
import io.patchbay.model.Installation;
import io.patchbay.model.Product;
import io.patchbay.model.PublicationState;
import io.patchbay.model.Rollout;
import io.patchbay.model.Rule;
import io.patchbay.model.Security;
import io.patchbay.model.Severity;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VendorTest {
    private static final Vendor VENDOR = Vendor.of(VendorTest.class);
    private static final Version VERSION = new Version(VersionScheme.DOTTED, "12.3", "12.3 beta", "12.3.0.7", "v12.3");

    @TempDir
    private Path folder;

    private static WindowsPackage of(int index) {
        return VENDOR.packages("tools", VERSION, Words.of(VERSION).with("language", "de"))
                .get(index);
    }

    private Vendor vendor(String data) throws IOException, FeedException {
        String whole = "id: example\nvendor: Example Ltd\nproducts: {Example: Example}\n" + data;
        Files.writeString(folder.resolve("vendor.yaml"), whole);
        Snapshot snapshot = SnapshotFolder.open(folder);
        return new Vendor(Yaml.read(snapshot, snapshot.documents().get(0)));
    }

    private FeedException refused(String data) {
        return assertThrows(FeedException.class, () -> vendor(data));
    }

    @Test
    void saysWhoTheProviderIsAndWhomItMayTalkTo() {
        var info = VENDOR.info(List.of(Feed.html("a.html", "https://www.example.com/a.html")));
        assertEquals("example", info.id());
        assertEquals("Example Ltd", info.vendor());
        assertEquals(List.of(Product.named("Example", "Examples")), info.products());
        assertEquals(Set.of("mirror.example.com", "www.example.com"), info.hosts());
    }

    @Test
    void makesPackagesOfTheFilesThatThereAre() throws Exception {
        Vendor vendor = vendor(
                """
            packages:
            - product: Example
              type: msi
              for: {x86: {suffix: "32"}, x64: {suffix: "64"}}
              file: example-${version}-${suffix}.msi
              found: {key: Example}
            """);
        List<WindowsPackage> packages = vendor.packages(VERSION, "example-12.3-64.msi"::equals);
        assertEquals(vendor.packages(VERSION, Architecture.X64), packages);
        assertEquals(List.of(), vendor.packages(VERSION, file -> false));
        assertEquals(List.of("example-12.3-32.msi", "example-12.3-64.msi"), vendor.files(VERSION));
    }

    @Test
    void makesOnePackageForEachProcessor() {
        WindowsPackage x86 = of(0);
        assertEquals("Example/release/x86/exe", x86.line().toString());
        assertEquals("example-123-x32.exe", x86.file());
        assertEquals(URI.create("https://example.com/12.3/example-123-x32.exe"), x86.url());
        assertEquals(
                List.of(URI.create("https://example.com/12.3/example-123-x64.exe")),
                of(1).content().urls());
        assertEquals("Example 12.3 beta (x64, exe)", of(1).title());
    }

    @Test
    void ordersAGroupByProcessor() throws Exception {
        String two = "- {product: Example, type: %s, for: {x64: , x86: }, file: a, found: always}\n";
        Vendor vendor = vendor("packages:\n  tools:\n" + ("  " + two).formatted("msi") + ("  " + two).formatted("msp"));
        List<WindowsPackage> packages = vendor.packages("tools", VERSION);
        assertEquals(
                List.of("x86/msi", "x86/msp", "x64/msi", "x64/msp"),
                packages.stream()
                        .map(of -> of.line().architecture().title()
                                + '/'
                                + of.line().packageType())
                        .toList());
    }

    @Test
    void namesLineAndTitleByTheRelease() {
        WindowsPackage arm64 = of(2);
        assertEquals("Example 12/lts-12/arm64/de/msi", arm64.line().toString());
        assertEquals(Product.named("Example 12", "Examples"), arm64.product());
        assertEquals("Example 12.3 beta in de", arm64.title());
        assertNull(arm64.url());
    }

    @Test
    void installsAndRemovesSilently() {
        Installation exe = of(1).installation();
        assertEquals(Installation.Handler.COMMAND_LINE, exe.handler());
        assertEquals("/S", exe.arguments());
        assertEquals("\"%ProgramFiles%\\Example\\setup.exe\" /remove", exe.uninstall());
        assertEquals("example.exe", exe.attributes().get(WindowsPackage.BLOCKING_PROCESSES));
        assertEquals(List.of(), exe.returnCodes());
        Installation msi = of(2).installation();
        assertEquals("/qn /norestart", msi.arguments());
        assertEquals("msiexec.exe /x example-12.3.msi /qn /norestart", msi.uninstall());
        assertEquals(Installation.ReturnCode.WINDOWS_INSTALLER, msi.returnCodes());
        assertTrue(msi.attributes().isEmpty());
    }

    @Test
    void saysWhetherARestartIsNeededAndWhatExitCodesMean() throws Exception {
        assertEquals(Installation.Reboot.CAN_REQUEST, of(1).installation().reboot());
        Installation told = installation(
                "type: exe, arguments: /S, restart: never, return-codes: {1223: succeeded, 3010: restart}");
        assertEquals(Installation.Reboot.NEVER, told.reboot());
        assertEquals(
                List.of(ExitMeaning.SUCCEEDED.of(1223), ExitMeaning.RESTART.of(3010)),
                told.returnCodes().stream()
                        .sorted(Comparator.comparing(Installation.ReturnCode::code))
                        .toList());
        Installation none = installation("type: msi, return-codes: {}");
        assertEquals(List.of(), none.returnCodes());
    }

    private Installation installation(String keys) throws Exception {
        Vendor vendor =
                vendor("packages:\n- {product: Example, for: {x86: }, file: a, found: {key: Example}, " + keys + "}\n");
        return vendor.packages(VERSION).get(0).installation();
    }

    @Test
    void refusesRestartsAndExitCodesThatNobodyKnows() {
        String entry = "packages:\n- {product: Example, type: msi, for: {x86: }, file: a, found: {key: Example}, %s}\n";
        assertEquals(
                "/packages/0/restart",
                refused(entry.formatted("restart: seldom")).place());
        assertEquals(
                "/packages/0/return-codes/3010",
                refused(entry.formatted("return-codes: {3010: reboot}")).place());
        assertEquals(
                "/packages/0/return-codes/many",
                refused(entry.formatted("return-codes: {many: failed}")).place());
    }

    @Test
    void asksOneRuleForTheReleaseAndForWhatIsOlder() {
        assertEquals(
                new Rule.And(List.of(
                        Detection.fileExists(Folder.PROGRAM_FILES_X86, "Example\\example.exe"),
                        Detection.uninstallKey("Example", "GreaterThanOrEqualTo", "12.3.0.7", true))),
                of(0).applicability().isInstalled());
        assertEquals(
                new Rule.And(List.of(
                        Detection.processor(Architecture.X64),
                        new Rule.And(List.of(
                                Detection.fileExists(Folder.PROGRAM_FILES, "Example\\example.exe"),
                                Detection.uninstallKey("Example", "LessThan", "12.3.0.7", true))))),
                of(1).applicability().isInstallable());
    }

    @Test
    void asksTwoRulesWhereThereAreTwo() {
        Rule pro = new Rule.And(List.of(
                Detection.displayNameEnds("pro"), Detection.displayVersion("GreaterThanOrEqualTo", "12.3.0.7")));
        Rule installed = new Rule.And(List.of(
                Detection.uninstallEntry("Example", pro, false),
                new Rule.Not(Detection.uninstallEntry("Example", "LessThan", "12.3.0.7", false))));
        assertEquals(
                new Rule.And(List.of(Detection.processor(Architecture.ARM64), installed)),
                of(2).applicability().isInstalled());
    }

    @Test
    void givesWhatHasEndedToBeRemoved() throws Exception {
        String ended =
                "packages: []\nended:\n- {version: 3.1, scheme: DOTTED, text: Ended., page: 'https://example.com/', package: "
                        + "{product: Old, type: exe, for: {x86: }, installed: {hasKey: Old}, older: never, install: none, uninstall: old.exe}}\n";
        List<Update> given = new ArrayList<>();
        vendor(ended).ended("index.html", given::add);
        Update update = given.get(0);
        assertEquals(1, given.size());
        assertEquals(UpdateId.of("example", "Old", "3.1"), update.id());
        assertEquals(PublicationState.EXPIRED, update.publication());
        assertEquals(
                Detection.uninstallKeyExists("Old", true),
                update.applicability().isInstalled());
        assertEquals("old.exe", update.installation().uninstall());
        assertEquals(Set.of("index.html"), Set.copyOf(update.sources().values()));
        assertThrows(FeedException.class, () -> vendor(ended.replace("DOTTED", "OTHER")));
    }

    @Test
    void takesAnyOfAList() {
        Rule.And older = (Rule.And) of(2).applicability().isInstallable();
        Rule codes = new Rule.Or(List.of(
                Detection.uninstallKeyExists("{00001031}", false), Detection.uninstallKeyExists("{00001033}", false)));
        assertEquals(codes, ((Rule.Or) older.operands().get(1)).operands().get(0));
    }

    @Test
    void makesARuleOnceThatIsTheSameForAllReleases() throws Exception {
        String rules =
                "file: a.exe, arguments: /S, installed: {hasKey: '${own}-${code}'}, older: {hasKey: '${digits}'}";
        Vendor vendor = vendor("lists: {code: [1031, 1033]}\npackages:\n"
                + "- {product: Example, type: exe, for: {x86: {own: example}}, " + rules + "}\n");
        Applicability first = vendor.packages(VERSION).get(0).applicability();
        Applicability next =
                vendor.packages(Version.of(VersionScheme.DOTTED, "12.4")).get(0).applicability();
        assertEquals(
                new Rule.Or(List.of(
                        Detection.uninstallKeyExists("example-1031", true),
                        Detection.uninstallKeyExists("example-1033", true))),
                first.isInstalled());
        assertSame(first.isInstalled(), next.isInstalled());
        assertEquals(Detection.uninstallKeyExists("124", true), next.isInstallable());
    }

    @Test
    void makesThosePartsOfARuleOnceThatAreTheSameForAllReleases() throws Exception {
        Vendor vendor = vendor("packages:\n- {product: Example, type: msi, for: {x86: }, file: a.msi,"
                + " found: [{hasKey: a}, {file: b}]}\n");
        List<Rule> first = parts(vendor.packages(VERSION).get(0));
        List<Rule> next =
                parts(vendor.packages(Version.of(VersionScheme.DOTTED, "12.4")).get(0));
        assertSame(first.get(0), next.get(0));
        assertNotEquals(first.get(1), next.get(1));
    }

    private static List<Rule> parts(WindowsPackage of) {
        return ((Rule.And) of.applicability().isInstalled()).operands();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{each: code, is: {hasKey: '${digits}'}}",
                "{entry: Example}",
                "{file: a, where: {atLeast: '${version}'}}"
            })
    void makesARuleAnewThatIsNot(String rule) throws Exception {
        Vendor vendor = vendor("lists: {code: [1031, 1033]}\npackages:\n"
                + "- {product: Example, type: msi, for: {x86: }, file: a.msi, found: [" + rule + "]}\n");
        Applicability first = vendor.packages(VERSION).get(0).applicability();
        Applicability next =
                vendor.packages(Version.of(VersionScheme.DOTTED, "12.4")).get(0).applicability();
        assertNotEquals(first.isInstalled(), next.isInstalled());
    }

    @Test
    void looksIntoBothViewsOfTheRegistry() throws Exception {
        String found = "found: {key: Example, view: both}";
        Vendor vendor =
                vendor("packages:\n- {product: Example, type: msi, for: {x86: }, file: a.msi, " + found + "}\n");
        assertEquals(
                new Rule.Or(List.of(
                        Detection.uninstallKey("Example", "GreaterThanOrEqualTo", "12.3.0.7", false),
                        Detection.uninstallKey("Example", "GreaterThanOrEqualTo", "12.3.0.7", true))),
                vendor.packages(VERSION).get(0).applicability().isInstalled());
    }

    @Test
    void knowsItsLicences() {
        assertEquals(Acquisition.VENDOR_ONLY, VENDOR.licence("terms").acquisition());
        assertThrows(IllegalArgumentException.class, () -> VENDOR.licence("other"));
    }

    @Test
    void knowsOnlyItsOwnPackages() {
        assertEquals(List.of(), VENDOR.packages("drivers", VERSION));
        assertThrows(IllegalArgumentException.class, () -> VENDOR.packages("toys", VERSION));
    }

    @Test
    void saysWhichWordIsUnknown() {
        IllegalArgumentException unknown =
                assertThrows(IllegalArgumentException.class, () -> VENDOR.packages("tools", VERSION));
        assertEquals("no word \"language\"", unknown.getMessage());
    }

    @Test
    void refusesAKeyThatIsMisspelt() {
        FeedException refused = refused("packages:\n- {product: Example, type: msi, argument: /q}\n");
        assertEquals("/packages/0/argument", refused.place());
    }

    @Test
    void refusesAnInstallerThatWouldAsk() {
        FeedException refused = refused("packages:\n- {product: Example, type: exe, for: {x86: }}\n");
        assertTrue(refused.getMessage().contains("arguments for a silent installation"), refused.getMessage());
    }

    @Test
    void refusesRulesAndProcessorsThatNobodyKnows() {
        String entry = "packages:\n- {product: Example, type: msi, for: {%s: }, found: {%s: Example}}\n";
        assertEquals("/packages/0/found", refused(entry.formatted("x86", "kee")).place());
        assertEquals(
                "/packages/0/found/view",
                refused("packages:\n- {product: Example, type: msi, for: {x86: }, found: {key: Example, view: x86}}\n")
                        .place());
        assertEquals(
                "/packages/0/for/x68", refused(entry.formatted("x68", "key")).place());
        assertEquals(
                "/packages/0/type",
                refused("packages:\n- {product: Example, type: zip}\n").place());
    }

    @Test
    void failsWithoutItsFile() {
        assertThrows(IllegalStateException.class, () -> Vendor.of(String.class));
    }

    @Test
    void saysWhereAFileIsBelowAFolder() {
        WindowsPackage of = of(0);
        URI folder = Objects.requireNonNull(of.url()).resolve(".");
        assertEquals(of.file(), of.path(folder));
        assertThrows(IllegalArgumentException.class, () -> of.path(URI.create("https://other.example/")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Security fixes: none of yours", "a Vulnerability", "CVE-2026-1234", "vulnerable to xyz"})
    void takesAVendorsWordThatAReleaseFixesAVulnerability(String words) {
        assertEquals(Classification.SECURITY_UPDATES, classified(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Better menus", "CVE ids are shown"})
    void takesNoOtherReleaseForOneOfSecurity(String words) {
        assertEquals(Classification.UPDATES, classified(words));
    }

    private static Classification classified(String words) {
        return classified(new VendorRelease("index.html").secureBy(words));
    }

    @Test
    void takesAReleaseWithABulletinForOneOfSecurity() {
        Security bulletin = Security.worstOf(List.of("EX-1"), List.of());
        VendorRelease release = new VendorRelease("index.html").fixes(bulletin, "ex-1.html");
        assertEquals(Classification.SECURITY_UPDATES, classified(release));
        assertEquals(Classification.UPGRADES, classified(release.classified(Classification.UPGRADES)));
    }

    private static Classification classified(VendorRelease release) {
        return release.of(of(0), List.of(), "index.html").build().release().classification();
    }

    @Test
    void givesThePackagesForAProcessor() {
        Words words = Words.of(VERSION).with("language", "de");
        assertEquals(List.of(of(1)), VENDOR.packages("tools", VERSION, words, Architecture.X64));
        assertEquals(List.of(), VENDOR.packages("tools", VERSION, words, Architecture.IA64));
    }

    @Test
    void tellsHowFarAReleaseHasCome() {
        Offers offers = offers("v1.2", "v1.10", "v");
        assertEquals(Rollout.EXISTS, offers.rollout("2.0"));
        assertEquals(Rollout.SETTLING, offers.rollout("1.10"));
        assertEquals(Rollout.SETTLING, offers.rollout("1.2"));
        assertEquals(Rollout.COMPLETE, offers("v1.2", "v1.10").rollout("1.2.0"));
        assertEquals(Rollout.EXISTS, offers("v").rollout("1.2"));
    }

    private static Offers offers(String... versions) {
        return Offers.of(VersionScheme.DOTTED, List.of(versions), of -> of.substring(1));
    }

    @Test
    void everybodyGetsAReleaseIfTheRestGetALaterOne() {
        Offers offers = new Offers(VersionScheme.DOTTED, Map.of("1.3", 0.3, "1.2", 0.1 + 0.6, "1.1", 0.0));
        assertEquals(Rollout.COMPLETE, offers.rollout("1.2", Rollout.OFFERED));
        assertEquals(Rollout.OFFERED, offers.rollout("1.3", Rollout.OFFERED));
        assertEquals(Rollout.EXISTS, offers.rollout("1.4", Rollout.OFFERED));
    }

    @Test
    void countsTheLeastThatIsSaidOfARollout() {
        VendorRelease release =
                new VendorRelease("index.html").rollout(Rollout.SETTLING).rollout(Rollout.OFFERED);
        Update update = release.of(of(0), List.of(), "index.html").build();
        assertEquals(Rollout.SETTLING, update.release().rollout());
    }

    @Test
    void isAsSevereAsTheWorstOfWhatItFixes() {
        Cve low = Cve.rated("CVE-2026-0001", "", "Low", "notes");
        Cve high = Cve.rated("CVE-2026-0002", "", "High", "notes");
        VendorRelease release = new VendorRelease("index.html").fixes(List.of(low, high), "notes");
        Update update = release.of(of(0), List.of(), "index.html").build();
        assertEquals(Security.worstOf(List.of(), List.of(low, high)), update.security());
    }

    @Test
    void isRatedByACatalogueIfByNobodyElse() {
        Cve unrated = Cve.unrated("CVE-2026-0001", "", "notes");
        Cve more = Cve.unrated("CVE-2026-0002", "", "sdp");
        Security known = new Security(Severity.CRITICAL, null, List.of("EX-1"), List.of(more));
        Update silent =
                new VendorRelease("index.html").of(of(0), catalogued(known)).build();
        assertEquals(known, silent.security());
        assertEquals(Classification.SECURITY_UPDATES, silent.release().classification());
        Security said = new Security(Severity.UNSPECIFIED, "priority 3", List.of("EX-2"), List.of(unrated));
        Update named = new VendorRelease("index.html")
                .fixes(said, "ex-2.html")
                .of(of(0), catalogued(known))
                .build();
        assertEquals(
                new Security(Severity.CRITICAL, "priority 3", List.of("EX-2", "EX-1"), List.of(unrated, more)),
                named.security());
    }

    @Test
    void keepsWhatItFixesIfACatalogueKnowsNothing() {
        Cve unrated = Cve.unrated("CVE-2026-0001", "", "notes");
        VendorRelease release = new VendorRelease("index.html").fixes(List.of(unrated), "notes");
        Update update = release.of(of(0), catalogued(Security.UNSPECIFIED)).build();
        assertEquals(List.of(unrated), update.security().cves());
    }

    private static Update catalogued(Security known) {
        return Update.builder(UpdateId.of("sdp", "example"), UpdateType.SOFTWARE)
                .security(known, "catalog.xml")
                .build();
    }

    @Test
    void readsTheChecksumBesideAFile() throws Exception {
        FileChecksums sums = FileChecksums.of("https://sums.example/", "https://example.com/");
        String digest = "0".repeat(64);
        WindowsPackage of = of(0);
        Files.createDirectory(folder.resolve("sha256"));
        Files.writeString(folder.resolve("sha256").resolve(of.file()), digest + "  " + of.file() + '\n');
        ContentFile file = sums.content(SnapshotFolder.open(folder), of);
        assertEquals(List.of(of.url()), file.urls());
        assertEquals(digest, file.digests().get(0).value());
    }
}
