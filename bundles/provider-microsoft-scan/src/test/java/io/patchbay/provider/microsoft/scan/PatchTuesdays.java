package io.patchbay.provider.microsoft.scan;

import static io.patchbay.provider.microsoft.scan.MadeUp.base64;
import static io.patchbay.provider.microsoft.scan.MadeUp.hex;
import static io.patchbay.provider.microsoft.scan.MadeUp.id;
import static io.patchbay.provider.microsoft.scan.MadeUp.identity;

import io.patchbay.cabinet.CabinetWriter;
import io.patchbay.cabinet.LzxCabinets;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The scan files of the recorded cases in {@code vendor-feeds/microsoft-scan}. KB numbers, days, builds, CVEs, supersedence and
 * categories are Microsoft's; ids, digests, sizes and RevisionIds are made up.
 */
final class PatchTuesdays {
    private static final String SECURITY_UPDATES = "0fa1201d-4330-4fa8-8ae9-b877473b6441";
    private static final String WINDOWS_10 = "b3c75dc1-155f-4be4-b015-3f1a91758e52";
    private static final String WINDOWS = "6964aab4-c5b5-43bd-a17d-ffb4346a8e1d";
    private static final String OFFICE_2016 = "25aed893-7c2d-4a31-ae22-28ff8ac150ed";
    private static final String OFFICE = "477b856e-65c4-4473-b621-a8b230bb70d9";
    private static final String MICROSOFT = "56309036-4c77-4dd9-951a-99ee9c246a94";
    private static final String DESCRIPTION =
            "A security issue has been identified in a Microsoft software product that could" + " affect your system.";

    private final ScanFileBuilder file;

    private PatchTuesdays(Supplier<CabinetWriter> cabinets) {
        file = new ScanFileBuilder(cabinets);
        categories();
        file.shard(29_000_000);
    }

    /** August 2022: KB5016616 for Windows 10, KB4462148 for Office 2016. */
    static byte[] august() throws IOException {
        PatchTuesdays month = new PatchTuesdays(CabinetWriter::stored);
        month.augustUpdates("");
        return month.file.build();
    }

    /** September 2022: KB5017308 supersedes KB5016616; KB5002178 comes. */
    static byte[] september() throws IOException {
        PatchTuesdays month = new PatchTuesdays(CabinetWriter::mszip);
        month.augustUpdates("<SupersededBy><Revision Id=\"29400202\" /></SupersededBy>");
        month.file.shard(29_400_000);
        month.septemberUpdates();
        return month.file.build();
    }

    /** A week later: a further revision of KB5017308 names one CVE more. The earlier revision is still in the file, which is LZX. */
    static byte[] amended() throws IOException {
        PatchTuesdays month = new PatchTuesdays(() -> LzxCabinets.writer(21));
        month.augustUpdates("<SupersededBy><Revision Id=\"29400202\" /><Revision Id=\"29400301\" /></SupersededBy>");
        month.file.shard(29_400_000);
        month.septemberUpdates();
        month.windowsBundle(29_400_301, 201, "2022-09", "5017308", "2022-09-20T17:00:00Z", SEPTEMBER_AND_37955, "");
        return month.file.build();
    }

    private static final List<String> AUGUST_CVES =
            List.of("CVE-2022-30133", "CVE-2022-34691", "CVE-2022-34696", "CVE-2022-34702", "CVE-2022-34713");
    private static final List<String> SEPTEMBER_CVES =
            List.of("CVE-2022-34718", "CVE-2022-34721", "CVE-2022-34722", "CVE-2022-37969");
    private static final List<String> SEPTEMBER_AND_37955 =
            List.of("CVE-2022-34718", "CVE-2022-34721", "CVE-2022-34722", "CVE-2022-37955", "CVE-2022-37969");

    private void augustUpdates(String supersededBy) {
        windowsLeaf(29_000_101, "2022-08", "5016616", "2022-08-09T17:00:00Z", 29_000_102, "19041.1889.1.0");
        windowsBundle(29_000_102, 200, "2022-08", "5016616", "2022-08-09T17:00:00Z", AUGUST_CVES, supersededBy);
        office(29_000_103, "4462148", "2022-08-09T17:00:00Z", "CVE-2022-34717", "4022162");
    }

