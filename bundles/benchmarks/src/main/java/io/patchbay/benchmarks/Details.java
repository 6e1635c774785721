package io.patchbay.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.benchmarks.Facts.Handler;
import io.patchbay.benchmarks.Facts.Payload;
import java.util.List;

/** Makes the fragments beside the core: properties and files ({@code x/}), and texts in a language ({@code l/}). */
final class Details {
    private static final String HANDLERS = "http://schemas.microsoft.com/msus/2002/12/UpdateHandlers/";

    private final Population population;
    private final Facts facts;

    Details(Facts facts) {
        this.population = facts.population;
        this.facts = facts;
    }

    byte[] extended(int update) {
        if (update < population.blockSize()) {
            return utf8("<ExtendedProperties DefaultPropertiesLanguage=\"en\" IsBeta=\"false\" />");
        }
        return utf8(population.isBundle(update) ? bundle(update) : leaf(update));
    }

    private static byte[] utf8(String xml) {
        return xml.getBytes(UTF_8);
    }

    private String bundle(int bundle) {
        String severity = facts.severity(bundle);
        StringBuilder xml = new StringBuilder("<ExtendedProperties DefaultPropertiesLanguage=\"en\" IsBeta=\"false\"");
        xml.append(severity.isEmpty() ? "" : " MsrcSeverity=\"" + severity + '"')
                .append('>');
        xml.append("<SupportUrl>https://support.microsoft.com</SupportUrl>");
        for (String cve : facts.cves(bundle)) {
            xml.append("<CveID>").append(cve).append("</CveID>");
        }
        xml.append("<KBArticleID>").append(facts.kb(bundle)).append("</KBArticleID>");
        return xml.append("</ExtendedProperties>").toString();
    }

    private String leaf(int leaf) {
        Handler handler = facts.handler(leaf);
        String name = handler == Handler.CBS ? "Cbs" : "CommandLineInstallation";
        return "<ExtendedProperties DefaultPropertiesLanguage=\"en\" Handler=\"" + HANDLERS + name
                + "\" IsBeta=\"false\"><InstallationBehavior RebootBehavior=\"CanRequestReboot\" />"
                + "<UninstallationBehavior /></ExtendedProperties><Files>" + files(facts.payload(leaf)) + "</Files>"
                + (handler == Handler.CBS ? cbs() : commandLine(facts.payload(leaf)));
    }

    private static String cbs() {
        return "<HandlerSpecificData type=\"cbs:Cbs\"><CbsData PackageIdentity=\"\" /></HandlerSpecificData>";
    }

    private static String commandLine(List<Payload> files) {
        return "<HandlerSpecificData type=\"cmd:CommandLineInstallation\"><InstallCommand Program=\""
                + files.get(0).name() + "\" Arguments=\"/quiet /norestart\" RebootByDefault=\"false\""
                + " DefaultResult=\"Failed\"><ReturnCode Reboot=\"true\" Result=\"Succeeded\" Code=\"3010\" />"
                + "<ReturnCode Reboot=\"false\" Result=\"Succeeded\" Code=\"0\" /></InstallCommand>"
                + "</HandlerSpecificData>";
    }

    private static String files(List<Payload> files) {
        StringBuilder xml = new StringBuilder();
        for (Payload file : files) {
            xml.append("<File Digest=\"").append(file.sha1()).append("\" DigestAlgorithm=\"SHA1\" FileName=\"");
            xml.append(file.name()).append("\" Size=\"").append(file.size());
            xml.append("\" Modified=\"2020-01-01T00:00:00Z\" PatchingType=\"SelfContained\">");
            xml.append("<AdditionalDigest Algorithm=\"SHA256\">");
            xml.append(file.sha256()).append("</AdditionalDigest></File>");
        }
        return xml.toString();
    }

    byte[] localized(int update, String language) {
        StringBuilder xml = new StringBuilder("<LocalizedProperties><Language>");
        xml.append(language)
                .append("</Language><Title>")
                .append(facts.title(update))
                .append("</Title>");
        if (population.isBundle(update)) {
            String link = "https://support.microsoft.com/help/" + facts.kb(update);
            xml.append("<Description>A security issue has been identified in a Microsoft software product that could"
                    + " affect your system. You can help protect your system by installing this update from"
                    + " Microsoft. For a complete listing of the issues that are included in this update, see the"
                    + " associated Microsoft Knowledge Base article. After you install this update, you may have to"
                    + " restart your system.</Description><UninstallNotes>This software update can be removed by"
                    + " selecting View installed updates in the Programs and Features Control Panel."
                    + "</UninstallNotes><MoreInfoUrl>");
            xml.append(link).append("</MoreInfoUrl><SupportUrl>").append(link).append("</SupportUrl>");
        }
        return utf8(xml.append("</LocalizedProperties>").toString());
    }
}
