package io.patchbay.feeds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedException.Code;
import io.patchbay.spi.Snapshot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * Reads HTML as browsers do, in the encoding that the page declares. A page cut short parses without complaint: a provider must look for
 * what it expects at the end.
 */
public final class Html {
    private static final int DEEPEST = 512;

    /** A tag of three bytes becomes an element of a hundred. */
    private static final int LONGEST = 8 << 20;

    private static final int TAIL = 200;

    /** What a byte becomes that is not ASCII. */
    private static final char NOT_ASCII = '\ufffd';

    private static final char ESCAPE = 0x1b;

    private Html() {}

    /**
     * The feed's page. Links are resolved against the address it was fetched from, else against the feed's.
     *
     * @throws FeedException if there is no such document, or if it is no page
     */
    public static org.jsoup.nodes.Document read(Snapshot snapshot, Feed feed) throws IOException, FeedException {
        Document document = Bounded.find(snapshot, feed);
        String base = document.url() == null ? feed.url().toString() : address(document);
        return parse(Bounded.bytes(snapshot, feed), feed.name(), base);
    }

    /**
     * A page. Links are resolved against the address it was fetched from; they stay relative if that is not known.
     *
     * @throws FeedException if it is no page
     */
    public static org.jsoup.nodes.Document read(Snapshot snapshot, Document document)
            throws IOException, FeedException {
        return parse(Bounded.bytes(snapshot, document), document.name(), address(document));
    }

    /** As {@link #readWhole(Snapshot, Document)}, for the feed's page. */
    public static org.jsoup.nodes.Document readWhole(Snapshot snapshot, Feed feed) throws IOException, FeedException {
        return readWhole(snapshot, Bounded.find(snapshot, feed));
    }

    /** As {@link #readWhole(Snapshot, Document)}, for the page of this name. */
    public static org.jsoup.nodes.Document readWhole(Snapshot snapshot, String document)
            throws IOException, FeedException {
        return readWhole(snapshot, Bounded.find(snapshot, document));
    }

    /**
     * Where the links of a page lead, as it writes them, in its order.
     *
     * @param document the page's name, and {@code which} the selector of the links, for messages
     * @param what they lead to, for messages
     * @throws FeedException if there is none
     */
    public static List<String> links(Element page, String document, String which, String what) throws FeedException {
        List<String> links = page.select(which).eachAttr("href");
        if (links.isEmpty()) {
            throw new FeedException(document, which, "expected links to " + what);
        }
        return links;
    }

    /** As above, of the page of this name, which is read as by {@link #readWhole(Snapshot, String)}. */
    public static List<String> links(Snapshot snapshot, String document, String which, String what)
            throws IOException, FeedException {
        return links(readWhole(snapshot, document), document, which, what);
    }

    /**
     * As above, those that have this part somewhere in their address: to read a selector takes as long as to look through a short page.
     *
     * @param document the page's name
     */
    public static List<String> linksWith(String part, Element page, String document, String what) throws FeedException {
        List<String> links = find(page, "a")
                .map(link -> link.attr("href"))
                .filter(address -> address.contains(part))
                .toList();
        if (links.isEmpty()) {
            throw new FeedException(document, "a[href*=" + part + ']', "expected links to " + what);
        }
        return links;
    }

    /** As above, of the page of this name, which is read as by {@link #readWhole(Snapshot, String)}. */
    public static List<String> linksWith(String part, Snapshot snapshot, String document, String what)
            throws IOException, FeedException {
        return linksWith(part, readWhole(snapshot, document), document, what);
    }

    /**
     * Fails unless one of these links ends so.
     *
     * @param document the page's name, for messages
     */
    public static void requireLink(List<String> links, String document, String end) throws FeedException {
        if (links.stream().noneMatch(link -> link.endsWith(end))) {
            throw new FeedException(document, "a[href$=" + end + ']', "expected a link to this file of the release");
        }
    }

    /**
     * The texts of a page's elements that are selected, as far as they have any, in its order.
     *
     * @param document the page's name, and {@code which} the selector of the elements, for messages
     * @param what they are, for messages
     * @throws FeedException if there is none
     */
    public static List<String> texts(Element page, String document, String which, String what) throws FeedException {
        List<String> texts = page.select(which).eachText();
        if (texts.isEmpty()) {
            throw new FeedException(document, which, "expected " + what);
        }
        return texts;
    }

    /** The rows of all tables of a page: the texts of their cells, without white space around them. */
    public static List<List<String>> rows(Element page) {
        return find(page, "tr").map(Html::cells).toList();
    }

