package io.patchbay.provider.microsoft.catalog;

import io.patchbay.feeds.Html;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.Answer;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/** A page of the catalogue. Failures come as pages with status 200. */
final class CatalogPage {
    private static final String ERROR = "errorPageDisplayedError";
    private static final String NO_SUCH_UPDATE = "8DDD0024";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT);

    private final Document document;
    private final org.jsoup.nodes.Document html;
    private final Map<String, Element> byId = new HashMap<>();

    private CatalogPage(Document document, org.jsoup.nodes.Document html) {
        this.document = document;
        this.html = html;
        html.stream().forEach(element -> byId.putIfAbsent(element.id(), element));
    }

    /** Whether the catalogue answered with a page of an error, which may pass, unless it says that there is no such update. */
    static boolean isError(Answer answer) throws IOException {
        try (InputStream in = answer.open()) {
            String page = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            return page.contains(ERROR) && !page.contains(NO_SUCH_UPDATE);
        }
    }

    /** Reads a page that may say that there is no such update any more. */
    static CatalogPage open(Snapshot snapshot, Document document) throws IOException, FeedException {
        CatalogPage page = new CatalogPage(document, Html.read(snapshot, document));
        Element error = page.find(ERROR);
        if (error != null && !page.isGone()) {
            throw page.failure("#" + ERROR, "the catalogue says: " + error.text());
        }
        return page;
    }

    /** Reads a page of an update or search that must be there. */
    static CatalogPage read(Snapshot snapshot, Document document) throws IOException, FeedException {
        CatalogPage page = open(snapshot, document);
        if (page.isGone()) {
            throw page.failure("", "expected a page of the catalogue, found the one that stands for something gone");
        }
        return page;
    }

    /** Whether the update has been withdrawn from the catalogue: it then thanks for the visit, or says so. */
    boolean isGone() {
        Element error = find(ERROR);
        Element form = find("aspnetForm");
        return html.body().hasClass("thanks")
                || (form != null && form.attr("action").contains("Thanks.aspx"))
                || (error != null && error.text().contains(NO_SUCH_UPDATE));
    }

    org.jsoup.nodes.Document html() {
        return html;
    }

    /** The element of this id; null if there is none. */
    @Nullable
    Element find(String id) {
        return byId.get(id);
    }

    /** The element of this id; fails if there is none. */
    Element require(String id) throws FeedException {
        Element element = find(id);
        if (element == null) {
            throw failure("#" + id, "expected such an element");
        }
        return element;
    }

    /** The elements of this tag within the element of this id; none if there is no such element. */
    Elements tagged(String id, String tag) {
        Element element = find(id);
        return element == null ? new Elements() : element.getElementsByTag(tag);
    }

    /** The elements directly inside of the element of this id; none if there is no such element. */
    Elements children(String id) {
        Element element = find(id);
        return element == null ? new Elements() : element.children();
    }

    /** The text of an element; fails if it is blank. */
    String requireText(Element element) throws FeedException {
        String text = element.text().strip();
        if (text.isEmpty()) {
            throw failure("#" + element.id(), "expected a text");
        }
        return text;
    }

    /** The text of the element of this id; blank if there is none, or if it says that it does not apply. */
    String text(String id) {
        return applicable(find(id));
    }

    static String applicable(@Nullable Element element) {
        String text = element == null ? "" : element.text().strip();
        return text.equalsIgnoreCase("n/a") ? "" : text;
    }

    UpdateId id(String text, String place) throws FeedException {
        try {
            return UpdateId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new FeedException(document.name(), place, "expected the id of an update, found \"" + text + '"', e);
        }
    }

    /** A date as English pages have it. */
    LocalDate date(Element element) throws FeedException {
        try {
            return LocalDate.parse(element.text().strip(), DATE);
        } catch (DateTimeParseException e) {
            throw failure("#" + element.id(), "expected a date such as 4/11/2023, found \"" + element.text() + '"');
        }
    }

    FeedException failure(String place, String problem) {
        return new FeedException(document.name(), place, problem);
    }
}
