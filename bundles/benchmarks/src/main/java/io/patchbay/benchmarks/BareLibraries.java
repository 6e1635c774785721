package io.patchbay.benchmarks;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The least that a library must do with some bytes, whoever uses it: what the project's own code is compared with. */
final class BareLibraries {
    private static final XMLInputFactory XML = new WstxInputFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(WstxInputProperties.P_INPUT_PARSING_MODE, WstxInputProperties.PARSING_MODE_FRAGMENT);
    }

    private BareLibraries() {}

    /** Steps through a document, or fragments with any number of roots; returns something that depends on all of it. */
    static int woodstox(InputStream in) throws XMLStreamException {
        XMLStreamReader xml = XML.createXMLStreamReader(in);
        int events = 0;
        while (xml.hasNext()) {
            events += xml.next();
        }
        xml.close();
        return events;
    }

    static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(bytes);
        deflater.finish();
        byte[] result = new byte[bytes.length];
        byte[] fitting = Arrays.copyOf(result, deflater.deflate(result));
        deflater.end();
        return fitting;
    }

    /** Inflates and drops what was deflated; returns how many bytes came out. */
    static long inflate(byte[] deflated) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        inflater.setInput(deflated);
        byte[] block = new byte[1 << 15];
        while (!inflater.finished()) {
            inflater.inflate(block);
        }
        long bytes = inflater.getBytesWritten();
        inflater.end();
        return bytes;
    }
}
