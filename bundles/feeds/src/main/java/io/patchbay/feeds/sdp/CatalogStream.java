package io.patchbay.feeds.sdp;

import com.ctc.wstx.api.InvalidCharHandler;
import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The XML of a catalogue, made package by package as it is read, because a cabinet takes its members in that way. */
final class CatalogStream extends InputStream {
    private static final WstxOutputFactory FACTORY = factory();

    private final Iterator<SdpPackage> packages;
    private final SdpWriter.Refusals refusals;
    private final References references = new References();
    private final ByteArrayOutputStream made = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;
    private byte[] chunk = {};
    private int position;
    private long written;
    private boolean started;
    private boolean ended;

    CatalogStream(Iterator<SdpPackage> packages, SdpWriter.Refusals refusals) throws IOException {
        this.packages = packages;
        this.refusals = refusals;
        try {
            xml = FACTORY.createXMLStreamWriter(made, StandardCharsets.UTF_8.name());
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /** What XML cannot hold at all, such as a control character in a title, becomes a question mark. */
    private static WstxOutputFactory factory() {
        WstxOutputFactory factory = new WstxOutputFactory();
        factory.setProperty(
                WstxOutputProperties.P_OUTPUT_INVALID_CHAR_HANDLER, new InvalidCharHandler.ReplacingHandler('?'));
        return factory;
    }

    private static IOException failed(XMLStreamException e) {
        return new IOException("the catalogue cannot be written: " + e.getMessage(), e);
    }

    /** How many packages were written so far. */
    long written() {
        return written;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        while (position == chunk.length && !ended) {
            next();
        }
        int count = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, buffer, offset, count);
        position += count;
        return count == 0 && length > 0 ? -1 : count;
    }

    private void next() throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted");
        }
        try {
            if (!started) {
                start();
            } else if (packages.hasNext()) {
                write(packages.next());
            } else {
                xml.writeEndDocument();
                references.tell(refusals);
                ended = true;
            }
            xml.flush();
        } catch (XMLStreamException e) {
            throw failed(e);
        }
        chunk = made.toByteArray();
        position = 0;
        made.reset();
    }

    private void start() throws XMLStreamException {
        started = true;
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement(Namespace.SMC.prefix, "SystemsManagementCatalog", Namespace.SMC.uri);
        for (Namespace space : Namespace.values()) {
            xml.writeNamespace(space.prefix, space.uri);
        }
    }

    private void write(SdpPackage next) throws XMLStreamException {
        try {
            PackageElement.of(next, Namespace.SMC).write(xml);
            references.add(next);
            written++;
        } catch (InexpressibleException e) {
            refusals.refused(next, e.reason());
        }
    }
}
