package io.patchbay.feeds.microsoft;

import io.patchbay.feeds.XmlReader;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads {@code Relationships}: prerequisites and bundled updates, each alone or in groups of alternatives, and superseded updates. */
final class RelationshipsReader {
    final List<PrerequisiteGroup> prerequisites = new ArrayList<>();
    final List<PrerequisiteGroup> bundles = new ArrayList<>();
    final SortedSet<UpdateId> supersedes = new TreeSet<>();

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
                case "UpdateIdentity" -> groups.add(new PrerequisiteGroup(new TreeSet<>(List.of(id(xml))), false));
                case "AtLeastOne" -> groups.add(alternatives(xml));
                default -> {}
            }
        }
    }

    private static PrerequisiteGroup alternatives(XmlReader xml) throws IOException, FeedException {
        boolean category = Boolean.parseBoolean(xml.attribute("IsCategory"));
        SortedSet<UpdateId> ids = new TreeSet<>();
        readIds(xml, ids);
        return new PrerequisiteGroup(ids, category);
    }

    private static void readIds(XmlReader xml, SortedSet<UpdateId> ids) throws IOException, FeedException {
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
