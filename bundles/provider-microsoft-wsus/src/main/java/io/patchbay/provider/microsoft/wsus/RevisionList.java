package io.patchbay.provider.microsoft.wsus;

import io.patchbay.feeds.Xml;
import io.patchbay.feeds.XmlReader;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a GetRevisionIdList response lists. It is not paged, so there may be hundreds of thousands; and an update may be listed with
 * several revisions, in any order.
 *
 * @param anchor opaque
 */
record RevisionList(String anchor, List<Revision> revisions) {
    /** Several times as many as Microsoft ever offered at once, and as many as fit into memory; beyond it, a list does not end. */
    private static final int MOST = 1_000_000;

    RevisionList {
        revisions = List.copyOf(revisions);
    }

    /** Reads a document that is a response. */
    static RevisionList read(Snapshot snapshot, Document document) throws IOException, FeedException {
        try (XmlReader xml = Xml.open(snapshot, document, Soap.LIMITS)) {
            Soap.enter(xml, Operation.GET_REVISION_ID_LIST);
            return read(xml);
        }
    }

    /** Reads a response. */
    static RevisionList read(XmlReader xml) throws IOException, FeedException {
        if (!Soap.find(xml, "GetRevisionIdListResult")) {
            throw xml.failure("expected GetRevisionIdListResult");
        }
        String anchor = "";
        List<Revision> revisions = new ArrayList<>();
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            switch (xml.name()) {
                case "Anchor" -> anchor = xml.text();
                case "NewRevisions" -> readRevisions(xml, revisions);
                default -> {}
            }
        }
        if (anchor.isEmpty()) {
            throw xml.failure("expected an Anchor");
        }
        return new RevisionList(anchor, revisions);
    }

    private static void readRevisions(XmlReader xml, List<Revision> revisions) throws IOException, FeedException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            revisions.add(revision(xml));
            if (revisions.size() > MOST) {
                throw xml.failure("expected at most " + MOST + " revisions; fewer products are fewer of them");
            }
        }
    }

    /** Reads the UpdateIdentity that the cursor is at. */
    static Revision revision(XmlReader xml) throws IOException, FeedException {
        String id = "";
        String number = "";
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            switch (xml.name()) {
                case "UpdateID" -> id = xml.text();
                case "RevisionNumber" -> number = xml.text();
                default -> {}
            }
        }
        try {
            return new Revision(UpdateId.parse(id), Integer.parseUnsignedInt(number));
        } catch (IllegalArgumentException e) {
            throw xml.failure("expected an update id and a revision number, not \"" + id + "\" and \"" + number + '"');
        }
    }
}