    private void septemberUpdates() {
        windowsLeaf(29_400_201, "2022-09", "5017308", "2022-09-13T17:00:00Z", 29_400_202, "19041.2006.1.0");
        windowsBundle(29_400_202, 200, "2022-09", "5017308", "2022-09-13T17:00:00Z", SEPTEMBER_CVES, "");
        office(29_400_203, "5002178", "2022-09-14T17:00:00Z", "CVE-2022-37962", "5002140");
    }

    private void categories() {
        category(1001, SECURITY_UPDATES, 105, "Security Updates", MICROSOFT, "UpdateClassification");
        category(1002, WINDOWS_10, 209, "Windows 10, version 1903 and later", WINDOWS, "Product");
        category(1003, OFFICE_2016, 202, "Office 2016", OFFICE, "Product");
        detectoid(1004);
    }

    private void category(int revision, String id, int number, String title, String parent, String type) {
        file.update(element(revision, id, number, "2019-05-21T17:00:00Z", "DeploymentAction=\"Evaluate\"", ""));
        file.fragment(
                "c",
                revision,
                """
                %s<Properties UpdateType="Category" /><Relationships><Prerequisites><AtLeastOne IsCategory="true">\
                <UpdateIdentity UpdateID="%s" /></AtLeastOne></Prerequisites></Relationships>\
                <ApplicabilityRules><IsInstalled><True /></IsInstalled></ApplicabilityRules>"""
                        .formatted(identity(id, number), parent));
        file.fragment(
                "x",
                revision,
                """
                <ExtendedProperties DefaultPropertiesLanguage="en" \
                Handler="http://schemas.microsoft.com/msus/2002/12/UpdateHandlers/Category" />\
                <HandlerSpecificData type="cat:Category"><CategoryInformation CategoryType="%s" /></HandlerSpecificData>"""
                        .formatted(type));
        localized("en", revision, title, title, "");
    }

    private void detectoid(int revision) {
        file.update(
                element(revision, id("detectoid"), 100, "2021-11-16T18:00:00Z", "DeploymentAction=\"Evaluate\"", ""));
        file.fragment(
                "c",
                revision,
                """
                %s<Properties UpdateType="Detectoid" /><ApplicabilityRules><IsInstalled><And>\
                <b.Processor Architecture="9" />\
                <b.RegSz Key="HKEY_LOCAL_MACHINE" Subkey="SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion" \
                Value="CurrentBuild" Comparison="EqualTo" Data="19044" /></And></IsInstalled></ApplicabilityRules>"""
                        .formatted(identity(id("detectoid"), 100)));
        localized("en", revision, "Windows 10 Version 21H2 x64 Detectoid", "", "");
    }

    private void windowsLeaf(int revision, String month, String kb, String time, int bundle, String version) {
        String name = "Windows10.0-KB" + kb + "-x64.cab";
        String inPackage = "<Prerequisites><UpdateId Id=\"%s\" /><Or><UpdateId Id=\"%s\" /></Or></Prerequisites>"
                        .formatted(id("detectoid"), WINDOWS_10)
                + "<BundledBy><Revision Id=\"%d\" /></BundledBy>".formatted(bundle)
                + "<PayloadFiles><File Id=\"%s\" /></PayloadFiles>".formatted(base64("SHA-1", name));
        file.update(element(
                revision, id(kb + " leaf"), 200, time, "IsLeaf=\"true\" DeploymentAction=\"Bundle\"", inPackage));
        file.location(base64("SHA-1", name), url(time, "windows10.0-kb" + kb + "-x64", name, "cab"));
        file.fragment("c", revision, windowsRules(kb, version));
        file.fragment(
                "x",
                revision,
                """
                <ExtendedProperties DefaultPropertiesLanguage="en" \
                Handler="http://schemas.microsoft.com/msus/2002/12/UpdateHandlers/Cbs" MaxDownloadSize="712000000" \
                MinDownloadSize="0"><InstallationBehavior RebootBehavior="CanRequestReboot" />\
                <UninstallationBehavior RebootBehavior="CanRequestReboot" /></ExtendedProperties>%s\
                <HandlerSpecificData type="cbs:Cbs"><CbsData PackageIdentity="" /></HandlerSpecificData>"""
                        .formatted(files(name, 712_000_000L)));
        localized("en", revision, windowsTitle(month, kb), DESCRIPTION, "https://support.microsoft.com/help/" + kb);
    }

