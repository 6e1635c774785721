package io.patchbay.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.spi.FeedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class XmlTest {
    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static XmlReader open(String text) throws IOException, FeedException {
        return Xml.open(stream(text), "test.xml", XmlLimits.DEFAULT);
    }

    /** The names of all elements, those inside in parentheses. */
    private static String outline(XmlReader xml, int depth) throws IOException, FeedException {
        StringBuilder names = new StringBuilder();
        while (xml.nextChild(depth)) {
            names.append(xml.name())
                    .append('(')
                    .append(outline(xml, xml.depth()))
                    .append(')');
        }
        return names.toString();
    }

    private static String outline(String text) throws IOException, FeedException {
        try (XmlReader xml = open(text)) {
            return outline(xml, 0);
        }
    }

    private static String failure(String text) {
        return String.valueOf(
                assertThrows(FeedException.class, () -> outline(text)).getMessage());
    }

    @Test
    void walksElementsInside() throws Exception {
        assertEquals(
                "a(b()c(d()))", outline("<?xml version=\"1.0\"?><a>x<b/><!-- --><p:c xmlns:p=\"p\"><d/></p:c></a>"));
    }

    @Test
    void stepsOverWhatIsLeftUnread() throws Exception {
        try (XmlReader xml = open("<a><b><c><d/></c></b><e/></a>")) {
            assertTrue(xml.nextChild(0));
            assertTrue(xml.nextChild(1));
            assertTrue(xml.nextChild(2));
            assertEquals("c", xml.name());
            assertTrue(xml.nextChild(1));
            assertEquals("e", xml.name());
            assertFalse(xml.nextChild(1));
            assertFalse(xml.nextChild(0));
        }
    }

    @Test
    void givesTextAndAttributes() throws Exception {
        try (XmlReader xml = open("<a k=\"1\" x:k=\"2\" xmlns:x=\"x\"> t&amp;<![CDATA[<]]><b>no</b>u </a>")) {
            assertTrue(xml.nextChild(0));
            assertEquals("1", xml.attribute("k"));
            assertNull(xml.attribute("missing"));
            assertEquals("t&<u", xml.text());
            assertFalse(xml.nextChild(0));
        }
    }

    @Test
    void givesAllAttributesInOrder() throws Exception {
        try (XmlReader xml = open("<a z=\"1\" b=\"2\"/>")) {
            assertTrue(xml.nextChild(0));
            assertEquals(Map.of("b", "2", "z", "1"), xml.attributes());
            assertEquals("b", xml.attributes().firstKey());
        }
    }

    @Test
    void fragmentsMayHaveSeveralRoots() throws Exception {
        InputStream in = stream("<a/><b><c/></b>");
        try (XmlReader xml = Xml.fragments(in, "fragment", XmlLimits.DEFAULT)) {
            assertEquals("a()b(c())", outline(xml, 0));
        }
    }

    @Test
    void documentsMayNot() {
        assertTrue(failure("<a/><b/>").startsWith("test.xml at line 1, column "));
    }

    @Test
    void refusesADocumentTypeDeclaration() {
        assertTrue(failure("<!DOCTYPE a [<!ENTITY e \"x\">]><a>&e;</a>").contains("document type"));
    }

    @Test
    void refusesAnEntityThatNobodyDeclares() {
        assertTrue(failure("<a>&e;</a>").contains("line 1"));
    }

    @Test
    void refusesTextThatIsNotWellFormed() {
        failure("<a>]]></a>");
        failure("<a>");
        failure("");
        failure("<a b='1' b='2'/>");
    }

    @Test
    void keepsLimits() {
        assertTrue(failure("<a>".repeat(200)).contains("limit"));
        assertTrue(failure("<a b=\"" + "x".repeat((1 << 20) + 10) + "\"/>").contains("limit"));
        InputStream in = stream("<a>" + "<b/>".repeat(5_000) + "</a>");
        XmlLimits limits = XmlLimits.DEFAULT.withCharacters(10_000);
        assertThrows(FeedException.class, () -> outline(Xml.open(in, "test.xml", limits), 0));
    }

    @Test
    void aStreamThatBreaksIsNotAnUpstreamThatChanged() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("cut off");
            }
        };
        assertThrows(IOException.class, () -> outline(Xml.open(broken, "test.xml", XmlLimits.DEFAULT), 0));
    }

    @Test
    void hostileDocumentsAreReadOrRefused() throws Exception {
        for (Path file : SharedFiles.in("bad-input/xml")) {
            byte[] bytes = Files.readAllBytes(file);
            try (XmlReader xml = Xml.open(new ByteArrayInputStream(bytes), "hostile", XmlLimits.DEFAULT)) {
                outline(xml, 0);
                assertFalse(new String(bytes, StandardCharsets.ISO_8859_1).contains("<!DOCTYPE"), file.toString());
            } catch (IOException | FeedException refused) {
                assertTrue(String.valueOf(refused.getMessage()).length() < 20_000, file.toString());
            }
        }
    }
}
