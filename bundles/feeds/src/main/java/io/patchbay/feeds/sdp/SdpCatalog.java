package io.patchbay.feeds.sdp;

import io.patchbay.cabinet.CabinetException;
import io.patchbay.cabinet.CabinetLimits;
import io.patchbay.cabinet.CabinetReader;
import io.patchbay.cabinet.Member;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/**
 * Reads a catalogue of packages out of whatever it is packed in, package by package. What it is, its first bytes tell.
 */
public final class SdpCatalog {
    private static final int SIGNATURE = 4;

    private final String document;
    private final SdpReader reader;

    private SdpCatalog(String document, UpdateSink sink) {
        this.document = document;
        this.reader = new SdpReader(document, sink);
    }

    /**
     * Reads a document of a snapshot.
     *
     * @param sink takes the updates as they are read
     * @throws FeedException if this is no catalogue, or one of its packages is not as the schema says; names the
     *     package and the place
     */
    public static void read(Snapshot snapshot, Document document, UpdateSink sink) throws IOException, FeedException {
        try (InputStream in = snapshot.open(document.name())) {
            read(in, document.name(), sink);
        }
    }

    /**
     * As {@link #read(Snapshot, Document, UpdateSink)}, from a stream, which stays open.
     *
     * @param document the name of the document, for messages and as the source of what is read
     */
    public static void read(InputStream in, String document, UpdateSink sink) throws IOException, FeedException {
        SdpCatalog catalog = new SdpCatalog(document, sink);
        try {
            catalog.readAny(new BufferedInputStream(in));
        } catch (CabinetException | ZipException | EOFException e) {
            throw new FeedException(document, "", String.valueOf(e.getMessage()), e);
        }
        if (catalog.reader.packages() == 0) {
            throw new FeedException(document, "", "expected packages, found none");
        }
    }

    private void readAny(InputStream in) throws IOException, FeedException {
        in.mark(SIGNATURE);
        String signature = new String(in.readNBytes(SIGNATURE), StandardCharsets.ISO_8859_1);
        in.reset();
        switch (signature) {
            case "MSCF" -> readCabinet(in, document);
            case "PK\3\4" -> readZip(in);
            default -> reader.read(in, document);
        }
    }

    /** Cabinets of the later forms hold the one XML of the first form as well: the same packages once more. */
    private void readCabinet(InputStream in, String name) throws IOException, FeedException {
        try (CabinetReader cabinet = new CabinetReader(name, in, CabinetLimits.DEFAULT)) {
            boolean single = cabinet.members().stream().anyMatch(member -> is(member.name(), ".sdp"));
            for (Member member = cabinet.next(); member != null; member = cabinet.next()) {
                if (is(member.name(), single ? ".sdp" : ".xml")) {
                    reader.read(cabinet.content(), name + "!" + member.name());
                }
            }
        }
    }

    @SuppressWarnings("resource") // closing it closes nothing: the stream below is the caller's
    private void readZip(InputStream in) throws IOException, FeedException {
        ZipMembers zip = new ZipMembers(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = document + "!" + entry.getName();
            if (is(name, ".cab")) {
                readCabinet(zip, name);
            } else if (is(name, ".xml") || is(name, ".sdp")) {
                reader.read(zip, name);
            }
            zip.closeEntry();
        }
    }

    private static boolean is(String name, String ending) {
        return name.toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
