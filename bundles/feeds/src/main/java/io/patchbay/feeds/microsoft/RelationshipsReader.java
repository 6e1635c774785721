package io.patchbay.feeds.microsoft;

import io.patchbay.feeds.XmlReader;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code Relationships}: prerequisites and bundled updates, each alone or in groups of alternatives, and superseded updates. */
final class RelationshipsReader {
    final List<PrerequisiteGroup> prerequisites = new ArrayList<>(0);
    final List<PrerequisiteGroup> bundles = new ArrayList<>(0);
    final List<UpdateId> supersedes = new ArrayList<>(0);

    void read(XmlReader xml) throws IOException, FeedException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            switch (xml.name()) {
                case "Prerequisites" -> readGroups(xml, prerequisites);
                case "BundledUpdates" -> readGroups(xml, bundles);
                case "SupersededUpdates" -> readIds(xml, supersedes);
                default -> {}
            }
        }
    }

    /** An UpdateIdentity by itself is a group of one; both shapes stand side by side in real documents. */
    private static void readGroups(XmlReader xml, List<PrerequisiteGroup> groups) throws IOException, FeedException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            switch (xml.name()) {
                case "UpdateIdentity" -> groups.add(new PrerequisiteGroup(List.of(id(xml)), false));
                case "AtLeastOne" -> groups.add(alternatives(xml));
                default -> {}
            }
        }
    }

    private static PrerequisiteGroup alternatives(XmlReader xml) throws IOException, FeedException {
        boolean category = Boolean.parseBoolean(xml.attribute("IsCategory"));
        List<UpdateId> ids = new ArrayList<>();
        readIds(xml, ids);
        return new PrerequisiteGroup(ids, category);
    }

    private static void readIds(XmlReader xml, List<UpdateId> ids) throws IOException, FeedException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            if (xml.name().equals("UpdateIdentity")) {
                ids.add(id(xml));
            }
        }
    }

    private static UpdateId id(XmlReader xml) throws IOException, FeedException {
        return Attributes.id(xml, "UpdateID");
    }
}