    private static String windowsRules(String kb, String version) {
        return """
                %s<Properties UpdateType="Software" /><Relationships><Prerequisites><UpdateIdentity UpdateID="%s" />\
                <AtLeastOne><UpdateIdentity UpdateID="%s" /></AtLeastOne></Prerequisites></Relationships>\
                <ApplicabilityRules><IsInstalled><CbsPackageInstalled /></IsInstalled><IsInstallable>\
                <CbsPackageInstallable /></IsInstallable><Metadata><CbsPackageApplicabilityMetadata>\
                <assembly xmlns="urn:schemas-microsoft-com:asm.v3" manifestVersion="1.0" description="Fix for KB%s">\
                <assemblyIdentity name="Package_for_RollupFix" version="%s" language="neutral" \
                processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35" />\
                <package identifier="KB%s" releaseType="Security Update" restart="possible"></package></assembly>\
                </CbsPackageApplicabilityMetadata></Metadata></ApplicabilityRules>"""
                .formatted(identity(id(kb + " leaf"), 200), id("detectoid"), WINDOWS_10, kb, version, kb);
    }

    private void windowsBundle(
            int revision, int number, String month, String kb, String time, List<String> cves, String supersededBy) {
        file.update(element(
                revision, id(kb), number, time, "IsBundle=\"true\"", filedUnder(WINDOWS_10, WINDOWS) + supersededBy));
        String superseded = kb.equals("5017308")
                ? "<SupersededUpdates><UpdateIdentity UpdateID=\"%s\" /></SupersededUpdates>".formatted(id("5016616"))
                : "";
        file.fragment(
                "c",
                revision,
                bundle(id(kb), number, superseded, WINDOWS_10)
                        .replace(
                                "BUNDLED",
                                "<UpdateIdentity UpdateID=\"%s\" RevisionNumber=\"200\" />"
                                        .formatted(id(kb + " leaf"))));
        file.fragment("x", revision, securityFacts("Critical", kb, cves) + "</ExtendedProperties>");
        localized("en", revision, windowsTitle(month, kb), DESCRIPTION, "https://support.microsoft.com/help/" + kb);
        localized(
                "de",
                revision,
                month + " Kumulatives Update für Windows 10 Version 21H2 für x64-basierte Systeme (KB" + kb + ")",
                "In einem Microsoft-Softwareprodukt wurde ein Sicherheitsproblem festgestellt.",
                "https://support.microsoft.com/help/" + kb);
    }

    private static String windowsTitle(String month, String kb) {
        return month + " Cumulative Update for Windows 10 Version 21H2 for x64-based Systems (KB" + kb + ")";
    }

    /** An Office patch without a bundle of its own. */
    private void office(int revision, String kb, String time, String cve, String supersededKb) {
        String name = "mso-x-none.cab";
        String inPackage = filedUnder(OFFICE_2016, OFFICE)
                + "<PayloadFiles><File Id=\"%s\" /></PayloadFiles>".formatted(base64("SHA-1", kb + name))
                + "<Languages><Language Name=\"en\" /></Languages>";
        file.update(element(revision, id(kb), 200, time, "IsLeaf=\"true\"", inPackage));
        file.location(base64("SHA-1", kb + name), url(time, "mso-x-none", kb + name, "cab"));
        file.fragment("c", revision, officeRules(kb, supersededKb));
        file.fragment(
                "x",
                revision,
                securityFacts("Important", kb, List.of(cve))
                                .replace(
                                        "Language=\"en\"",
                                        "Language=\"en\" Handler=\"http://schemas.microsoft.com/msus/2002/12/"
                                                + "UpdateHandlers/WindowsInstaller\"")
                        + """
                        <InstallationBehavior RebootBehavior="CanRequestReboot" /><UninstallationBehavior />\
                        <Language>en</Language></ExtendedProperties>%s<HandlerSpecificData type="msp:WindowsInstaller">\
                        <MspData CommandLine="DISABLESRCPROMPT=1 LOCALCACHESRCRES=0 NOLOCALCACHEROLLBACK=1" \
                        UninstallCommandLine="DISABLESRCPROMPT=1 LOCALCACHESRCRES=0 NOLOCALCACHEROLLBACK=1" \
                        FullFilePatchCode="{%s}" /></HandlerSpecificData>"""
                                .formatted(files(kb + name, 5_400_000L).replace(kb + name, name), id(kb + " patch")));
        String title = "Security Update for Microsoft Office 2016 (KB" + kb + ") 32-Bit Edition";
        localized("en", revision, title, DESCRIPTION, "https://support.microsoft.com/kb/" + kb);
    }

