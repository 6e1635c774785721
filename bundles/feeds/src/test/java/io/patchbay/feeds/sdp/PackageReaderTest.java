package io.patchbay.feeds.sdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Cve;
import io.patchbay.model.Installation;
import io.patchbay.model.Installation.Handler;
import io.patchbay.model.Installation.Impact;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Installation.ReturnCode;
import io.patchbay.model.Product;
import io.patchbay.model.PublicationState;
import io.patchbay.model.Rule;
import io.patchbay.model.RuleElement;
import io.patchbay.model.Severity;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.spi.FeedException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of each part of a package, and what is no package. */
class PackageReaderTest {
    private static final String ID = "55555555-aaaa-4000-8000-00000000000";
    private static final String UPDATES = "<sdp:UpdateSpecificData UpdateClassification=\"Updates\"/>";

    static final String MSI = Packages.small(
            ID + "1",
            UPDATES
                    + item(
                            "a1",
                            """
            <msi:MsiInstallerData CommandLine="A=1" UninstallCommandLine="/x" MsiFile="a.msi"
                ProductCode="{66666666-AAAA-4000-8000-000000000001}"/>
            <sdp:OriginFile Digest="qqqqqqqqqqqqqqqqqqqqqqqqqqo=" FileName="x64\\a.msi" Size="1" Modified="2026-08-15T00:00:00Z"
                OriginUri="\\\\server\\share\\a.msi"/>"""));
    static final String MSP = Packages.small(
            ID + "2",
            UPDATES
                    + item(
                            "a2",
                            """
            <msp:MspInstallerData PatchCode="{66666666-AAAA-4000-8000-000000000002}" CommandLine="B=2">
              <msp:MspFileName>b.msp</msp:MspFileName>
            </msp:MspInstallerData>"""));
    static final String DRIVER = Packages.small(
                    ID + "3",
                    "<sdp:UpdateSpecificData UpdateClassification=\"Drivers\"/>"
                            + item(
                                    "a3",
                                    """
            <sdp:ApplicabilityRules>
              <sdp:IsInstalled><drv:WindowsDriverInstalled/></sdp:IsInstalled>
              <sdp:Metadata><drv:WindowsDriverMetaData HardwareID="pci\\ven_0000" DriverVerDate="2026-08-01"
                  DriverVerVersion="1.2.3.4" WhqlDriverID="0" Class="Video" Company="Example" Provider="Example"
                  Manufacturer="Example" Model="One"><drv:CompatibleProvider>Old</drv:CompatibleProvider>
              </drv:WindowsDriverMetaData></sdp:Metadata>
            </sdp:ApplicabilityRules>"""))
            .replace("VendorName", "UpdateType=\"Driver\" VendorName");
    static final String DETECTOID = Packages.small(
                    ID + "4", UPDATES + "<sdp:IsInstalled><bar:ClusteredOS/></sdp:IsInstalled>")
            .replace("VendorName", "UpdateType=\"Detectoid\" VendorName");
    static final String APPLICATION = Packages.small(ID + "5", "<sdp:ApplicationSpecificData/>");
    static final String BUNDLE = Packages.small(
            ID + "6",
            UPDATES + "<sdp:BundledPackages><sdp:PackageID>" + ID + "1</sdp:PackageID><sdp:PackageID>" + ID
                    + "2</sdp:PackageID></sdp:BundledPackages>");
    static final String SEVERAL_ITEMS = Packages.small(
            ID + "7",
            UPDATES + "<sdp:IsInstallable><lar:True/></sdp:IsInstallable>"
                    + item("a7", "<cmd:CommandLineInstallerData Program=\"a.exe\"/><sdp:Language>en</sdp:Language>")
                    + item("b7", "<cmd:CommandLineInstallerData Program=\"b.exe\"/><sdp:Language>de</sdp:Language>"));

    private static String item(String end, String parts) {
        return "<sdp:InstallableItem ID=\"55555555-aaaa-4000-8000-0000000000" + end + "\">" + parts
                + "</sdp:InstallableItem>";
    }

    private static UpdateId id(String text) {
        return UpdateId.parse(text);
    }

    private static Update read(String document) throws Exception {
        return Packages.only(Packages.catalog(document));
    }

