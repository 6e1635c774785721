package io.patchbay.provider.microsoft.wsus;

import io.patchbay.cabinet.CabinetException;
import io.patchbay.cabinet.CabinetLimits;
import io.patchbay.cabinet.CabinetReader;
import io.patchbay.feeds.Xml;
import io.patchbay.feeds.XmlLimits;
import io.patchbay.feeds.XmlReader;
import io.patchbay.feeds.XmlText;
import io.patchbay.feeds.microsoft.MetadataReader;
import io.patchbay.feeds.microsoft.UpdateMetadata;
import io.patchbay.spi.FeedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Base64;

/** Reads the document of one revision, in whichever form it comes: as text, or in a cabinet. */
final class UpdateBlob {
    /**
     * The largest document known has 47 million characters, almost all of them a component manifest, which is passed over. That may have more
     * than half a million elements side by side, which is what needs so wide a limit.
     */
    private static final XmlLimits XML = XmlLimits.DEFAULT.withCharacters(512L << 20);

    private static final CabinetLimits CABINET = new CabinetLimits(1, 512L << 20, 512L << 20);
    private static final byte[] UTF_16LE = {(byte) 0xff, (byte) 0xfe};

    private final String document;
    private final Revision revision;
    private final MetadataReader reader;

    /**
     * A blob that was not read yet.
     *
     * @param document the name of the answer that it is in
     */
    UpdateBlob(String document, Revision revision) {
        this.document = document;
        this.revision = revision;
        this.reader = new MetadataReader(document);
    }

    /** Reads the XmlUpdateBlob that the cursor is at: escaped XML, or plain elements as in the specification's samples. */
    void readPlain(XmlReader xml) throws IOException, FeedException {
        XmlText text = new XmlText();
        if (xml.nextChild(xml.depth(), text)) {
            reader.read(xml);
        } else {
            readText(text.toString());
        }
    }

    /** Reads a document that is a text. */
    void readText(String text) throws IOException, FeedException {
        readText(new StringReader(text));
    }

    /** Reads a document that is a text, which may be a large one. */
    void readText(Reader text) throws IOException, FeedException {
        try (XmlReader xml = Xml.open(text, place(), XML)) {
            reader.read(xml);
        }
    }

    /** Reads the XmlUpdateBlobCompressed that the cursor is at: a cabinet of one member in UTF-16LE, without a byte order mark. */
    void readCompressed(XmlReader xml) throws IOException, FeedException {
        byte[] bytes = bytes(xml);
        try (CabinetReader cabinet = new CabinetReader(place(), new ByteArrayInputStream(bytes), CABINET)) {
            if (cabinet.next() == null) {
                throw new FeedException(document, revision.toString(), "expected a document in the cabinet");
            }
            read(marked(cabinet.content()));
        } catch (CabinetException e) {
            throw new FeedException(document, revision.toString(), "not a cabinet as expected: " + e.getMessage(), e);
        }
    }

    /** The stream with a byte order mark, which real documents have not, and which tells a parser what they are. */
    private static InputStream marked(InputStream in) throws IOException {
        byte[] beginning = in.readNBytes(UTF_16LE.length);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(beginning), in);
        return Arrays.equals(beginning, UTF_16LE)
                ? whole
                : new SequenceInputStream(new ByteArrayInputStream(UTF_16LE), whole);
    }

    private static byte[] bytes(XmlReader xml) throws IOException, FeedException {
        try {
            return Base64.getMimeDecoder().decode(xml.text());
        } catch (IllegalArgumentException e) {
            throw xml.failure("expected Base64 in XmlUpdateBlobCompressed: " + e.getMessage());
        }
    }

    private void read(InputStream in) throws IOException, FeedException {
        try (XmlReader xml = Xml.open(in, place(), XML)) {
            reader.read(xml);
        }
    }

    private String place() {
        return document + "!" + revision;
    }

    /**
     * What was read.
     *
     * @throws FeedException if it is of another revision, or contradicts itself
     */
    UpdateMetadata metadata() throws FeedException {
        UpdateMetadata metadata = result();
        if (!revision.id().equals(metadata.id()) || revision.number() != metadata.revision()) {
            String found = metadata.id() == null ? "none" : new Revision(metadata.id(), metadata.revision()).toString();
            throw new FeedException(
                    document, revision.toString(), "expected the document of this revision, found " + found);
        }
        return metadata;
    }

    private UpdateMetadata result() throws FeedException {
        try {
            return reader.result();
        } catch (IllegalArgumentException e) {
            throw new FeedException(document, revision.toString(), String.valueOf(e.getMessage()), e);
        }
    }
}
