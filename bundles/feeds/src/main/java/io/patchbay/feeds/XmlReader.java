package io.patchbay.feeds;

import io.patchbay.spi.FeedException;
import java.io.CharConversionException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A cursor over the elements of an XML document. It only moves forward and keeps nothing, so a document can be of any size.
 *
 * <pre>{@code
 * int depth = xml.depth();
 * while (xml.nextChild(depth)) {          // what a branch leaves unread of its element is stepped over
 *     switch (xml.name()) {
 *         case "Title" -> title = xml.text();
 *         case "Files" -> readFiles(xml);
 *         default -> {}
 *     }
 * }
 * }</pre>
 *
 * <p>Not thread-safe.
 */
public final class XmlReader implements Closeable {
    private final XMLStreamReader xml;
    private final InputStream in;
    private final String document;
    private int depth;
    private String part = "";

    XmlReader(XMLStreamReader xml, InputStream in, String document) {
        this.xml = xml;
        this.in = in;
        this.document = document;
    }

    /** Says which part of the document the cursor is in, such as {@code package 4711}, for messages to name it; blank for none. */
    public void inside(String name) {
        part = name;
    }

    /** How many elements the cursor is inside of, the current one among them; 0 before the first. */
    public int depth() {
        return depth;
    }

    /**
     * Moves to the next element inside of another, over whatever is left of the one before.
     *
     * @param parent the {@link #depth()} when the cursor was at the outer element; 0 for the elements of the document
     * @return false if there is none; the cursor is at the end of the outer element then
     * @throws IOException if the document cannot be read
     * @throws FeedException if it is not well-formed, has a document type declaration, or breaks a limit
     */
    public boolean nextChild(int parent) throws IOException, FeedException {
        return nextChild(parent, null);
    }

    /** As {@link #nextChild(int)}; appends what text there is directly inside of the outer element on the way. */
    public boolean nextChild(int parent, @Nullable StringBuilder text) throws IOException, FeedException {
        while (depth >= parent && next()) {
            int event = xml.getEventType();
            if (event == XMLStreamConstants.START_ELEMENT && depth == parent + 1) {
                return true;
            }
            if (text != null && depth == parent && isText(event)) {
                text.append(xml.getText());
            }
        }
        return false;
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    /** Moves by one event; returns false at the end of the document. */
    private boolean next() throws IOException, FeedException {
        try {
            if (!xml.hasNext()) {
                return false;
            }
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.DTD -> throw failure("expected no document type declaration");
                case XMLStreamConstants.ENTITY_REFERENCE -> throw failure("expected no entity " + xml.getLocalName());
                default -> {}
            }
            return true;
        } catch (XMLStreamException e) {
            throw notXml(document, part, e);
        }
    }

    /** The name of the current element, without a name space or prefix. */
    public String name() {
        return xml.getLocalName();
    }

    /** An attribute of the current element that is in no name space; null if it has none of this name. */
    public @Nullable String attribute(String name) {
        return xml.getAttributeValue(null, name);
    }

    /** All attributes of the current element by local name. */
    public SortedMap<String, String> attributes() {
        SortedMap<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        return attributes;
    }

    /** The text directly inside of the current element, trimmed; moves to the end of the element. */
    public String text() throws IOException, FeedException {
        StringBuilder text = new StringBuilder();
        int current = depth;
        while (nextChild(current, text)) {
            // Elements inside are stepped over.
        }
        return text.toString().trim();
    }

    /** That the document is not what was expected at the cursor. */
    public FeedException failure(String problem) {
        return new FeedException(document, place(part, xml.getLocation()), problem);
    }

    private static String place(String part, @Nullable Location location) {
        if (location == null) {
            return part;
        }
        String line = "line " + location.getLineNumber() + ", column " + location.getColumnNumber();
        return part.isEmpty() ? line : part + ", " + line;
    }

    /** What a parser's failure means: the stream's own exception, if it could not be read. */
    static FeedException notXml(String document, String part, XMLStreamException e) throws IOException {
        Throwable cause = e.getNestedException();
        boolean encoding = cause instanceof CharConversionException || cause instanceof UnsupportedEncodingException;
        if (cause instanceof IOException failure && !encoding) {
            throw failure;
        }
        return new FeedException(
                document, place(part, e.getLocation()), "not well-formed, or beyond a limit: " + e.getMessage(), e);
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(document + ": cannot be closed", e);
        } finally {
            in.close();
        }
    }
}
