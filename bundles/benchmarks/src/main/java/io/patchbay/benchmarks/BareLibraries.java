package io.patchbay.benchmarks;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;

/** The least that a library must do with some bytes, whoever uses it: what the project's own code is compared with. */
final class BareLibraries {
    private static final XMLInputFactory XML = new WstxInputFactory();
    private static final JsonFactory JSON = new JsonFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(WstxInputProperties.P_INPUT_PARSING_MODE, WstxInputProperties.PARSING_MODE_FRAGMENT);
    }

    private BareLibraries() {}

    /** Passes over a document of a recorded feed by the library of its format, which its name or beginning tells. */
    static void pass(String name, byte[] bytes, Consumer<Object> taken) throws IOException, XMLStreamException {
        if (name.equals("posts.json")) {
            jacksonAndPages(bytes, taken);
        } else if (name.endsWith(".json") || bytes[0] == '{') {
            taken.accept(jackson(bytes));
        } else if (name.endsWith(".html")) {
            taken.accept(jsoup(bytes));
        } else if (name.endsWith(".xml")) {
            taken.accept(woodstox(new ByteArrayInputStream(bytes)));
        } else if (name.endsWith(".yml")) {
            taken.accept(yaml(new String(bytes, StandardCharsets.UTF_8)));
        } else {
            taken.accept(new String(bytes, StandardCharsets.UTF_8).lines().count());
        }
    }

    /** Steps through a document; returns something that depends on all of it. */
    static int yaml(String text) {
        int events = 0;
        for (Event event : new Parse(LoadSettings.builder().build()).parseString(text)) {
            events += event.getEventId() == Event.ID.Scalar ? 2 : 1;
        }
        return events;
    }

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

    /** As {@link #woodstox}, asking for names, attributes and texts as strings. */
    static void woodstoxValues(InputStream in, Consumer<String> taken) throws XMLStreamException {
        XMLStreamReader xml = XML.createXMLStreamReader(in);
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.CHARACTERS) {
                taken.accept(xml.getText());
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                taken.accept(xml.getLocalName());
                for (int i = 0; i < xml.getAttributeCount(); i++) {
                    taken.accept(xml.getAttributeValue(i));
                }
            }
        }
        xml.close();
    }

    /** Steps through a document; returns something that depends on all of it. */
    static int jackson(byte[] bytes) throws IOException {
        int tokens = 0;
        try (JsonParser json = JSON.createParser(bytes)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                tokens += token.id();
            }
        }
        return tokens;
    }

    /** As {@link #jackson}, for pages within JSON: what begins with a tag is HTML, of which jsoup makes a tree. */
    static void jacksonAndPages(byte[] bytes, Consumer<Object> taken) throws IOException {
        try (JsonParser json = JSON.createParser(bytes)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                boolean page = token == JsonToken.VALUE_STRING && json.getTextCharacters()[json.getTextOffset()] == '<';
                taken.accept(page ? Jsoup.parse(json.getText()) : token);
            }
        }
    }

    /** As {@link #jackson}, asking for names and values as strings. */
    static void jacksonValues(byte[] bytes, Consumer<String> taken) throws IOException {
        try (JsonParser json = JSON.createParser(bytes)) {
            while (json.nextToken() != null) {
                taken.accept(json.getText());
            }
        }
    }

    /** Parses a page into a tree. */
    static Element jsoup(byte[] bytes) throws IOException {
        return Jsoup.parse(new ByteArrayInputStream(bytes), null, "");
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
