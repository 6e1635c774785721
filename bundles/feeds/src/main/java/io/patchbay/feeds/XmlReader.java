package io.patchbay.feeds;

import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedException.Code;
import java.io.CharConversionException;
import java.io.Closeable;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
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
    private final XMLStreamReader2 xml;
    private final Closeable source;
    private final String document;
    private final XmlCharacters characters = new XmlCharacters();
    private int depth;
    private String part = "";
    private boolean ended;

    XmlReader(XMLStreamReader2 xml, Closeable source, String document) {
        this.xml = xml;
        this.source = source;
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
        return nextChild(parent, (XmlText) null);
    }

    /** As {@link #nextChild(int)}; adds what text there is directly inside of the outer element on the way. */
    public boolean nextChild(int parent, @Nullable XmlText text) throws IOException, FeedException {
        while (depth >= parent && !ended) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT && depth == parent + 1) {
                return true;
            }
            if (text != null && depth == parent && isText(event)) {
                text.add(xml.getText());
            }
        }
        return false;
    }

    /** As {@link #nextChild(int, XmlText)}, in the form that release 0.0.1 had. */
    public boolean nextChild(int parent, @Nullable StringBuilder text) throws IOException, FeedException {
        XmlText read = new XmlText();
        boolean found = nextChild(parent, read);
        if (text != null) {
            text.append(read.untrimmed());
        }
        return found;
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    /** Moves by one event. */
    private int next() throws IOException, FeedException {
        try {
            int event = xml.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.END_DOCUMENT -> ended = true;
                case XMLStreamConstants.DTD -> throw dtd();
                case XMLStreamConstants.ENTITY_REFERENCE -> throw failure("expected no entity " + xml.getLocalName());
                default -> {}
            }
            return event;
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

    /**
     * As {@link #attribute}, without a String for what is only parsed: valid until the next call of any method. White space around it is
     * left out.
     */
    public @Nullable CharSequence characters(String name) throws FeedException {
        int index = xml.getAttributeIndex(null, name);
        if (index < 0) {
            return null;
        }
        try {
            xml.getAttributeAs(index, characters);
            return characters;
        } catch (XMLStreamException e) {
            throw failure("the attribute " + name + " cannot be read: " + e.getMessage());
        }
    }

    /** All attributes of the current element by local name. */
    public SortedMap<String, String> attributes() {
        if (xml.getAttributeCount() == 0) {
            return Collections.emptySortedMap();
        }
        TreeMap<String, String> attributes = new TreeMap<>();
        attributes(attributes::put);
        return attributes;
    }

    /** Tells of all attributes of the current element by local name. */
    public void attributes(BiConsumer<String, String> each) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            each.accept(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
    }

    /** The text directly inside of the current element, trimmed; moves to the end of the element. */
    public String text() throws IOException, FeedException {
        XmlText text = new XmlText();
        int current = depth;
        while (nextChild(current, text)) {
            // Elements inside are stepped over.
        }
        return text.toString();
    }

    /** A page in place of a feed is a portal's or an error's, which is no attack. */
    private FeedException dtd() throws XMLStreamException {
        String place = place(part, xml.getLocation());
        if ("html".equalsIgnoreCase(xml.getDTDInfo().getDTDRootName())) {
            return new FeedException(document, place, "expected XML, found a page of HTML");
        }
        return new FeedException(Code.DTD, document, place, "expected no document type declaration");
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
                Code.NOT_WELL_FORMED,
                document,
                place(part, e.getLocation()),
                "not well-formed, or beyond a limit: " + e.getMessage(),
                e);
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(document + ": cannot be closed", e);
        } finally {
            source.close();
        }
    }
}
