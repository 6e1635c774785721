package io.patchbay.testkit.wsus;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A SOAP request, read by local names: a client chooses its prefixes. */
final class SoapCall {
    private static final String ANY = "*";

    private final Element body;

    private SoapCall(Element body) {
        this.body = body;
    }

    static SoapCall parse(String request) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // prints nothing
            Element envelope =
                    builder.parse(new InputSource(new StringReader(request))).getDocumentElement();
            return new SoapCall(elements(envelope, "Body").findFirst().orElse(envelope));
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException("the request is not SOAP", e);
        }
    }

    /** The operation that is called. */
    String operation() {
        return elements(body, ANY).findFirst().map(Element::getLocalName).orElse("");
    }

    /** The text of the first element of this name. */
    Optional<String> text(String name) {
        return elements(name).findFirst().map(Element::getTextContent);
    }

    /** All elements of this name. */
    Stream<Element> elements(String name) {
        return elements(body, name);
    }

    /** The text of the first element of this name inside another; empty if there is none. */
    static String text(Element parent, String name) {
        return elements(parent, name).findFirst().map(Element::getTextContent).orElse("");
    }

    static Stream<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagNameNS(ANY, name);
        return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
    }
}
