package io.patchbay.provider.microsoft.wsus;

import io.patchbay.model.UpdateId;
import io.patchbay.testkit.wsus.StoredUpdate;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The updates of the recorded cases in {@code vendor-feeds/microsoft-wsus}. KB numbers, days, builds, CVEs, severities, supersedence and
 * categories are Microsoft's; ids of updates, digests, sizes, addresses and the German titles are made up.
 */
final class PatchTuesdays {
    private static final String WINDOWS_10 = "b3c75dc1-155f-4be4-b015-3f1a91758e52";
    private static final String OFFICE_2016 = "25aed893-7c2d-4a31-ae22-28ff8ac150ed";
    private static final String OFFICE = "477b856e-65c4-4473-b621-a8b230bb70d9";
    private static final String HANDLERS = "http://schemas.microsoft.com/msus/2002/12/UpdateHandlers/";
    private static final String DESCRIPTION =
            "A security issue has been identified in a Microsoft software product that could affect your system. You can"
                    + " help protect your system by installing this update from Microsoft. For a complete listing of the"
                    + " issues that are included in this update, see the associated Microsoft Knowledge Base article."
                    + " After you install this update, you may have to restart your system.";
    private static final String AMD64 = madeUp("detectoid amd64");

    private static final List<String> AUGUST_CVES =
            List.of("CVE-2022-30133", "CVE-2022-34691", "CVE-2022-34696", "CVE-2022-34702", "CVE-2022-34713");
    private static final List<String> SEPTEMBER_CVES =
            List.of("CVE-2022-34718", "CVE-2022-34721", "CVE-2022-34722", "CVE-2022-37969");
    private static final List<String> SEPTEMBER_AND_37955 =
            List.of("CVE-2022-34718", "CVE-2022-34721", "CVE-2022-34722", "CVE-2022-37955", "CVE-2022-37969");

    private PatchTuesdays() {}

    static StoredUpdate[] categories() {
        return new StoredUpdate[] {
            UpdateXml.category(UpdateXml.MICROSOFT, "Microsoft", "Company"),
            UpdateXml.category(UpdateXml.WINDOWS, "Windows", "ProductFamily", UpdateXml.MICROSOFT),
            UpdateXml.category(OFFICE, "Office", "ProductFamily", UpdateXml.MICROSOFT),
            UpdateXml.category(WINDOWS_10, "Windows 10, version 1903 and later", "Product", UpdateXml.WINDOWS),
            UpdateXml.category(OFFICE_2016, "Office 2016", "Product", OFFICE),
            UpdateXml.category(UpdateXml.SECURITY_UPDATES, "Security Updates", "UpdateClassification"),
            UpdateXml.detectoid(AMD64, "Windows 10 x64"),
        };
    }

    static StoredUpdate[] august() {
        return new StoredUpdate[] {
            windowsLeaf("5016616", "2022-08-09", "19041.1889.1.0"),
            windowsBundle(200, "Published", "2022-08", "5016616", "2022-08-09", AUGUST_CVES, ""),
            office("4462148", "2022-08-09", "CVE-2022-34717", "4022162"),
        };
    }

    static StoredUpdate[] september() {
        return new StoredUpdate[] {
            windowsLeaf("5017308", "2022-09-13", "19041.2006.1.0"),
            windowsBundle(200, "Published", "2022-09", "5017308", "2022-09-13", SEPTEMBER_CVES, "5016616"),
        };
    }

    /** A week later: one CVE more in a further revision, and August's update is no longer offered. */
    static StoredUpdate[] amended() {
        return new StoredUpdate[] {
            windowsBundle(201, "Expired", "2022-08", "5016616", "2022-08-09", AUGUST_CVES, ""),
            windowsBundle(201, "Published", "2022-09", "5017308", "2022-09-13", SEPTEMBER_AND_37955, "5016616"),
        };
    }

    private static StoredUpdate windowsBundle(
            int number, String state, String month, String kb, String day, List<String> cves, String supersededKb) {
        String title = month + " Cumulative Update for Windows 10 Version 21H2 for x64-based Systems (KB" + kb + ")";
        String german = month + " Kumulatives Update f\u00fcr Windows 10 Version 21H2 f\u00fcr x64-basierte Systeme (KB"
                + kb + ")";
        String properties = attributes("Software", state, day)
                + " ExplicitlyDeployable=\"true\" AutoSelectOnWebSites=\"true\" MsrcSeverity=\"Critical\" IsPublic=\"false\">"
                + "<upd:SupportUrl>https://support.microsoft.com/help/" + kb + "</upd:SupportUrl>"
                + cves.stream().map(cve -> "<upd:CveID>" + cve + "</upd:CveID>").collect(Collectors.joining())
                + "<upd:KBArticleID>" + kb + "</upd:KBArticleID>";
        String relationships = "<upd:Prerequisites><upd:UpdateIdentity UpdateID=\"" + AMD64 + "\" />"
                + UpdateXml.anyOf(true, UpdateXml.SECURITY_UPDATES) + UpdateXml.anyOf(true, WINDOWS_10)
                + "</upd:Prerequisites>" + supersedes(supersededKb)
                + "<upd:BundledUpdates><upd:UpdateIdentity UpdateID=\"" + madeUp("leaf " + kb)
                + "\" RevisionNumber=\"200\" /></upd:BundledUpdates>";
        Revision revision = UpdateXml.revision(madeUp("bundle " + kb), number);
        String xml = document(revision, properties, texts(title, german), relationships, "");
        return UpdateXml.stored(revision, false, List.of(WINDOWS_10, UpdateXml.SECURITY_UPDATES), xml, Map.of());
    }