    private static String officeRules(String kb, String supersededKb) {
        return """
                %s<Properties UpdateType="Software" ExplicitlyDeployable="true" /><Relationships><SupersededUpdates>\
                <UpdateIdentity UpdateID="%s" /></SupersededUpdates><Prerequisites><AtLeastOne IsCategory="true">\
                <UpdateIdentity UpdateID="%s" /></AtLeastOne></Prerequisites></Relationships><ApplicabilityRules>\
                <IsInstalled><m.MsiPatchInstalled /></IsInstalled><IsInstallable><m.MsiPatchInstallable /></IsInstallable>\
                <IsSuperseded><m.MsiPatchSuperseded /></IsSuperseded><Metadata><m.MsiPatchMetadata>\
                <MsiPatch xmlns="http://www.microsoft.com/msi/patch_applicability.xsd" PatchGUID="{%s}">\
                <TargetProduct MinMsiVersion="3"><TargetProductCode Validate="true">{90160000-0011-0000-0000-0000000FF1CE}\
                </TargetProductCode><TargetVersion Validate="true" ComparisonType="Equal" ComparisonFilter="MajorMinorUpdate">\
                16.0.4266.1001</TargetVersion></TargetProduct></MsiPatch></m.MsiPatchMetadata></Metadata>\
                </ApplicabilityRules>"""
                .formatted(identity(id(kb), 200), id(supersededKb), SECURITY_UPDATES, id(kb + " patch"));
    }

    private static String element(int revision, String id, int number, String time, String flags, String content) {
        return """
                <Update CreationDate="%s" DefaultLanguage="en" UpdateId="%s" RevisionNumber="%d" RevisionId="%d" \
                IsSoftware="false" %s>%s</Update>"""
                .formatted(time, id, number, revision, flags, content);
    }

    private static String filedUnder(String product, String family) {
        return """
                <Categories><Category Type="Company" Id="%s" /><Category Type="ProductFamily" Id="%s" />\
                <Category Type="Product" Id="%s" /><Category Type="UpdateClassification" Id="%s" /></Categories>"""
                .formatted(MICROSOFT, family, product, SECURITY_UPDATES);
    }

    private static String bundle(String id, int number, String superseded, String product) {
        return """
                %s<Properties UpdateType="Software" ExplicitlyDeployable="true" AutoSelectOnWebSites="true" />\
                <Relationships>%s<Prerequisites><UpdateIdentity UpdateID="%s" /><AtLeastOne IsCategory="true">\
                <UpdateIdentity UpdateID="%s" /></AtLeastOne><AtLeastOne IsCategory="true"><UpdateIdentity UpdateID="%s" />\
                </AtLeastOne></Prerequisites><BundledUpdates>BUNDLED</BundledUpdates></Relationships>"""
                .formatted(identity(id, number), superseded, id("detectoid"), SECURITY_UPDATES, product);
    }

    /** ExtendedProperties without its end tag. */
    private static String securityFacts(String severity, String kb, List<String> cves) {
        return """
                <ExtendedProperties DefaultPropertiesLanguage="en" MsrcSeverity="%s" IsBeta="false">\
                <SupportUrl>https://support.microsoft.com/help/%s</SupportUrl>%s<KBArticleID>%s</KBArticleID>"""
                .formatted(
                        severity,
                        kb,
                        cves.stream().map("<CveID>%s</CveID>"::formatted).collect(Collectors.joining()),
                        kb);
    }

    private void localized(String language, int revision, String title, String description, String url) {
        String link =
                url.isEmpty() ? "" : "<MoreInfoUrl>%s</MoreInfoUrl><SupportUrl>%s</SupportUrl>".formatted(url, url);
        file.fragment(
                "l/" + language,
                revision,
                """
                <LocalizedProperties><Language>%s</Language><Title>%s</Title><Description>%s</Description>%s\
                </LocalizedProperties>"""
                        .formatted(language, title, description, link));
    }

    private static String files(String name, long size) {
        return """
                <Files><File Digest="%s" DigestAlgorithm="SHA1" FileName="%s" Size="%d" Modified="2022-08-09T00:00:00Z" \
                PatchingType="SelfContained"><AdditionalDigest Algorithm="SHA256">%s</AdditionalDigest></File></Files>"""
                .formatted(base64("SHA-1", name), name, size, base64("SHA-256", name));
    }

    private static String url(String time, String name, String content, String extension) {
        return "http://download.windowsupdate.com/c/msdownload/update/software/secu/%s/%s_%s.%s"
                .formatted(time.substring(0, 7).replace('-', '/'), name, hex("SHA-1", content), extension);
    }
}
