package io.patchbay.benchmarks;

import io.patchbay.benchmarks.Facts.Payload;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.UUID;

/** Writes package.xml: one line without white space, bundles before their leaves, then where the files are. */
final class PackageXml {
    private final Population population;
    private final Facts facts;
    private final Writer out;

    PackageXml(Facts facts, Writer out) {
        this.population = facts.population;
        this.facts = facts;
        this.out = out;
    }

    void write() throws IOException {
        out.write("<?xml version=\"1.0\" encoding=\"utf-8\"?>"
                + "<OfflineSyncPackage xmlns=\"http://schemas.microsoft.com/msus/2004/02/OfflineSync\""
                + " MinimumClientVersion=\"5.8.0.2678\" ProtocolVersion=\"1.0\" PackageVersion=\"1.1\""
                + " CreationDate=\"2026-06-09T16:00:00Z\"><Updates>");
        for (int update = 0; update < population.blockSize(); update++) {
            writeUpdate(update, " DeploymentAction=\"Evaluate\"", "");
        }
        for (int group = 0; group < population.groups(); group++) {
            writeGroup(group);
        }
        out.write("</Updates><FileLocations>");
        writeLocations();
        out.write("</FileLocations></OfflineSyncPackage>");
    }

    private void writeGroup(int group) throws IOException {
        int bundle = population.bundle(group);
        writeUpdate(bundle, " IsBundle=\"true\"", categories(bundle) + prerequisites(bundle) + relations(bundle));
        String bundledBy = "<BundledBy>" + revision(population.revisionId(bundle)) + "</BundledBy>";
        for (int leaf = population.firstLeaf(group); leaf < bundle; leaf++) {
            String content = prerequisites(leaf) + bundledBy + payload(leaf) + languages(leaf);
            writeUpdate(leaf, " IsLeaf=\"true\" DeploymentAction=\"Bundle\"", content);
        }
    }

    private void writeUpdate(int update, String flags, String content) throws IOException {
        out.write("<Update CreationDate=\"" + facts.created(update) + "T17:00:00Z\" DefaultLanguage=\"en\" UpdateId=\""
                + population.id(update) + "\" RevisionNumber=\"" + population.revisionNumber(update)
                + "\" RevisionId=\"" + population.revisionId(update) + "\" IsSoftware=\"false\"" + flags);
        out.write(content.isEmpty() ? " />" : ">" + content + "</Update>");
    }

    private String categories(int bundle) {
        int product = population.product(bundle);
        return "<Categories>" + category("Company", Facts.MICROSOFT)
                + category("ProductFamily", facts.family(product))
                + category("Product", population.productId(product).toString())
                + category("UpdateClassification", facts.classification(bundle)) + "</Categories>";
    }

    private static String category(String type, String id) {
        return "<Category Type=\"" + type + "\" Id=\"" + id + "\" />";
    }

    private String prerequisites(int update) {
        StringBuilder xml = new StringBuilder("<Prerequisites>");
        appendIds(xml, facts.detectoids(update));
        List<UUID> alternatives = facts.alternatives(update);
        if (!alternatives.isEmpty()) {
            xml.append("<Or>");
            appendIds(xml, alternatives);
            xml.append("</Or>");
        }
        return xml.append("</Prerequisites>").toString();
    }

    private static void appendIds(StringBuilder xml, List<UUID> ids) {
        ids.forEach(id -> xml.append("<UpdateId Id=\"").append(id).append("\" />"));
    }

    private String relations(int bundle) {
        StringBuilder xml = new StringBuilder();
        for (int superseder : population.superseders(population.group(bundle))) {
            xml.append(revision(population.revisionId(superseder)));
        }
        for (int missing : facts.missingSuperseders(bundle)) {
            xml.append(revision(missing));
        }
        String supersededBy = xml.isEmpty() ? "" : "<SupersededBy>" + xml + "</SupersededBy>";
        return supersededBy + languages(bundle) + eula(bundle);
    }

    private static String revision(int id) {
        return "<Revision Id=\"" + id + "\" />";
    }

    private String languages(int update) {
        StringBuilder xml = new StringBuilder("<Languages>");
        facts.languages(update).forEach(language -> xml.append(language(language)));
        return xml.append("</Languages>").toString();
    }

    private static String language(String name) {
        return "<Language Name=\"" + name + "\" />";
    }

    private String eula(int bundle) {
        int eula = facts.eula(bundle);
        if (eula < 0) {
            return "";
        }
        StringBuilder xml = new StringBuilder("<EulaFiles>");
        List<Payload> files = facts.eulaFiles(eula);
        for (int i = 0; i < files.size(); i++) {
            xml.append("<File Id=\"").append(files.get(i).sha1()).append("\">");
            xml.append(language(Facts.language(i))).append("</File>");
        }
        return xml.append("</EulaFiles>").toString();
    }

    private String payload(int leaf) {
        StringBuilder xml = new StringBuilder("<PayloadFiles>");
        facts.payload(leaf)
                .forEach(file -> xml.append("<File Id=\"").append(file.sha1()).append("\" />"));
        return xml.append("</PayloadFiles>").toString();
    }

    private void writeLocations() throws IOException {
        for (Payload file : facts.allEulaFiles()) {
            writeLocation(file);
        }
        for (int update = population.blockSize(); update < population.size(); update++) {
            for (Payload file : facts.payload(update)) {
                writeLocation(file);
            }
        }
    }

    private void writeLocation(Payload file) throws IOException {
        out.write("<FileLocation Id=\"" + file.sha1() + "\" Url=\"" + file.url() + "\" />");
    }
}
