package io.patchbay.provider.microsoft.wsus;

import io.patchbay.model.UpdateId;
import io.patchbay.testkit.wsus.StoredUpdate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Documents of made-up updates in the form of real ones. */
final class UpdateXml {
    static final String MICROSOFT = "56309036-4c77-4dd9-951a-99ee9c246a94";
    static final String WINDOWS = "6964aab4-c5b5-43bd-a17d-ffb4346a8e1d";
    static final String WINDOWS_10 = "a3c2375d-0c8a-42f9-bce0-28333e198407";
    static final String DEFENDER = "8c3fcc84-7410-4a95-8b89-a166a0190486";
    static final String FOREFRONT = "f6ce46c1-971c-43f9-a2aa-783df125f003";
    static final String SECURITY_UPDATES = "0fa1201d-4330-4fa8-8ae9-b877473b6441";
    static final String DEFINITION_UPDATES = "e0789628-ce08-4437-be74-2495b842f43b";
    static final String DETECTOID = "be4048db-157c-4532-9582-7f05099590c9";

    private static final String NAME_SPACES = "xmlns:pub=\"http://schemas.microsoft.com/msus/2002/12/Publishing\""
            + " xmlns:bar=\"http://schemas.microsoft.com/msus/2002/12/BaseApplicabilityRules\""
            + " xmlns:cat=\"http://schemas.microsoft.com/msus/2002/12/UpdateHandlers/Category\""
            + " xmlns:upd=\"http://schemas.microsoft.com/msus/2002/12/Update\"";

    private UpdateXml() {}

    static String document(Revision revision, String properties, String title, String relationships, String rest) {
        return "<upd:Update " + NAME_SPACES + "><upd:UpdateIdentity UpdateID=\""
                + revision.id().toString().toUpperCase(Locale.ROOT) + "\" RevisionNumber=\"" + revision.number()
                + "\" /><upd:Properties DefaultPropertiesLanguage=\"en\" PublicationState=\"Published\""
                + " CreationDate=\"2026-10-04T12:00:58.287Z\" " + properties + "</upd:Properties>"
                + "<upd:LocalizedPropertiesCollection><upd:LocalizedProperties><upd:Language>en</upd:Language><upd:Title>"
                + escape(title) + "</upd:Title></upd:LocalizedProperties></upd:LocalizedPropertiesCollection>"
                + "<upd:Relationships>" + relationships + "</upd:Relationships>" + rest + "</upd:Update>";
    }

    static StoredUpdate category(String id, String title, String type, String... above) {
        Revision revision = revision(id, 101);
        String xml = document(
                revision,
                "UpdateType=\"Category\" Handler=\"http://schemas.microsoft.com/msus/2002/12/UpdateHandlers/Category\">",
                title,
                "<upd:Prerequisites>" + anyOf(true, above) + "</upd:Prerequisites>",
                "<upd:HandlerSpecificData xsi:type=\"cat:Category\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                        + "<cat:CategoryInformation CategoryType=\"" + type + "\" /></upd:HandlerSpecificData>");
        return stored(revision, true, List.of(), xml, Map.of());
    }

    static StoredUpdate detectoid(String id, String title) {
        Revision revision = revision(id, 200);
        String xml = document(
                revision,
                "UpdateType=\"Detectoid\">",
                title,
                "",
                "<upd:ApplicabilityRules><upd:IsInstalled><bar:Processor Architecture=\"9\" /></upd:IsInstalled>"
                        + "</upd:ApplicabilityRules>");
        return stored(revision, true, List.of(), xml, Map.of());
    }

    /** Software that is filed without saying that these are categories, as Defender's is. */
    static StoredUpdate software(String id, int number, String title, String product, String classification) {
        Revision revision = revision(id, number);
        String relationships = "<upd:Prerequisites><upd:UpdateIdentity UpdateID=\"" + DETECTOID + "\" />"
                + anyOf(false, classification) + anyOf(false, product) + "</upd:Prerequisites>";
        String xml = document(revision, "UpdateType=\"Software\">", title, relationships, "");
        return stored(revision, false, List.of(product, classification), xml, Map.of());
    }

    /** The same as text so long that it comes compressed. */
    static StoredUpdate longer(StoredUpdate update) {
        String filler = "<!--" + "a real document is often as long as this ".repeat(100) + "-->";
        String xml = update.xml().replace("</upd:Update>", filler + "</upd:Update>");
        return new StoredUpdate(
                update.id(), update.revision(), update.configuration(), update.categories(), xml, update.files());
    }

    static String anyOf(boolean category, String... ids) {
        if (ids.length == 0) {
            return "";
        }
        return List.of(ids).stream()
                .map(id -> "<upd:UpdateIdentity UpdateID=\"" + id + "\" />")
                .collect(Collectors.joining(
                        "",
                        category ? "<upd:AtLeastOne IsCategory=\"true\">" : "<upd:AtLeastOne>",
                        "</upd:AtLeastOne>"));
    }

    /** What the server has of a revision, filed under these ids. */
    static StoredUpdate stored(
            Revision revision, boolean configuration, List<String> categories, String xml, Map<String, String> files) {
        List<UpdateId> filed = categories.stream().map(UpdateId::parse).toList();
        return new StoredUpdate(revision.id(), revision.number(), configuration, filed, xml, files);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static Revision revision(String id, int number) {
        return new Revision(UpdateId.parse(id), number);
    }

    /** An id that tells its number. */
    static String id(int number) {
        return String.format("%08x-0000-4000-8000-000000000000", number);
    }

    /** The same as an id. */
    static UpdateId updateId(int number) {
        return UpdateId.parse(id(number));
    }

    /** The categories that all tests have. */
    static StoredUpdate[] categories() {
        return new StoredUpdate[] {
            category(MICROSOFT, "Microsoft", "Company"),
            category(WINDOWS, "Windows", "ProductFamily", MICROSOFT),
            category(FOREFRONT, "Forefront", "ProductFamily", MICROSOFT),
            category(WINDOWS_10, "Windows 10", "Product", WINDOWS),
            category(DEFENDER, "Microsoft Defender Antivirus", "Product", FOREFRONT),
            category(SECURITY_UPDATES, "Security Updates", "UpdateClassification"),
            category(DEFINITION_UPDATES, "Definition Updates", "UpdateClassification"),
            detectoid(DETECTOID, "amd64"),
        };
    }

    /** Definition updates, numbered from one to another. */
    static StoredUpdate[] definitions(int from, int to, int number) {
        StoredUpdate[] updates = new StoredUpdate[to - from];
        for (int i = from; i < to; i++) {
            updates[i - from] = software(id(i), number, "Definitions " + i, DEFENDER, DEFINITION_UPDATES);
        }
        return updates;
    }
}
