package io.patchbay.provider.microsoft.catalog;

import io.patchbay.model.UpdateId;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedException.Code;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** A page of a search's result: at most 25 updates. */
final class SearchPage {
    private static final String NEXT = "ctl00$catalogBody$nextPageLinkText";
    private static final String POSITION = "ctl00_catalogBody_searchDuration";
    private static final Pattern TOTAL = Pattern.compile("([0-9]{1,9})\\s*\\(");

    private final Document document;
    private final CatalogPage page;

    private SearchPage(Document document, CatalogPage page) {
        this.document = document;
        this.page = page;
    }

    static SearchPage read(Snapshot snapshot, Document document) throws IOException, FeedException {
        return new SearchPage(document, CatalogPage.read(snapshot, document));
    }

    /** The updates on the page; none if it says that nothing was found. A page that says neither is how the catalogue declines to answer. */
    List<Found> updates() throws FeedException {
        List<Found> updates = new ArrayList<>();
        for (Element row : page.tagged("ctl00_catalogBody_updateMatches", "tr")) {
            if (!row.id().isEmpty() && !row.id().equals("headerRow")) {
                updates.add(update(row));
            }
        }
        boolean none = page.find("ctl00_catalogBody_noResultText") != null;
        if (updates.isEmpty() && !none) {
            throw page.failure("#tableContainer", "expected updates, or the words that there are none");
        }
        if (!updates.isEmpty()) {
            page.require("detailsPopup"); // comes after the table, so the table is complete
        }
        return updates;
    }

    /** The ids of the updates on the page. */
    Set<UpdateId> ids() throws FeedException {
        return updates().stream().map(Found::id).collect(Collectors.toSet());
    }

    /** How many updates the search finds, on this page and others: the page says {@code 26 - 50 of 61 (page 2 of 3)}. */
    int total() throws FeedException {
        if (updates().isEmpty()) {
            return 0;
        }
        String position = page.requireText(page.require(POSITION));
        Matcher total = TOTAL.matcher(position);
        if (!total.find()) {
            throw failure(Code.NOT_THE_FEED, "expected how many updates there are, found \"" + position + '"');
        }
        return Integer.parseInt(total.group(1));
    }

    /** That the position of the page is not what was expected. */
    FeedException failure(Code code, String problem) {
        return new FeedException(code, document.name(), "#" + POSITION, problem);
    }

    /** A row's id is that of the update and the row's number; those of its cells have the number of the column in between. */
    private Found update(Element row) throws FeedException {
        String[] id = row.id().split("_", 2);
        if (id.length != 2) {
            throw page.failure("#" + row.id(), "expected the id of an update and the number of a row");
        }
        return new Found(
                page.id(id[0], "#" + row.id()),
                page.requireText(page.require(id[0] + "_link")),
                Words.products(cell(id, 2).text()),
                cell(id, 3).text().strip(),
                page.date(cell(id, 4)),
                CatalogPage.applicable(cell(id, 5)),
                size(page.require(id[0] + "_originalSize")),
                document.name());
    }

    private Element cell(String[] row, int column) throws FeedException {
        return page.require(row[0] + "_C" + column + '_' + row[1]);
    }

    private long size(Element element) throws FeedException {
        try {
            return Long.parseLong(element.text().strip());
        } catch (NumberFormatException e) {
            throw page.failure("#" + element.id(), "expected bytes, found \"" + element.text() + '"');
        }
    }

    /** The form that asks for the next page, as it is sent; empty if this is the last one. */
    Optional<String> next() {
        if (page.find("ctl00_catalogBody_nextPageLinkText") == null) {
            return Optional.empty();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element input : page.tagged("aspnetForm", "input")) {
            if (input.attr("type").equals("hidden") && input.attr("name").startsWith("__")) {
                fields.put(input.attr("name"), input.attr("value"));
            }
        }
        fields.put("__EVENTTARGET", NEXT);
        fields.putIfAbsent("__EVENTARGUMENT", "");
        StringJoiner form = new StringJoiner("&");
        fields.forEach((name, value) -> form.add(encode(name) + '=' + encode(value)));
        return Optional.of(form.toString());
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
