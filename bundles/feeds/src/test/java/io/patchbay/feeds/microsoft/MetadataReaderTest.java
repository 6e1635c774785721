package io.patchbay.feeds.microsoft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.Xml;
import io.patchbay.feeds.XmlLimits;
import io.patchbay.feeds.XmlReader;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Eula;
import io.patchbay.model.Installation;
import io.patchbay.model.Installation.Handler;
import io.patchbay.model.Installation.ReturnCode;
import io.patchbay.model.PublicationState;
import io.patchbay.model.Rule;
import io.patchbay.model.RuleElement;
import io.patchbay.model.Severity;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataReaderTest {
    private static Rule installed(String rule) throws Exception {
        UpdateMetadata update =
                MicrosoftSamples.of("<ApplicabilityRules><IsInstalled>" + rule + "</IsInstalled></ApplicabilityRules>");
        return Optional.ofNullable(update.applicability().isInstalled()).orElseThrow();
    }

    @Test
    void foldedPrefixesAreNotPartOfARulesName() throws Exception {
        Rule expected = Rule.Condition.of("MsiProductInstalled", Map.of("ProductCode", "{1}"));
        assertEquals(expected, installed("<m.MsiProductInstalled ProductCode=\"{1}\"/>"));
    }

    @Test
    void logicIsATree() throws Exception {
        Rule expected = new Rule.Or(
                List.of(new Rule.Not(new Rule.Constant(false)), new Rule.And(List.of(new Rule.Constant(true)))));
        assertEquals(expected, installed("<Or><Not><False/></Not><And><True/></And></Or>"));
    }

    @Test
    void rulesInsideALoopAreItsOperands() throws Exception {
        Rule.Condition loop = assertInstanceOf(
                Rule.Condition.class, installed("<b.RegKeyLoop TrueIf=\"Any\"><b.MuiInstalled/></b.RegKeyLoop>"));
        assertEquals(List.of(Rule.Condition.of("MuiInstalled", Map.of())), loop.operands());
    }

    @Test
    void featuresAndProductsAreParameters() throws Exception {
        Rule.Condition feature = assertInstanceOf(
                Rule.Condition.class,
                installed("<m.MsiFeatureInstalledForProduct><m.Feature>F</m.Feature><m.Product>{P}</m.Product>"
                        + "</m.MsiFeatureInstalledForProduct>"));
        assertEquals(
                List.of(
                        RuleElement.of("Feature", Map.of(), "F", List.of()),
                        RuleElement.of("Product", Map.of(), "{P}", List.of())),
                feature.parameters());
    }

    @Test
    void unknownRulesAreKeptWhole() throws Exception {
        RuleElement inner = RuleElement.of("Inner", Map.of("A", "1"), "text", List.of());
        Rule expected = new Rule.Unknown(RuleElement.of("Quantum", Map.of(), "", List.of(inner)));
        assertEquals(expected, installed("<b.Quantum><b.Inner A=\"1\">text</b.Inner></b.Quantum>"));
    }

    @Test
    void severalRulesSideBySideMustAllHold() throws Exception {
        assertEquals(
                new Rule.And(List.of(new Rule.Constant(true), new Rule.Constant(false))), installed("<True/><False/>"));
    }

    @Test
    void endsAtTheManifestsIdentityIfTold() throws Exception {
        MetadataReader reader = new MetadataReader("test");
        String head =
                "<ApplicabilityRules><IsInstalled><True/></IsInstalled><Metadata><CbsPackageApplicabilityMetadata>"
                        + "<assembly><assemblyIdentity name=\"P\">";
        try (XmlReader xml = Xml.fragments(MicrosoftSamples.stream(head), "test", XmlLimits.DEFAULT)) {
            reader.readToManifest(xml);
        }
        RuleElement manifest = reader.result().applicability().metadata().get(0);
        assertEquals(
                List.of(RuleElement.of("assemblyIdentity", Map.of("name", "P"), "", List.of())), manifest.children());
    }

    @Test
    void readsOverAManifestOtherwise() throws Exception {
        UpdateMetadata update = MicrosoftSamples.of(
                "<Update><ApplicabilityRules><Metadata><CbsPackageApplicabilityMetadata><assembly><assemblyIdentity/>"
                        + "<package/></assembly></CbsPackageApplicabilityMetadata></Metadata></ApplicabilityRules>"
                        + "<Files><File FileName=\"a\" Digest=\"fQTAfvF3nDnhdPA/eUmJ+CSM/3Q=\"/></Files></Update>");
        assertEquals(1, update.files().size());
    }

    @Test
    void readsACommandLineWithItsReturnCodes() throws Exception {
        Installation installation = MicrosoftSamples.of(
                        """
                        <HandlerSpecificData type="cmd:CommandLineInstallation">\
                        <InstallCommand Program="a.exe" Arguments="/q" RebootByDefault="false" DefaultResult="Failed">\
                        <ReturnCode Code="-5" Result="Succeeded" Reboot="true"/></InstallCommand></HandlerSpecificData>""")
                .installation();
        assertEquals(Handler.COMMAND_LINE, installation.handler());
        assertEquals("a.exe", installation.file());
        assertEquals("/q", installation.arguments());
        assertEquals(List.of(new ReturnCode(-5, "Succeeded", true)), installation.returnCodes());
        assertEquals(Map.of("RebootByDefault", "false", "DefaultResult", "Failed"), installation.attributes());
    }

    @Test
    void readsAnMsi() throws Exception {
        Installation installation = MicrosoftSamples.of(
                        """
                        <HandlerSpecificData type="msp:WindowsInstallerApp">\
                        <MsiData ProductCode="{1}" MsiFile="a.msi" CommandLine="A=1"/></HandlerSpecificData>""")
                .installation();
        assertEquals(Handler.MSI, installation.handler());
        assertEquals("a.msi", installation.file());
        assertEquals("A=1", installation.arguments());
        assertEquals(Map.of("ProductCode", "{1}"), installation.attributes());
    }

    @Test
    void keepsWhatPropertiesAskOfAnEndpoint() throws Exception {
        Installation installation = MicrosoftSamples.of(
                        """
                        <Properties UpdateType="Software" PerUser="true" OSUpgrade="true" BrowseOnly="false"/>\
                        <ExtendedProperties IsBeta="true" CanSourceBeRequired="true" MaxDownloadSize="5368709120"\
                         MinDownloadSize="0" RecommendedMemory="512" LegacyName="old"/>""")
                .installation();
        assertEquals(Handler.NONE, installation.handler());
        assertEquals(
                Map.of(
                        "PerUser", "true",
                        "OSUpgrade", "true",
                        "IsBeta", "true",
                        "CanSourceBeRequired", "true",
                        "MaxDownloadSize", "5368709120",
                        "RecommendedMemory", "512"),
                installation.attributes());
    }

    @Test
    void propertiesAsTheyAreByDefaultSayNothing() throws Exception {
        assertEquals(
                Installation.NONE,
                MicrosoftSamples.of("<Properties UpdateType=\"Software\" IsBeta=\"false\" MinDownloadSize=\"0\"/>")
                        .installation());
    }

    @ParameterizedTest
    @CsvSource({
        "CommandLineInstallation,COMMAND_LINE",
        "Cbs,CBS",
        "WindowsInstaller,MSP",
        "WindowsInstallerApp,MSI",
        "OSInstaller,OS_INSTALLER",
        "WindowsDriver,DRIVER",
        "Category,NONE",
        "WindowsPatch,OTHER",
        "WindowsSetup,OTHER"
    })
    void knowsTheHandlers(String name, Handler expected) throws Exception {
        String address = "http://schemas.microsoft.com/msus/2002/12/UpdateHandlers/" + name;
        Installation installation = MicrosoftSamples.of(
                        "<ExtendedProperties Handler=\"" + address + "\"/>",
                        "<HandlerSpecificData type=\"h:" + name + "\"><Data A=\"1\"><Inner B=\"2\">text</Inner></Data>"
                                + "</HandlerSpecificData>")
                .installation();
        assertEquals(expected, installation.handler());
        assertEquals("1", installation.attributes().get("A"));
        assertEquals("2", installation.attributes().get("Inner/B"));
        assertEquals("text", installation.attributes().get("Inner"));
        assertEquals(
                expected == Handler.OTHER ? name : null,
                installation.attributes().get("handler"));
    }

    @Test
    void bundlesUpdatesAloneAndInAlternatives() throws Exception {
        UpdateMetadata update = MicrosoftSamples.of(
                """
                <Relationships><BundledUpdates>\
                <UpdateIdentity UpdateID="F1FF1E3D-DD47-4FCB-9405-8F7275CE1EA6" RevisionNumber="200"/><AtLeastOne>\
                <UpdateIdentity UpdateID="56309036-4c77-4dd9-951a-99ee9c246a94" RevisionNumber="101"/>\
                <UpdateIdentity UpdateID="dd78b8a1-0b20-45c1-add6-4da72e9364cf" RevisionNumber="202"/></AtLeastOne>\
                </BundledUpdates></Relationships>""");
        assertEquals(
                List.of(
                        List.of(UpdateId.parse("f1ff1e3d-dd47-4fcb-9405-8f7275ce1ea6")),
                        List.of(
                                UpdateId.parse("56309036-4c77-4dd9-951a-99ee9c246a94"),
                                UpdateId.parse("dd78b8a1-0b20-45c1-add6-4da72e9364cf"))),
                update.bundles().stream().map(PrerequisiteGroup::ids).toList());
    }

    @Test
    void namesAHandlerThatNobodyKnows() throws Exception {
        Installation installation = MicrosoftSamples.of(
                        "<ExtendedProperties Handler=\"http://schemas.microsoft.com/msus/2030/01/UpdateHandlers/New\"/>")
                .installation();
        assertEquals(Handler.OTHER, installation.handler());
        assertEquals(Map.of("handler", "New"), installation.attributes());
    }

    @Test
    void readsSecurityFacts() throws Exception {
        var security = MicrosoftSamples.of(
                        """
                        <ExtendedProperties MsrcSeverity="Critical"><SecurityBulletinID>MS16-039</SecurityBulletinID>\
                        <CveID>CVE-2016-0145</CveID><CveID>ADV990001</CveID></ExtendedProperties>""")
                .security();
        assertEquals(Severity.CRITICAL, security.severity());
        assertEquals(List.of("MS16-039", "ADV990001"), security.bulletins());
        assertEquals(
                List.of("CVE-2016-0145"),
                security.cves().stream().map(cve -> cve.id()).toList());
    }

    @Test
    void takesKbNumbersFromTheEnglishTitleOnly() throws Exception {
        String french = "<LocalizedProperties><Language>fr</Language><Title>x (KB111111)</Title></LocalizedProperties>";
        String english =
                "<LocalizedProperties><Language>en</Language><Title>x (KB222222)</Title></LocalizedProperties>";
        assertEquals(
                List.of("222222"),
                MicrosoftSamples.of(french, english).description().kbArticles());
        assertEquals(List.of(), MicrosoftSamples.of(french).description().kbArticles());
    }

    @Test
    void leavesOutLinksThatNobodyCanFollow() throws Exception {
        var description = MicrosoftSamples.of("<ExtendedProperties><MoreInfoUrl>see the web</MoreInfoUrl>"
                        + "<MoreInfoUrl>https://a.example/x</MoreInfoUrl></ExtendedProperties>")
                .description();
        assertEquals(List.of(URI.create("https://a.example/x")), description.moreInfo());
    }

    @Test
    void knowsTheLicence() throws Exception {
        UpdateMetadata update = MicrosoftSamples.of(
                "<Properties EulaID=\"e1\"/>", "<ExtendedProperties RequiresReacceptanceOfEula=\"true\"/>");
        assertEquals(Optional.of(new Eula("e1", Map.of("en", "u"), true)), update.eula(Map.of("en", "u"), List.of()));
    }

    @Test
    void readsTheFilesOfALicence() throws Exception {
        List<Eula.TextFile> licences = MicrosoftSamples.of(
                        """
                        <Update><LocalizedPropertiesCollection>\
                        <EulaFile Digest="fQTAfvF3nDnhdPA/eUmJ+CSM/3Q=" DigestAlgorithm="SHA1" FileName="eula.txt" Size="5" \
                        Language="en"><AdditionalDigest Algorithm="SHA256">\
                        LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=</AdditionalDigest></EulaFile>\
                        <EulaFile Digest="hlQslyYcRtWzeaQ+yJX5fq9Am6I=" DigestAlgorithm="SHA1" FileName="eula.txt" Size="6" \
                        Language="en" GeoId="DEU"/></LocalizedPropertiesCollection></Update>""")
                .licences();
        ContentFile world = licences.get(0).file();
        assertEquals("eula.txt", world.name());
        assertEquals("en", world.language());
        assertEquals(5, world.size());
        assertEquals(2, world.digests().size());
        assertEquals(
                List.of("", "DEU"), licences.stream().map(Eula.TextFile::region).toList());
    }

    @Test
    void anExpiredRevisionSaysSo() throws Exception {
        assertEquals(
                PublicationState.EXPIRED,
                MicrosoftSamples.of("<Properties PublicationState=\"Expired\"/>")
                        .publication());
    }

    @Test
    void allLanguagesAreNone() throws Exception {
        assertEquals(
                Set.of(),
                MicrosoftSamples.of("<ExtendedProperties><Language>all</Language></ExtendedProperties>")
                        .languages());
    }

    @Test
    void filesOfOneNameAreToldApartByDigest() throws Exception {
        var files = MicrosoftSamples.of(
                        """
                        <Files><File FileName="sources\\a.cab" Size="5000000000" Digest="fQTAfvF3nDnhdPA/eUmJ+CSM/3Q="/>\
                        <File FileName="a.cab" Digest="hlQslyYcRtWzeaQ+yJX5fq9Am6I="/></Files>""")
                .files();
        assertEquals("a.cab", files.get(0).name());
        assertEquals(5_000_000_000L, files.get(0).size());
        assertEquals(
                "86542c97261c46d5b379a43ec895f97eaf409ba2-a.cab", files.get(1).name());
    }

    @ParameterizedTest
    @CsvSource({
        "2005-09-22T00:05:11.471Z,2005-09-22",
        "2004-02-28T18:17:34.1032476-08:00,2004-02-29",
        "2026-10-05T17:27:44,2026-10-05"
    })
    void readsDatesInAllForms(String time, LocalDate expected) throws Exception {
        UpdateMetadata update = MicrosoftSamples.of("<Properties CreationDate=\"" + time + "\"/>");
        assertEquals(Optional.of(expected), update.created());
    }

    @ParameterizedTest
    @CsvSource({
        "<UpdateIdentity UpdateID='x' RevisionNumber='1'/>,update id",
        "<UpdateIdentity UpdateID='f1ff1e3d-dd47-4fcb-9405-8f7275ce1ea6' RevisionNumber='-1'/>,number",
        "<UpdateIdentity RevisionNumber='1'/>,UpdateID",
        "<Files><File FileName='a' Digest='?'/></Files>,Base64",
        "<Files><File FileName='a' Size='big' Digest=''/></Files>,bytes",
        "<Files><File FileName='a' Size='18446744073709551615' Digest=''/></Files>,bytes",
        "<Files><File FileName='' Digest=''/></Files>,the name of a file",
        "<Files><File FileName='amd64/' Digest=''/></Files>,the name of a file",
        "<LocalizedProperties><Language>en</Language></LocalizedProperties>,Title",
        "<ApplicabilityRules><IsInstalled><Not/></IsInstalled></ApplicabilityRules>,Not"
    })
    void saysWhatItExpected(String fragment, String named) {
        FeedException failure = assertThrows(FeedException.class, () -> MicrosoftSamples.of(fragment));
        assertTrue(String.valueOf(failure.getMessage()).contains(named), failure.getMessage());
    }
}