    @Test
    void readsPropertiesAndTexts() throws Exception {
        Update update = read(Packages.EVERYTHING);
        assertEquals(id("11111111-aaaa-4000-8000-000000000001"), update.id());
        assertEquals(UpdateType.SOFTWARE, update.type());
        assertEquals(PublicationState.EXPIRED, update.publication());
        assertEquals("Example Ltd", update.release().vendor());
        assertEquals(
                List.of(Product.named("Example", "Example Ltd"), Product.named("Example Pro", "Example Ltd")),
                update.release().products());
        assertEquals(LocalDate.of(2026, 8, 15), update.release().released());
        assertEquals(Architecture.X64, update.release().architecture());
        assertEquals("en", update.description().defaultLanguage());
        assertEquals(
                "Mends <this> & that.\nIn two lines.",
                update.description().texts().get("en").description());
        assertEquals(
                "Beispiel 1.2 (x64) für alle",
                update.description().texts().get("de").title());
        assertEquals(
                List.of(URI.create("https://vendor.example/one"), URI.create("http://vendor.example/two%20%7Ba%7D")),
                update.description().moreInfo());
        assertEquals(
                URI.create("https://vendor.example/support"),
                update.description().support());
    }

    @Test
    void readsWhatItFixesAndReplaces() throws Exception {
        Update update = read(Packages.EVERYTHING);
        assertEquals(Classification.UPDATES, update.release().classification());
        assertEquals("Hotfixes", update.installation().attributes().get("UpdateClassification"));
        assertEquals(Severity.IMPORTANT, update.security().severity());
        assertEquals(
                List.of("EX26-01", "EXSA-2026-77-with-a-long-name"),
                update.security().bulletins());
        assertEquals(
                List.of(Cve.unrated("CVE-2026-10001", "", "Example Ltd")),
                update.security().cves());
        assertEquals(List.of("7001234"), update.description().kbArticles());
        assertEquals(2, update.relationships().supersedes().size());
        assertEquals(
                List.of(2, 1),
                update.relationships().prerequisites().stream()
                        .map(group -> group.size())
                        .toList());
    }

    @Test
    void joinsTheRulesOfThePackageAndOfItsItem() throws Exception {
        var rules = read(Packages.EVERYTHING).applicability();
        Rule.And installed = (Rule.And) rules.isInstalled();
        assertEquals(new Rule.Constant(true), installed.operands().get(0));
        Rule.And own = (Rule.And) installed.operands().get(1);
        assertEquals("FileVersion", ((Rule.Condition) own.operands().get(0)).name());
        Rule.Condition feature = (Rule.Condition) own.operands().get(2);
        assertEquals(
                List.of("Feature", "Product"),
                feature.parameters().stream().map(RuleElement::name).toList());
        assertEquals(Rule.Condition.of("MsiPatchSuperseded", Map.of()), rules.isSuperseded());
        assertEquals("MsiPatch", rules.metadata().get(0).children().get(0).name());
    }

    @Test
    void readsHowACommandLineIsRun() throws Exception {
        Installation installation = read(Packages.EVERYTHING).installation();
        assertEquals(Handler.COMMAND_LINE, installation.handler());
        assertEquals("setup.exe", installation.file());
        assertEquals("/S /D=\"C:\\Example\"", installation.arguments());
        assertEquals(
                List.of(new ReturnCode(-1, "Failed", false), new ReturnCode(3010, "Succeeded", true)),
                installation.returnCodes());
        assertEquals(Reboot.ALWAYS, installation.reboot());
        assertEquals(Impact.MINOR, installation.impact());
        assertEquals(List.of(true, true), List.of(installation.requestsInput(), installation.requiresNetwork()));
        Map<String, String> attributes = new TreeMap<>(Map.of(
                "CreationDate", "2026-08-15T10:11:12.5Z",
                "CanSourceBeRequired", "true",
                "RestrictToClientServicingApi", "true",
                "UpdateClassification", "Hotfixes",
                "InstallableItem", "11111111-aaaa-4000-8000-0000000000f1",
                "Modified", "2026-08-14T01:02:03",
                "DefaultResult", "Cancelled",
                "RebootByDefault", "true"));
        attributes.putAll(Map.of(
                "UninstallationBehavior", "CanRequestReboot",
                "UninstallationCanRequestUserInput", "true",
                "UninstallationImpact", "RequiresExclusiveHandling",
                "ReturnCode.-1.en", "It did not work.",
                "ReturnCode.-1.en-GB", "It did not work.",
                "RepairPath.{33333333-AAAA-4000-8000-000000000001}", "a\\b.msi",
                "RepairPath.{33333333-AAAA-4000-8000-000000000003}.MsiPatch", "a\\b.msp"));
        assertEquals(attributes, installation.attributes());
    }

