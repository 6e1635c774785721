package io.patchbay.feeds.sdp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.model.Acquisition;
import io.patchbay.model.Applicability;
import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.ContentFile;
import io.patchbay.model.ContentFile.Patching;
import io.patchbay.model.Description;
import io.patchbay.model.Eula;
import io.patchbay.model.Installation;
import io.patchbay.model.Installation.Handler;
import io.patchbay.model.Licensing;
import io.patchbay.model.Relationships;
import io.patchbay.model.Release;
import io.patchbay.model.Rollout;
import io.patchbay.model.Rule;
import io.patchbay.model.RuleElement;
import io.patchbay.model.Security;
import io.patchbay.model.Severity;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is as the schemas say and reads back equal; what cannot be written is refused with its reason. */
class SdpWriterTest {
    private static final UpdateId ID = UpdateId.parse("44444444-aaaa-4000-8000-000000000001");

    private static Update.Builder update() {
        return Update.builder(ID, UpdateType.SOFTWARE).description(Description.english("Title", "Text"), "test");
    }

    private static Update written(Update update) throws Exception {
        byte[] cabinet = Packages.write(List.of(update));
        SdpSchema.check(cabinet);
        return Packages.read(cabinet).get(0);
    }

    static Stream<String> packages() {
        return Stream.of(
                Packages.EVERYTHING,
                PackageReaderTest.MSI,
                PackageReaderTest.MSP,
                PackageReaderTest.DRIVER,
                PackageReaderTest.DETECTOID,
                PackageReaderTest.APPLICATION,
                PackageReaderTest.BUNDLE,
                PackageReaderTest.SEVERAL_ITEMS);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void whatWasReadIsWrittenAsTheSchemasSayAndReadsBackEqual(String document) throws Exception {
        List<Update> updates = Packages.read(Packages.catalog(document));
        byte[] cabinet = Packages.write(updates);
        SdpSchema.check(cabinet);
        assertEquals(updates, Packages.read(cabinet));
    }

    @Test
    void theSameUpdatesGiveTheSameBytes() throws Exception {
        List<Update> updates = Packages.read(Packages.catalog(Packages.EVERYTHING));
        assertArrayEquals(Packages.write(updates), Packages.write(updates));
    }

    @Test
    void cutsTextsThatAreTooLong() throws Exception {
        Description description = Description.english("t".repeat(300), "d".repeat(1499) + "\ud83d\ude00" + "d");
        Update written = written(update().description(description, "test").build());
        Description.Text text = written.description().texts().get("en");
        assertEquals("t".repeat(199) + "…", text.title());
        assertEquals("d".repeat(1499) + "…", text.description());
    }

    @Test
    void repeatsTheTitleWhereThereIsNoDescription() throws Exception {
        Update written = written(
                update().description(Description.english("Title", ""), "test").build());
        assertEquals("Title", written.description().texts().get("en").description());
    }

    @Test
    void writesWhatXmlCannotHoldAsAQuestionMark() throws Exception {
        Update written = written(update().description(Description.english("A \u0001 title", "Text"), "test")
                .build());
        assertEquals("A ? title", written.description().title());
    }

    @Test
    void putsBulletinsThatDoNotFitAmongTheCves() throws Exception {
        Security security = new Security(
                Severity.UNSPECIFIED, null, List.of("mfsa2026-01", "mfsa2026-02", "m".repeat(41)), List.of());
        Update written = written(update().security(security, "test").build());
        assertEquals(List.of("mfsa2026-01", "mfsa2026-02"), written.security().bulletins());
    }

    @Test
    void datesAnUpdateOfUnknownReleaseByTheDayItWasSeen() throws Exception {
        assertEquals(Packages.SEEN, written(update().build()).release().released());
    }

    @Test
    void writesNothingButTheOthersOfAnUpdateThatIsRefused() throws Exception {
        Update bad = update().description(Description.NONE, "test").build();
        Update good = Packages.only(Packages.catalog(Packages.EVERYTHING));
        Map<String, String> refused = new HashMap<>();
        assertEquals(List.of(good), Packages.read(Packages.write(List.of(bad, good), refused)));
        assertEquals(Map.of(ID.toString(), "it has no title"), refused);
    }

    @Test
    void tellsOfPackagesThatAreNamedAndNotThere() throws Exception {
        UpdateId there = id(2);
        Update needy = update().relationships(
                        Relationships.of(
                                List.of(List.of(id(3), there), List.of(id(4), id(5))),
                                List.of(List.of(id(6))),
                                List.of(id(7))),
                        "test")
                .build();
        Update other = Update.builder(there, UpdateType.SOFTWARE)
                .description(Description.english("Title", "Text"), "test")
                .build();
        assertEquals(Map.of(ID, Set.of(id(4), id(5), id(6))), Packages.unresolved(List.of(needy, other)));
    }

    @Test
    void theItemsOfAPackageAreThere() throws Exception {
        List<Update> updates = Packages.read(Packages.catalog(PackageReaderTest.SEVERAL_ITEMS));
        assertEquals(Map.of(), Packages.unresolved(updates));
    }

    private static UpdateId id(int number) {
        return UpdateId.parse("44444444-aaaa-4000-8000-00000000000" + number);
    }

    static Stream<Arguments> inexpressible() {
        return Stream.of(
                refused(
                        "SDP has no rule CbsPackageInstalled",
                        u -> rule(u, condition("CbsPackageInstalled", Map.of()))),
                refused("SDP has no rule Moon", u -> rule(u, new Rule.Unknown(element("Moon")))),
                refused("SDP demands WqlQuery of the rule WmiQuery", u -> rule(u, condition("WmiQuery", Map.of()))),
                refused(
                        "SDP has no attribute Phase of the rule ClusteredOS",
                        u -> rule(u, condition("ClusteredOS", Map.of("Phase", "full")))),
                refused(
                        "SDP does not allow Processor Architecture=\"x64\"",
                        u -> rule(u, condition("Processor", Map.of("Architecture", "x64")))),
                refused("SDP does not allow nothing inside of And", u -> rule(u, new Rule.And(List.of()))),
                refused(
                        "SDP does not allow nothing inside of MsiFeatureInstalledForProduct",
                        u -> rule(u, condition("MsiFeatureInstalledForProduct", Map.of()))),
                refused(
                        "SDP does not allow nothing inside of MsiPatchMetadata",
                        u -> u.applicability(
                                new Applicability(null, null, null, List.of(element("MsiPatchMetadata"))), "test")),
                refused("SDP has no installer CBS", u -> install(u, Handler.CBS, "")),
                refused("SDP does not allow Program=\"\"", u -> install(u, Handler.COMMAND_LINE, "")),
                refused("its ProductCode is not known, which SDP demands", u -> install(u, Handler.MSI, "a.msi")),
                refused("SDP installs nothing but drivers as a driver", u -> install(u, Handler.DRIVER, "")),
                refused(
                        "its licence must be accepted, for which SDP has no place",
                        u -> u.licensing(
                                new Licensing(new Eula("1", Map.of(), false), Acquisition.DOWNLOADABLE), "test")),
                refused(
                        "its vendor does not give it out yet, which SDP cannot say",
                        u -> u.release(release(Classification.UPDATES).withRollout(Rollout.SETTLING), "test")),
                refused(
                        "its vendor does not give it out yet, which SDP cannot say",
                        u -> u.release(release(Classification.UPDATES).withRollout(Rollout.EXISTS), "test")),
                refused("the SHA-1 of its file a.exe is not known, which SDP demands", u -> files(u, 1)),
                refused("it has 2 files, of which SDP allows one", u -> files(u, 2)),
                refused("SDP has no classification Upgrades", u -> u.release(release(Classification.UPGRADES), "test")),
                refused(
                        "it bundles one of 2 alternatives, which SDP does not know",
                        u -> u.relationships(
                                Relationships.of(List.of(), List.of(List.of(ID, UpdateId.of("a", "b"))), List.of()),
                                "test")));
    }

    private static Arguments refused(String reason, UnaryOperator<Update.Builder> change) {
        return Arguments.of(reason, change.apply(update()).build());
    }

    private static Update.Builder rule(Update.Builder update, Rule rule) {
        return update.applicability(Applicability.of(rule, new Rule.Constant(true)), "test");
    }

    private static Rule condition(String name, Map<String, String> attributes) {
        return Rule.Condition.of(name, attributes);
    }

    private static RuleElement element(String name) {
        return RuleElement.of(name, Map.of(), "", List.of());
    }

    private static Update.Builder install(Update.Builder update, Handler handler, String file) {
        return update.installation(
                Installation.of(handler, file, "", null, List.of(), Installation.Reboot.NEVER), "test");
    }

    private static Update.Builder files(Update.Builder update, int count) {
        return update.files(
                Stream.of("a.exe", "b.exe")
                        .limit(count)
                        .map(name -> new ContentFile(name, 1, List.of(), List.of(), null, Patching.SELF_CONTAINED))
                        .toList(),
                "test");
    }

    private static Release release(Classification classification) {
        return Release.of("", List.of(), null, null, Architecture.ANY, List.of(), classification, null);
    }

    @ParameterizedTest
    @MethodSource("inexpressible")
    void refusesWhatSdpCannotExpress(String reason, Update update) throws Exception {
        Map<String, String> refused = new TreeMap<>();
        Packages.write(List.of(update), refused);
        assertEquals(Map.of(ID.toString(), reason), refused);
    }

    @Test
    void saysWhereThePackagesOfItemsAre() throws Exception {
        List<Update> updates = Packages.read(Packages.catalog(PackageReaderTest.SEVERAL_ITEMS));
        assertTrue(SdpPackage.packageOf(updates.get(0)).isEmpty());
        assertEquals(updates.get(0).id(), SdpPackage.packageOf(updates.get(1)).orElseThrow());
    }
}
