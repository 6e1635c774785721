package io.patchbay.provider.microsoft.wsus;

import io.patchbay.feeds.Xml;
import io.patchbay.feeds.XmlReader;
import io.patchbay.feeds.microsoft.UpdateMetadata;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a GetUpdateData response holds.
 *
 * @param updates the metadata of revisions, with their own ids
 * @param addresses where the files of all of them are
 */
record UpdateData(List<UpdateMetadata> updates, FileAddresses addresses) {
    UpdateData {
        updates = List.copyOf(updates);
    }

    /** Does something with the ServerSyncUpdateData that the cursor is at. */
    private interface Visitor {
        void visit(XmlReader xml) throws IOException, FeedException;
    }

    /** The revisions in a document that is a response. */
    static List<Revision> revisions(Snapshot snapshot, Document document) throws IOException, FeedException {
        try (XmlReader xml = open(snapshot, document)) {
            return revisions(xml);
        }
    }

    /** Reads a document that is a response; the revisions that are not wanted are stepped over. */
    static UpdateData read(Snapshot snapshot, Document document, Predicate<Revision> wanted)
            throws IOException, FeedException {
        try (XmlReader xml = open(snapshot, document)) {
            return read(xml, document.name(), wanted);
        }
    }

    private static XmlReader open(Snapshot snapshot, Document document) throws IOException, FeedException {
        XmlReader xml = Xml.open(snapshot, document, Soap.LIMITS);
        try {
            Soap.enter(xml, Operation.GET_UPDATE_DATA);
            return xml;
        } catch (IOException | FeedException e) {
            xml.close();
            throw e;
        }
    }

    /** The revisions in a response, whose documents are stepped over. */
    static List<Revision> revisions(XmlReader xml) throws IOException, FeedException {
        List<Revision> revisions = new ArrayList<>();
        walk(xml, new FileAddresses(), update -> revisions.add(revision(update)));
        return revisions;
    }

    private static Revision revision(XmlReader xml) throws IOException, FeedException {
        int depth = xml.depth();
        Optional<Revision> found = Optional.empty();
        while (found.isEmpty() && xml.nextChild(depth)) {
            found = xml.name().equals("Id") ? Optional.of(RevisionList.revision(xml)) : Optional.empty();
        }
        return found.orElseThrow(() -> xml.failure("expected an Id in ServerSyncUpdateData"));
    }

    static UpdateData read(XmlReader xml, String document, Predicate<Revision> wanted)
            throws IOException, FeedException {
        List<UpdateMetadata> updates = new ArrayList<>();
        FileAddresses addresses = new FileAddresses();
        walk(xml, addresses, update -> metadata(update, document, wanted).ifPresent(updates::add));
        return new UpdateData(updates, addresses);
    }

    /** Reads the update if it is wanted; its Id comes first in every answer that was seen, and in the schema. */
    private static Optional<UpdateMetadata> metadata(XmlReader xml, String document, Predicate<Revision> wanted)
            throws IOException, FeedException {
        Revision revision = revision(xml);
        if (!wanted.test(revision)) {
            return Optional.empty();
        }
        UpdateBlob blob = new UpdateBlob(document, revision);
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            switch (xml.name()) {
                case "XmlUpdateBlob" -> blob.readPlain(xml);
                case "XmlUpdateBlobCompressed" -> blob.readCompressed(xml);
                default -> {}
            }
        }
        return Optional.of(blob.metadata());
    }

    private static void walk(XmlReader xml, FileAddresses addresses, Visitor visitor)
            throws IOException, FeedException {
        if (!Soap.find(xml, "GetUpdateDataResult")) {
            throw xml.failure("expected GetUpdateDataResult");
        }
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            int inside = xml.depth();
            switch (xml.name()) {
                case "updates" -> {
                    while (xml.nextChild(inside)) {
                        visitor.visit(xml);
                    }
                }
                case "fileUrls" -> addresses.read(xml);
                default -> {}
            }
        }
    }
}