    @Test
    void readsTheFile() throws Exception {
        Update update = read(Packages.EVERYTHING);
        ContentFile file = update.files().get(0);
        assertEquals("setup.exe", file.name());
        assertEquals(5_000_000_000L, file.size());
        assertEquals(
                List.of("aa".repeat(20), "aa".repeat(32)),
                file.digests().stream().map(digest -> digest.value()).toList());
        assertEquals(List.of(URI.create("https://vendor.example/my%20setup.exe")), file.urls());
        assertEquals(List.of("de", "en"), List.copyOf(update.release().languages()));
    }

    @Test
    void readsTheInstallersOfWindows() throws Exception {
        Update msi = read(MSI);
        assertEquals(Handler.MSI, msi.installation().handler());
        assertEquals(List.of("a.msi", "A=1", "/x"), commands(msi));
        assertEquals("x64\\a.msi", msi.installation().attributes().get("FileName"));
        assertEquals("\\\\server\\share\\a.msi", msi.installation().attributes().get("OriginUri"));
        assertEquals(Reboot.CAN_REQUEST, msi.installation().reboot());
        Update msp = read(MSP);
        assertEquals(Handler.MSP, msp.installation().handler());
        assertEquals(List.of("b.msp", "B=2", "null"), commands(msp));
        assertEquals(Handler.DRIVER, read(DRIVER).installation().handler());
        assertEquals(UpdateType.DRIVER, read(DRIVER).type());
    }

    private static List<String> commands(Update update) {
        Installation installation = update.installation();
        return List.of(installation.file(), installation.arguments(), String.valueOf(installation.uninstall()));
    }

    @Test
    void keepsAnInstallerThatItDoesNotKnow() throws Exception {
        Update update = read(Packages.small(
                ID + "8", UPDATES + item("a8", "<uei:UpdateExeInstallerData xmlns:uei=\"uei\" Arguments=\"/q\"/>")));
        assertEquals(Handler.OTHER, update.installation().handler());
        assertEquals(
                "UpdateExeInstallerData", update.installation().attributes().get("handler"));
        assertEquals("/q", update.installation().attributes().get("Arguments"));
    }

    @Test
    void readsPackagesWithoutAnItem() throws Exception {
        assertEquals(UpdateType.DETECTOID, read(DETECTOID).type());
        assertEquals(
                Rule.Condition.of("ClusteredOS", Map.of()),
                read(DETECTOID).applicability().isInstalled());
        assertEquals(Classification.APPLICATIONS, read(APPLICATION).release().classification());
        assertEquals(UpdateType.BUNDLE, read(BUNDLE).type());
        assertEquals(2, read(BUNDLE).relationships().bundles().size());
    }

    @Test
    void makesABundleOfAPackageWithSeveralItems() throws Exception {
        List<Update> updates = Packages.read(Packages.catalog(SEVERAL_ITEMS));
        assertEquals(
                List.of(UpdateType.BUNDLE, UpdateType.SOFTWARE, UpdateType.SOFTWARE),
                updates.stream().map(Update::type).toList());
        assertEquals(
                updates.stream().skip(1).map(Update::id).toList(),
                updates.get(0).relationships().bundles().stream()
                        .map(group -> group.first())
                        .toList());
        assertEquals(new Rule.Constant(true), updates.get(2).applicability().isInstallable());
        assertEquals("b.exe", updates.get(2).installation().file());
    }

    @Test
    void joinsTextsOfOneLanguage() throws Exception {
        String text = "<sdp:LocalizedProperties><sdp:Language>en</sdp:Language><sdp:Title>Small</sdp:Title>"
                + "<sdp:Description>%s</sdp:Description></sdp:LocalizedProperties>";
        String same = Packages.small(ID + "9", text.formatted("Tiny.") + UPDATES);
        assertEquals("Tiny.", read(same).description().texts().get("en").description());
        String other = Packages.small(ID + "9", text.formatted("Minute.") + UPDATES);
        assertEquals(
                "Tiny.\n\nMinute.", read(other).description().texts().get("en").description());
    }

