package io.patchbay.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.spi.FeedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class XmlTest {
    private static final Duration LONGEST = Duration.ofSeconds(2);

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
    void readsInTheFormOfTheFirstRelease() throws Exception {
        XmlLimits limits = new XmlLimits(64L << 10, 3, 1_000);
        assertEquals(XmlLimits.DEFAULT.withCharacters(64L << 10).elements(), limits.elements());
        StringBuilder text = new StringBuilder();
        try (XmlReader xml = Xml.open(stream("<a> t <b/> u</a>"), "test.xml", limits)) {
            assertTrue(xml.nextChild(0, (StringBuilder) null));
            assertTrue(xml.nextChild(1, text));
            assertFalse(xml.nextChild(1, text));
        }
        assertEquals(" t  u", text.toString());
        assertThrows(FeedException.class, () -> outline(Xml.open(stream("<a>".repeat(4)), "test.xml", limits), 0));
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

    static List<String> beyondLimits() {
        String attributes =
                IntStream.range(0, 65).mapToObj(i -> " a" + i + "=''").collect(Collectors.joining());
        return List.of(
                "<a>".repeat(65),
                "<a" + attributes + "/>",
                "<a b='" + "x".repeat((1 << 16) + 1_000) + "'/>",
                "<a>" + "x".repeat((1 << 20) + 10_000) + "</a>",
                "<a>" + "<b/>".repeat((1 << 17) + 1) + "</a>",
                "<a>" + ("<b>" + "<c/>".repeat(1 << 16) + "</b>").repeat(17) + "</a>");
    }

    @ParameterizedTest
    @MethodSource("beyondLimits")
    void refusesWhatIsBeyondALimit(String text) {
        assertTrue(failure(text).contains("imit"), failure(text));
    }

    @Test
    void readsWhatIsJustWithinTheLimits() throws Exception {
        outline(open("<a>".repeat(64) + "</a>".repeat(64)), 0);
        outline(open("<a>" + "<b/>".repeat(1 << 17) + "</a>"), 0);
    }

    @Test
    void keepsTheLimitsOfDocumentsOfAnotherSize() {
        XmlLimits limits = XmlLimits.DEFAULT.withCharacters(64L << 10);
        assertEquals(new XmlLimits(1L << 16, 1 << 10, 1 << 7, 64, 64, 1 << 16, 1 << 20), limits);
        InputStream in = stream("<a>" + "<b/>".repeat(200) + "</a>");
        assertThrows(FeedException.class, () -> outline(Xml.open(in, "test.xml", limits), 0));
    }

    @Test
    void knowsNoDocumentWithoutLimits() {
        assertThrows(IllegalArgumentException.class, () -> XmlLimits.DEFAULT.withCharacters(0));
        assertThrows(IllegalArgumentException.class, () -> XmlLimits.DEFAULT.withTextLength(0));
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
            assertTimeoutPreemptively(LONGEST, () -> readOrRefuse(bytes, file), file.toString());
        }
    }

    private static void readOrRefuse(byte[] bytes, Path file) throws IOException {
        try (XmlReader xml = Xml.open(new ByteArrayInputStream(bytes), "hostile", XmlLimits.DEFAULT)) {
            outline(xml, 0);
            assertFalse(hasDocumentType(bytes), () -> file + " has a document type");
        } catch (FeedException refused) {
            String message = String.valueOf(refused.getMessage());
            assertTrue(message.startsWith("hostile") && message.length() < 20_000, () -> file + ": " + message);
        }
    }

    /** In UTF-16 there are zeros between the characters. */
    private static boolean hasDocumentType(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.replace("\0", "").contains("<!DOCTYPE");
    }

    @Test
    void everyEntityExpansionIsRefused() throws Exception {
        for (Path file : SharedFiles.in("bad-input/xml/entity-expansion")) {
            if (file.toString().endsWith(".xml")) {
                InputStream in = new ByteArrayInputStream(Files.readAllBytes(file));
                assertThrows(
                        FeedException.class, () -> outline(Xml.open(in, "x", XmlLimits.DEFAULT), 0), file.toString());
            }
        }
    }
}