    private static StoredUpdate windowsLeaf(String kb, String day, String version) {
        String file = "windows10.0-kb" + kb + "-x64.cab";
        String identity = "Package_for_RollupFix~31bf3856ad364e35~amd64~~" + version;
        String properties = attributes("Software", "Published", day) + " Handler=\"" + HANDLERS + "Cbs\""
                + " MaxDownloadSize=\"5368709120\" MinDownloadSize=\"0\">"
                + "<upd:InstallationBehavior RebootBehavior=\"CanRequestReboot\" />";
        String relationships = "<upd:Prerequisites>" + UpdateXml.anyOf(false, WINDOWS_10) + "</upd:Prerequisites>";
        String rules =
                "<upd:ApplicabilityRules xmlns:cbsar=\"http://schemas.microsoft.com/msus/2002/12/CbsApplicabilityRules\">"
                        + "<upd:IsInstalled><cbsar:CbsPackageInstalledByIdentity PackageIdentity=\"" + identity
                        + "\" /></upd:IsInstalled><upd:IsInstallable><cbsar:CbsPackageInstallable /></upd:IsInstallable>"
                        + "</upd:ApplicabilityRules>";
        String files = "<upd:Files><upd:File Digest=\"" + sha1(file) + "\" DigestAlgorithm=\"SHA1\" FileName=\"" + file
                + "\" Size=\"5368709120\" Modified=\"" + day
                + "T17:00:00Z\" PatchingType=\"SelfContained\" /></upd:Files>"
                + "<upd:HandlerSpecificData xsi:type=\"cbs:Cbs\" xmlns:cbs=\"" + HANDLERS
                + "Cbs\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><cbs:CbsData /></upd:HandlerSpecificData>";
        Revision revision = UpdateXml.revision(madeUp("leaf " + kb), 200);
        String xml = document(revision, properties, text("en", "HIDDEN: KB" + kb), relationships, rules + files);
        return UpdateXml.stored(revision, false, List.of(WINDOWS_10), xml, address(file, day));
    }

    private static StoredUpdate office(String kb, String day, String cve, String supersededKb) {
        String file = "excel-x-none.cab";
        String title = "Security Update for Microsoft Excel 2016 (KB" + kb + ") 64-Bit Edition";
        String properties = attributes("Software", "Published", day)
                + " ExplicitlyDeployable=\"true\" MsrcSeverity=\"Important\" Handler=\"" + HANDLERS
                + "WindowsInstaller\">"
                + "<upd:InstallationBehavior RebootBehavior=\"CanRequestReboot\" />"
                + "<upd:UninstallationBehavior RebootBehavior=\"CanRequestReboot\" />"
                + "<upd:SupportUrl>https://support.microsoft.com/help/" + kb + "</upd:SupportUrl>"
                + "<upd:CveID>" + cve + "</upd:CveID><upd:KBArticleID>" + kb + "</upd:KBArticleID>";
        String relationships = "<upd:Prerequisites>" + UpdateXml.anyOf(true, UpdateXml.SECURITY_UPDATES)
                + UpdateXml.anyOf(true, OFFICE_2016) + "</upd:Prerequisites>" + supersedes(supersededKb);
        String files = "<upd:Files><upd:File Digest=\"" + sha1(file + kb) + "\" DigestAlgorithm=\"SHA1\" FileName=\""
                + file + "\" Size=\"15360000\" PatchingType=\"SelfContained\" /></upd:Files>";
        Revision revision = UpdateXml.revision(madeUp("bundle " + kb), 201);
        String xml = document(revision, properties, text("en", title), relationships, files);
        return UpdateXml.stored(
                revision, false, List.of(OFFICE_2016, UpdateXml.SECURITY_UPDATES), xml, address(file + kb, day));
    }

    private static String attributes(String type, String state, String day) {
        return "UpdateType=\"" + type + "\" DefaultPropertiesLanguage=\"en\" PublicationState=\"" + state
                + "\" CreationDate=\"" + day + "T17:00:00Z\"";
    }

    private static String supersedes(String kb) {
        return kb.isEmpty()
                ? ""
                : "<upd:SupersededUpdates><upd:UpdateIdentity UpdateID=\"" + madeUp("bundle " + kb)
                        + "\" /></upd:SupersededUpdates>";
    }

    private static String texts(String title, String german) {
        return text("en", title) + text("de", german);
    }

    private static String text(String language, String title) {
        return "<upd:LocalizedProperties><upd:Language>" + language + "</upd:Language><upd:Title>" + title
                + "</upd:Title><upd:Description>" + DESCRIPTION + "</upd:Description></upd:LocalizedProperties>";
    }

    private static String document(
            Revision revision, String properties, String texts, String relationships, String rest) {
        return "<upd:Update xmlns:pub=\"http://schemas.microsoft.com/msus/2002/12/Publishing\""
                + " xmlns:upd=\"http://schemas.microsoft.com/msus/2002/12/Update\"><upd:UpdateIdentity UpdateID=\""
                + revision.id() + "\" RevisionNumber=\"" + revision.number() + "\" /><upd:Properties " + properties
                + "</upd:Properties><upd:LocalizedPropertiesCollection>" + texts
                + "</upd:LocalizedPropertiesCollection><upd:Relationships>" + relationships + "</upd:Relationships>"
                + rest + "</upd:Update>";
    }

    private static Map<String, String> address(String file, String day) {
        String folder = day.substring(0, 7).replace('-', '/');
        return Map.of(
                sha1(file),
                "http://download.windowsupdate.com/d/msdownload/update/software/secu/" + folder + "/" + file);
    }

    private static String madeUp(String name) {
        return UpdateId.of("microsoft-wsus", name).toString();
    }

    private static String sha1(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
