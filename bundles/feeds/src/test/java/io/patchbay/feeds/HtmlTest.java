package io.patchbay.feeds;

import static io.patchbay.feeds.Documents.DOCUMENT;
import static io.patchbay.feeds.Documents.FEED;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {
    private static final Duration LONGEST = Duration.ofSeconds(2);

    @Test
    void resolvesLinksAgainstTheFeed() throws Exception {
        Documents page = Documents.of("<p><a href='b/c.msi'>x</a>");
        assertEquals(
                "https://vendor.example/b/c.msi",
                Html.read(page, FEED).selectFirst("a").absUrl("href"));
    }

    @Test
    void takesTheEncodingThatThePageDeclares() throws Exception {
        byte[] latin = "<meta charset=iso-8859-1><p>\u00e9".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("\u00e9", Html.read(Documents.of(latin), DOCUMENT).text());
        byte[] japanese = "<meta charset=iso-2022-jp><p>\u30d1</p>".getBytes("ISO-2022-JP");
        assertEquals("\u30d1", Html.read(Documents.of(japanese), DOCUMENT).text());
        byte[] wide = "<p>\u00e9</p>".getBytes(UTF_16);
        assertEquals("\u00e9", Html.read(Documents.of(wide), DOCUMENT).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "not found", "{\"a\":\"<b>x</b>\"}", "<", "<!-- nothing -->", "MZ<p>"})
    void refusesWhatIsNoPage(String text) {
        assertThrows(FeedException.class, () -> Html.read(Documents.of(text), DOCUMENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"go-fuzz-htmltemplate", "html5lib-tree-construction", "jsoup-fuzztests"})
    void readsOrRefusesWhateverComes(String folder) throws IOException {
        for (Path file : SharedFiles.in("bad-input/html/" + folder)) {
            Assertions.assertTimeout(LONGEST, () -> readOrRefuse(file), file.toString());
        }
    }

    /** Each file holds many documents, each after a line that says so. */
    @Test
    void readsTheRowsWithAWord() throws Exception {
        String text = "<table><tr><td>Oracle Java <b>SE</b><td> 1<tr><td>MySQL<td>2</table>";
        Element page = Html.read(Documents.of(text), DOCUMENT);
        assertEquals(List.of(List.of("Oracle Java SE", "1")), Html.rows(page, "Java"));
        assertEquals(2, Html.rows(page).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one",
                "two words",
                " around ",
                "two  spaces",
                "a\nline",
                "no\u00a0break",
                "so\u00adft",
                "a<br>b",
                "<b>a</b> b",
                "",
                "&lt;a&gt;"
            })
    void readsTheTextOfACellAsOfAnyElement(String cell) throws Exception {
        for (String form : List.of("<table><tr><td>%s</td></table>", "<pre><table><tr><td>%s</td></table></pre>")) {
            Element page = Html.read(Documents.of(form.formatted(cell)), DOCUMENT);
            String text = page.selectFirst("td").text().strip();
            assertEquals(List.of(List.of(text)), Html.rows(page));
        }
    }

    @Test
    void readsTheRowsOfATableInACell() throws Exception {
        Element page = Html.read(Documents.of("<table><tr><td>a<table><tr><td>b</table><td>c</table>"), DOCUMENT);
        assertEquals(List.of(List.of("a b", "c"), List.of("b")), Html.rows(page));
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "iso-8859-1", "utf-16", "unknown"})
    void readsWhatIsAsciiAloneWhateverItDeclares(String encoding) throws Exception {
        String text = "<meta charset=" + encoding + "><p>Reader</p>";
        assertEquals("Reader", Html.read(Documents.of(text), DOCUMENT).text());
    }

    @Test
    void findsLinksByAPartOfTheirAddress() throws Exception {
        Element page = Html.read(
                Documents.of("<p><a href=a/1.html>1</a><a>2</a><b><a href='/a/3.html'>3</a></b><a href=b>4</a>"),
                DOCUMENT);
        assertEquals(List.of("a/1.html", "/a/3.html"), Html.linksWith("a/", page, "page", "pages"));
        FeedException missing = assertThrows(FeedException.class, () -> Html.linksWith("/b/", page, "page", "pages"));
        assertEquals("page at a[href*=/b/]: expected links to pages", missing.getMessage());
    }

    @Test
    void requiresALink() throws Exception {
        Html.requireLink(List.of("a/b.exe"), "page.html", "/b.exe");
        FeedException missing =
                assertThrows(FeedException.class, () -> Html.requireLink(List.of("a/b.exe"), "page.html", "/c.exe"));
        assertEquals("page.html", missing.feed());
    }

    @Test
    void readsOrRefusesEveryDocumentOfTheTreeConstructionTests() throws IOException {
        for (Path file : SharedFiles.in("bad-input/html/html5lib-tree-construction")) {
            String[] documents = Files.readString(file).split("(?m)^#data\n");
            Assertions.assertTimeout(LONGEST, () -> readOrRefuse(documents), file.toString());
        }
    }

    private static void readOrRefuse(String[] documents) throws IOException {
        for (String document : documents) {
            readOrRefuse(Documents.of(document.split("\n#errors\n", 2)[0]));
        }
    }

    private static void readOrRefuse(Path file) throws IOException {
        readOrRefuse(SharedFiles.snapshot(file));
    }

    private static void readOrRefuse(Documents page) throws IOException {
        try {
            Html.read(page, DOCUMENT);
        } catch (FeedException e) {
            assertTrue(e.getMessage().startsWith("feed: "), e.getMessage());
        }
    }

    @Test
    void refusesAPageThatIsLargerThanAnyPage() {
        Documents page = Documents.of("<p>" + " ".repeat(8 << 20));
        FeedException e = assertThrows(FeedException.class, () -> Html.read(page, DOCUMENT));
        assertEquals("feed: expected a page of at most 8388608 bytes, found more", e.getMessage());
    }

    @Test
    void noticesAWholePageThatWasCut() throws Exception {
        String page = "<html><body><p>a</p></body></html>";
        assertEquals(
                "a",
                Html.readWhole(Documents.of(page + "\r\n"), Documents.DOCUMENT).text());
        Documents cut = Documents.of(page.substring(0, page.length() - 1));
        assertThrows(FeedException.class, () -> Html.readWhole(cut, Documents.DOCUMENT));
    }
}