    /** As above, those with a word that stands as it is, in one piece, between the tags of the page. */
    public static List<List<String>> rows(Element page, String word) {
        return find(page, "tr").filter(row -> has(row, word)).map(Html::cells).toList();
    }

    /** Whether a word stands as it is, in one piece, between the tags of a page. */
    static boolean has(Element page, String word) {
        for (Node node = page.firstChild(); node != null; node = node.nextSibling()) {
            boolean found = node instanceof Element element
                    ? has(element, word)
                    : node instanceof TextNode text && text.getWholeText().contains(word);
            if (found) {
                return true;
            }
        }
        return false;
    }

    /** Pages have thousands of nodes: a selector takes twice as long to find all that have a name. */
    private static Stream<Element> find(Element in, String name) {
        List<Element> found = new ArrayList<>();
        find(in, name, found);
        return found.stream();
    }

    private static void find(Element in, String name, List<Element> found) {
        for (Node node = in.firstChild(); node != null; node = node.nextSibling()) {
            if (node instanceof Element element) {
                if (element.nameIs(name)) {
                    found.add(element);
                }
                find(element, name, found);
            }
        }
    }

    private static List<String> cells(Element row) {
        List<String> cells = new ArrayList<>(row.childNodeSize());
        for (Node node = row.firstChild(); node != null; node = node.nextSibling()) {
            if (node instanceof Element cell) {
                cells.add(text(cell).strip());
            }
        }
        return cells;
    }

    /** What most cells have is one text that is its own, with nothing in it that would be left out. */
    private static String text(Element cell) {
        boolean one = cell.childNodeSize() == 1 && cell.childNode(0) instanceof TextNode;
        String text = one ? ((TextNode) cell.childNode(0)).getWholeText() : "";
        return one && isPlain(text) ? text : cell.text();
    }

    /** Whether a text has only characters that everybody sees, and single spaces between them. */
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next < ' ' || next > '~' || (next == ' ' && before == ' ')) {
                return false;
            }
            before = next;
        }
        return true;
    }

    /**
     * A page that is known to end with its end tag, as most do.
     *
     * @throws FeedException if it is no page, or if it was cut short
     */
    public static org.jsoup.nodes.Document readWhole(Snapshot snapshot, Document document)
            throws IOException, FeedException {
        byte[] bytes = Bounded.bytes(snapshot, document);
        String end = new String(bytes, Math.max(0, bytes.length - TAIL), Math.min(bytes.length, TAIL), ISO_8859_1);
        if (!end.stripTrailing().endsWith("</html>")) {
            throw new FeedException(
                    Code.TRUNCATED, document.name(), "", "expected </html> at the end, the page is cut short");
        }
        return parse(bytes, document.name(), address(document));
    }

    private static String address(Document document) {
        return document.url() == null ? "" : document.url().toString();
    }

    private static org.jsoup.nodes.Document parse(byte[] bytes, String name, String base)
            throws IOException, FeedException {
        if (bytes.length > LONGEST) {
            throw new FeedException(
                    Code.LIMIT, name, "", "expected a page of at most " + LONGEST + " bytes, found more");
        }
        org.jsoup.nodes.Document page = parse(bytes, base);
        boolean empty = page.body().firstElementChild() == null && page.head().firstElementChild() == null;
        if (empty || !beginsWithMarkup(bytes)) {
            throw new FeedException(name, "", "expected a page of HTML, found something else");
        }
        return page;
    }

    /** What is ASCII alone, without the escapes of Asian encodings, is so in any encoding; the one that it declares need not be searched for. */
    private static org.jsoup.nodes.Document parse(byte[] bytes, String base) throws IOException {
        String text = new String(bytes, US_ASCII);
        return text.indexOf(NOT_ASCII) < 0 && text.indexOf(ESCAPE) < 0
                ? Jsoup.parse(text, base, parser())
                : Jsoup.parse(new ByteArrayInputStream(bytes), null, base, parser());
    }

    /** The text of a piece of HTML that is part of another document, with one space wherever there was white space. */
    static String text(String html) {
        return Jsoup.parse(html, parser()).text();
    }

    private static Parser parser() {
        return Parser.htmlParser().setMaxDepth(DEEPEST);
    }

    /** Passes over the byte order marks and the zero bytes of wider encodings. */
    private static boolean beginsWithMarkup(byte[] bytes) {
        for (byte b : bytes) {
            if (b > ' ') {
                return b == '<';
            }
        }
        return false;
    }
}
