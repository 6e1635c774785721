package io.patchbay.feeds.microsoft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.model.Applicability;
import io.patchbay.model.Digest.Algorithm;
import io.patchbay.model.Installation.Handler;
import io.patchbay.model.Installation.Impact;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Rule;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reads fragments and documents that Microsoft's servers gave, field by field. */
class RealMetadataTest {
    @Test
    void readsAComponentUpdateFromItsFragments() throws Exception {
        Optional<UpdateMetadata> sample = MicrosoftSamples.read(
                "wusp/observed/cbs-dotnet-core-reduced.fragment.xml", "wusp/observed/cbs-dotnet-extended.fragment.xml");
        sample.ifPresent(RealMetadataTest::isTheComponentUpdate);
    }

    private static void isTheComponentUpdate(UpdateMetadata update) {
        assertEquals(UpdateId.parse("f1ff1e3d-dd47-4fcb-9405-8f7275ce1ea6"), update.id());
        assertEquals(200, update.revision());
        assertEquals(UpdateType.SOFTWARE, update.type());
        assertEquals(4, update.prerequisites().size());
        assertEquals(
                List.of(),
                update.prerequisites().stream()
                        .filter(PrerequisiteGroup::category)
                        .toList());
        Applicability rules = update.applicability();
        assertEquals(Rule.Condition.of("CbsPackageInstalled", Map.of()), rules.isInstalled());
        assertEquals(Rule.Condition.of("CbsPackageInstallable", Map.of()), rules.isInstallable());
        var identity = rules.metadata().get(0).children().get(0);
        assertEquals("Package_for_DotNetRollup_481", identity.attributes().get("name"));
        assertEquals("10.0.9082.7", identity.attributes().get("version"));
        var file = update.files().get(0);
        assertEquals("Windows11.0-KB5017029-x64-NDP481.cab", file.name());
        assertEquals(40_121_630, file.size());
        assertEquals(
                List.of(Algorithm.SHA1, Algorithm.SHA256),
                file.digests().stream().map(digest -> digest.algorithm()).toList());
        assertEquals(
                "86542c97261c46d5b379a43ec895f97eaf409ba2",
                file.digests().get(0).value());
        assertEquals(Handler.CBS, update.installation().handler());
        assertEquals(Reboot.CAN_REQUEST, update.installation().reboot());
        assertEquals(
                Map.of("UninstallationBehavior", "CanRequestReboot", "MaxDownloadSize", "40121630"),
                update.installation().attributes());
    }

    @Test
    void readsAnOperatingSystemUpdate() throws Exception {
        MicrosoftSamples.read("wusp/observed/osinstaller-core.fragment.xml").ifPresent(update -> {
            Rule installed = Rule.Condition.of(
                    "ProductReleaseInstalled", Map.of("Name", "Client.OS.RS2.ARM64", "Version", "10.0.22621.5909"));
            assertEquals(installed, update.applicability().isInstalled());
            Rule.And all =
                    assertInstanceOf(Rule.And.class, update.applicability().isInstallable());
            assertEquals(4, all.operands().size());
            Rule version = Rule.Condition.of(
                    "DeviceAttribute",
                    Map.of("Name", "OSVersion", "Type", "Version", "Comparison", "LessThan", "Value", "10.0.22622.0"));
            assertEquals(version, all.operands().get(3));
            assertEquals(
                    2,
                    update.prerequisites().stream()
                            .filter(PrerequisiteGroup::category)
                            .count());
        });
    }

    @Test
    void readsADefinitionUpdateWithFilesAndRules() throws Exception {
        MicrosoftSamples.read("wsusss/update-documents/266f6222-c89d-43f2-9f8a-69340271e677-r200.xml")
                .ifPresent(update -> {
                    assertEquals(
                            "Full Deltas 1.459.547.0 for Defender amd64fre [Ring0, Ring1, Ring2, Ring3, Ring4, Broad, Delayed]",
                            update.englishTitle());
                    assertEquals(Optional.of(LocalDate.of(2026, 10, 4)), update.created());
                    assertEquals(Impact.MINOR, update.installation().impact());
                    assertEquals(Reboot.NEVER, update.installation().reboot());
                    assertEquals(Handler.COMMAND_LINE, update.installation().handler());
                    assertInstanceOf(Rule.And.class, update.applicability().isInstalled());
                    assertEquals(1, update.files().size());
                });
    }

    @Test
    void readsACompanyInTwentyFourLanguages() throws Exception {
        MicrosoftSamples.read("wsusss/update-documents/56309036-4c77-4dd9-951a-99ee9c246a94-r101.xml")
                .ifPresent(update -> {
                    assertEquals(UpdateId.parse("56309036-4c77-4dd9-951a-99ee9c246a94"), update.id());
                    assertEquals(UpdateType.CATEGORY, update.type());
                    assertEquals(24, update.description().texts().size());
                    assertEquals(
                            "Microsoft",
                            update.description().texts().get("pt-br").title());
                    assertEquals(new Rule.Constant(true), update.applicability().isInstalled());
                    assertEquals("Company", update.installation().attributes().get("CategoryType"));
                    assertEquals(Handler.NONE, update.installation().handler());
                });
    }

    @Test
    void readsABundleOfAlternatives() throws Exception {
        MicrosoftSamples.read("wsusss/update-documents/ccb78947-6453-4ecc-9de8-bc0305c98f2d-r200.xml")
                .ifPresent(update -> {
                    assertEquals(UpdateType.BUNDLE, update.type());
                    assertEquals(1, update.bundles().size());
                    assertEquals(4, update.bundles().get(0).ids().size());
                    assertEquals(Applicability.NONE, update.applicability());
                });
    }

    @Test
    void readsAProduct() throws Exception {
        MicrosoftSamples.read("wsusss/update-documents/dd78b8a1-0b20-45c1-add6-4da72e9364cf-r202.xml")
                .ifPresent(update -> {
                    assertEquals("OOBE ZDP", update.englishTitle());
                    Rule windows = Rule.Condition.of(
                            "WindowsVersion",
                            Map.of(
                                    "Comparison", "GreaterThanOrEqualTo",
                                    "MajorVersion", "6",
                                    "MinorVersion", "3",
                                    "ProductType", "1"));
                    assertEquals(windows, update.applicability().isInstalled());
                    assertNull(update.applicability().isInstallable());
                    assertTrue(update.prerequisites().get(0).category());
                });
    }
}