    @Test
    void keepsAVendorsOwnArticleIds() throws Exception {
        String data =
                "<sdp:UpdateSpecificData UpdateClassification=\"Updates\"><sdp:KBArticleID>sp65001</sdp:KBArticleID>"
                        + "</sdp:UpdateSpecificData>";
        assertEquals(
                List.of("sp65001"),
                read(Packages.small(ID + "a", data)).description().kbArticles());
    }

    @Test
    void keepsRulesThatNoSchemaKnows() throws Exception {
        String rule = "<sdp:IsInstalled><bar:Moon xmlns:bar=\"bar\" Phase=\"full\">x</bar:Moon></sdp:IsInstalled>";
        Rule.Unknown unknown = (Rule.Unknown)
                read(Packages.small(ID + "b", UPDATES + rule)).applicability().isInstalled();
        assertEquals(RuleElement.of("Moon", Map.of("Phase", "full"), "x", List.of()), unknown.element());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PackageID="11111111-AAAA-4000-8000-000000000001" | PackageID="1"   | package number 2, line 16, | update id
                    CreationDate="2026-08-15T10:11:12.5Z" | CreationDate="yesterday" | 000000000001, line 16,  | expected a time
                    PublicationState="Expired"      | PublicationState="Gone"         | line 16,  | expected one of Expired, Published as PublicationState, not "Gone"
                    UpdateType="Software"           | UpdateType="Toy"                | line 16,  | expected one of Detectoid, Driver, Software as UpdateType
                    RestrictToClientServicingApi="1" | RestrictToClientServicingApi="maybe" | line 16, | expected one of 0, 1, false, true
                    https://vendor.example/one      | ftp://vendor.example/one        | line 19,  | expected an address of the web
                    <sdp:ProductName>Example<       | <sdp:ProductName> <             | line      | a product needs a name
                    <sdp:Title>Example 1.2 (x64)</sdp:Title> | ''                     | line 30, | expected Language, Title and Description
                    MsrcSeverity="Important"        | MsrcSeverity="Awful"            | line 36, | expected one of Critical, Important, Low, Moderate as MsrcSeverity
                    UpdateClassification="Hotfixes" | UpdateClassification="Toys"     | line 36, | as UpdateClassification, not "Toys"
                    UpdateClassification="Hotfixes" | ''                              | line 36, | expected the attribute UpdateClassification
                    <sdp:KBArticleID>KB7001234</sdp:KBArticleID> | <sdp:Moon/>        | line 40, | expected nothing like Moon in UpdateSpecificData
                    <sdp:IsInstalled><lar:True/></sdp:IsInstalled> | <sdp:Moon/>      | line 43, | expected nothing like Moon in SoftwareDistributionPackage
                    22222222-aaaa-4000-8000-000000000003 | x                          | line 53, | expected the id of a package, not "x"
                    ID="11111111-aaaa-4000-8000-0000000000f1" | ''                    | line 55, | expected the attribute ID
                    Impact="Minor"                  | Impact="Huge"                   | line      | expected one of Minor, Normal, RequiresExclusiveHandling
                    Code="3010"                     | Code="ten"                      | line      | expected a return code
                    Result="Succeeded"              | Result="Fine"                   | line      | expected one of Failed, Succeeded, Cancelled
                    Digest="qqqqqqqqqqqqqqqqqqqqqqqqqqo=" | Digest="qqqq"             | line      | expected a sha1 in Base64
                    Algorithm="SHA256"              | Algorithm="SHA3"                | line      | expected an AdditionalDigest of Algorithm SHA256
                    Size="5000000000"               | Size="big"                      | line      | expected a number of bytes
                    Modified="2026-08-14T01:02:03"  | ''                              | line      | expected the attribute Modified
                    """)
    void namesThePackageAndThePlaceOfAViolation(String right, String wrong, String place, String problem) {
        String document = Packages.catalog(PackageReaderTest.MSI, Packages.EVERYTHING.replace(right, wrong));
        FeedException e = assertThrows(FeedException.class, () -> Packages.read(document));
        assertEquals("catalog", e.feed());
        assertContains(e.place(), "package ");
        assertContains(e.place(), place);
        assertContains(e.getMessage(), problem);
    }

    private static void assertContains(String text, String part) {
        if (!text.contains(part)) {
            throw new AssertionError("expected \"" + part + "\" in \"" + text + '"');
        }
    }
}
