package io.patchbay.provider.microsoft.wsus;

import io.patchbay.feeds.XmlReader;
import io.patchbay.feeds.microsoft.Attributes;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What package.xml of an export says.
 *
 * @param revisions the highest of each update that is exported
 * @param categories the products and classifications of revisions, which parts of bundles do not name themselves
 * @param addresses where files are
 */
record ExportPackage(
        HighestRevisions revisions, Map<Revision, SortedSet<UpdateId>> categories, FileAddresses addresses) {

    static ExportPackage read(XmlReader xml) throws IOException, FeedException {
        if (!xml.nextChild(0) || !xml.name().equals("ExportPackage")) {
            throw xml.failure("expected ExportPackage");
        }
        ExportPackage exported = new ExportPackage(new HighestRevisions(), new HashMap<>(), new FileAddresses());
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            int inside = xml.depth();
            switch (xml.name()) {
                case "Files" -> exported.addresses.readExported(xml);
                case "Updates" -> {
                    while (xml.nextChild(inside)) {
                        exported.readUpdate(xml);
                    }
                }
                default -> {}
            }
        }
        return exported;
    }

    /** The products and classifications of a revision that are listed. */
    SortedSet<UpdateId> filed(Revision revision) {
        return categories.getOrDefault(revision, new TreeSet<>());
    }

    private void readUpdate(XmlReader xml) throws IOException, FeedException {
        Revision revision = new Revision(Attributes.id(xml, "UpdateId"), Attributes.number(xml, "RevisionNumber"));
        revisions.add(revision);
        SortedSet<UpdateId> filed = new TreeSet<>();
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            if (xml.name().equals("Categories") || xml.name().equals("Classifications")) {
                readCategories(xml, filed);
            }
        }
        if (!filed.isEmpty()) {
            categories.put(revision, filed);
        }
    }

    private static void readCategories(XmlReader xml, SortedSet<UpdateId> filed) throws IOException, FeedException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            filed.add(Attributes.id(xml, "Value"));
        }
    }
}
