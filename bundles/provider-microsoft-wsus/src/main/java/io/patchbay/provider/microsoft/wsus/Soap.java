package io.patchbay.provider.microsoft.wsus;

import io.patchbay.feeds.Xml;
import io.patchbay.feeds.XmlLimits;
import io.patchbay.feeds.XmlReader;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads SOAP answers by the names of elements: prefixes differ from server to server, and so does the order of elements. */
final class Soap {
    /** A list of revisions is not paged, and an update's document may be a text of 47 million characters. */
    static final XmlLimits LIMITS = XmlLimits.DEFAULT.withCharacters(1L << 30).withTextLength(1 << 28);

    private static final Optional<String> FAULT = Optional.of("Fault");

    private Soap() {}

    /** Opens an answer. Some of the specification's samples leave the envelope out; that is read too. */
    static XmlReader open(InputStream in, String name) throws IOException, FeedException {
        return Xml.open(in, name, LIMITS);
    }

    /**
     * Moves to the response to an operation, in an answer to a question to this feed.
     *
     * @throws SoapFault if there is a fault in its place
     */
    static void enter(XmlReader xml, Feed feed, Operation operation) throws IOException, FeedException {
        Optional<String> body = body(xml);
        if (body.equals(FAULT)) {
            throw SoapFault.read(xml, feed, operation);
        }
        require(xml, operation, body);
    }

    /** Moves to the response to an operation, in a document. */
    static void enter(XmlReader xml, Operation operation) throws IOException, FeedException {
        require(xml, operation, body(xml));
    }

    private static void require(XmlReader xml, Operation operation, Optional<String> body) throws FeedException {
        String expected = operation.title() + "Response";
        if (!body.equals(Optional.of(expected))) {
            throw xml.failure("expected " + expected + ", found " + body.orElse("nothing"));
        }
    }

    /** The fault in a refusal; empty if there is none, or none with an ErrorCode. */
    static Optional<SoapFault> fault(byte[] refusal, Feed feed, Operation operation) {
        try (XmlReader xml = open(new ByteArrayInputStream(refusal), operation.title())) {
            if (body(xml).equals(FAULT)) {
                return Optional.of(SoapFault.read(xml, feed, operation))
                        .filter(fault -> !fault.code().isEmpty());
            }
        } catch (IOException | FeedException e) {
            // An upstream that refuses with a page of some kind: there is no fault in it.
        }
        return Optional.empty();
    }

    private static Optional<String> body(XmlReader xml) throws IOException, FeedException {
        boolean found = xml.nextChild(0);
        while (found
                && (xml.name().equals("Envelope")
                        || xml.name().equals("Body")
                        || xml.name().equals("Header"))) {
            found = xml.nextChild(xml.name().equals("Header") ? xml.depth() - 1 : xml.depth());
        }
        return found ? Optional.of(xml.name()) : Optional.empty();
    }

    /** Moves to the first element of this name inside the current one, however deep; false if there is none. */
    static boolean find(XmlReader xml, String name) throws IOException, FeedException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            if (xml.name().equals(name) || find(xml, name)) {
                return true;
            }
        }
        return false;
    }
}
