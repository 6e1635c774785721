package io.patchbay.feeds;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.api.WstxInputProperties.ParsingMode;
import com.ctc.wstx.stax.WstxInputFactory;
import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedException.Code;
import io.patchbay.spi.Snapshot;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Opens XML for reading element by element. A document type declaration is refused, so there are no entities to expand and nothing
 * outside to fetch.
 */
public final class Xml {
    /** A factory is thread-safe and costly, and there are as many as there are constants of limits. */
    private static final Map<Settings, XMLInputFactory2> FACTORIES = new ConcurrentHashMap<>();

    private Xml() {}

    private record Settings(ParsingMode mode, XmlLimits limits) {}

    /** A cursor over the feed's document; to be closed, which closes the document. */
    public static XmlReader open(Snapshot snapshot, Feed feed, XmlLimits limits) throws IOException, FeedException {
        return open(snapshot, Bounded.find(snapshot, feed), limits);
    }

    /** A cursor over the document; to be closed, which closes the document. */
    public static XmlReader open(Snapshot snapshot, Document document, XmlLimits limits)
            throws IOException, FeedException {
        if (document.size() == 0) {
            throw new FeedException(Code.EMPTY, document.name(), "", "the document is empty");
        }
        return open(WstxInputProperties.PARSING_MODE_DOCUMENT, snapshot.open(document.name()), document.name(), limits);
    }

    /**
     * A cursor over the XML in a stream; closing it closes the stream.
     *
     * @param document what messages call it
     */
    public static XmlReader open(InputStream in, String document, XmlLimits limits) throws IOException, FeedException {
        return open(WstxInputProperties.PARSING_MODE_DOCUMENT, in, document, limits);
    }

    /** As {@link #open(InputStream, String, XmlLimits)}, for XML that is text already, whatever it says of its encoding. */
    public static XmlReader open(Reader text, String document, XmlLimits limits) throws IOException, FeedException {
        ParsingMode mode = WstxInputProperties.PARSING_MODE_DOCUMENT;
        return open(mode, text, document, limits, factory -> factory.createXMLStreamReader(text));
    }

    /** As {@link #open(InputStream, String, XmlLimits)}, for XML with any number of root elements side by side. */
    public static XmlReader fragments(InputStream in, String document, XmlLimits limits)
            throws IOException, FeedException {
        return open(WstxInputProperties.PARSING_MODE_FRAGMENT, in, document, limits);
    }

    private static XmlReader open(ParsingMode mode, InputStream in, String document, XmlLimits limits)
            throws IOException, FeedException {
        return open(mode, in, document, limits, factory -> factory.createXMLStreamReader(in));
    }

    /** Opens a parser. */
    private interface Opening {
        XMLStreamReader open(XMLInputFactory2 factory) throws XMLStreamException;
    }

    private static XmlReader open(
            ParsingMode mode, Closeable source, String document, XmlLimits limits, Opening opening)
            throws IOException, FeedException {
        try {
            XMLInputFactory2 factory = FACTORIES.computeIfAbsent(new Settings(mode, limits), Xml::factory);
            return new XmlReader((XMLStreamReader2) opening.open(factory), source, document);
        } catch (XMLStreamException e) {
            source.close();
            throw XmlReader.notXml(document, "", e);
        }
    }

    private static XMLInputFactory2 factory(Settings settings) {
        XMLInputFactory2 factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(WstxInputProperties.P_INPUT_PARSING_MODE, settings.mode());
        // Otherwise a text that is not well-formed is an unchecked exception of whoever asks for it.
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        limit(factory, settings.limits());
        return factory;
    }

    private static void limit(XMLInputFactory2 factory, XmlLimits limits) {
        factory.setProperty(WstxInputProperties.P_MAX_CHARACTERS, limits.characters());
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, limits.elements());
        factory.setProperty(WstxInputProperties.P_MAX_CHILDREN_PER_ELEMENT, limits.children());
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, limits.depth());
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, limits.attributes());
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, limits.attributeLength());
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, limits.textLength());
    }
}
