package io.patchbay.testkit;

import io.patchbay.feeds.Html;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * The Microsoft Update Catalogue on loopback, with the pages of a recorded case: {@code search/<any name>/<page>}, {@code details/<id>} and
 * {@code downloads/<id>}. As the real one, it gives the next page only to who sends back what was hidden in the one before, and answers with
 * status 200 whatever happens: a search of something else finds nothing, an update that the case lacks leads to the page of thanks, and what it
 * does not understand to a page of errors.
 *
 * <pre>{@code
 * try (FakeUpdateCatalogue catalogue = FakeUpdateCatalogue.start(recorded)) {
 *     … catalogue.upstream().url("/Search.aspx") …
 *     catalogue.upstream().serve("/DownloadDialog.aspx", FakeUpdateCatalogue.error("8DDD0010"));
 * }
 * }</pre>
 */
public final class FakeUpdateCatalogue implements Closeable {
    private static final String NEXT = "ctl00$catalogBody$nextPageLinkText";
    private static final Pattern UPDATE_ID = Pattern.compile("\"updateID\":\"([0-9a-fA-F-]{36})\"");

    private final FakeUpstream upstream;
    private volatile Snapshot recorded;

    private FakeUpdateCatalogue(FakeUpstream upstream, Snapshot recorded) {
        this.upstream = upstream;
        this.recorded = recorded;
        upstream.serve("/Search.aspx", this::search);
        upstream.serve("/ScopedViewInline.aspx", this::details);
        upstream.serve("/DownloadDialog.aspx", this::downloads);
        upstream.serve("/Thanks.aspx", page("<p>Thank you.</p>", "class=\"mainBody thanks\""));
    }

    /** Starts one with the pages of a case. */
    public static FakeUpdateCatalogue start(Snapshot recorded) throws IOException {
        return new FakeUpdateCatalogue(FakeUpstream.start(), recorded);
    }

    /** Has the pages of another case from now on. */
    public void show(Snapshot other) {
        recorded = other;
    }

    /** The server, for its address and the requests that it got, and for other answers. */
    public FakeUpstream upstream() {
        return upstream;
    }

    /** The page that the catalogue sends instead of an error's status; {@code 8DDD0010} stands for one that passes. */
    public static Reply error(String number) {
        return page("<div id=\"errorPageDisplayedError\">[Error number: " + number + "]</div>", "");
    }

    private static Reply page(String content, String attributes) {
        return Reply.of("<!DOCTYPE html>\n<html><body " + attributes + ">" + content + "</body></html>");
    }

    private Answer search(RecordedRequest request) {
        String text = parameters(query(request)).getOrDefault("q", "");
        List<Document> pages = recorded.documents().stream()
                .filter(document -> document.name().startsWith("search/") && isFor(text, document))
                .toList();
        if (pages.isEmpty()) {
            return page("<span id=\"ctl00_catalogBody_noResultText\">We did not find any results</span>", "");
        }
        return request.method().equals("POST") ? next(request, pages) : Reply.of(bytes(pages.get(0)));
    }

    private boolean isFor(String text, Document page) {
        Element searched = html(page).getElementById("ctl00_catalogBody_searchString");
        return searched != null && searched.text().equals('"' + text + '"');
    }

    private Answer next(RecordedRequest request, List<Document> pages) {
        Map<String, String> form = parameters(request.body());
        for (int i = 0; i < pages.size() - 1; i++) {
            if (isAnswered(pages.get(i), form)) {
                return Reply.of(bytes(pages.get(i + 1)));
            }
        }
        return error("8DDD0010");
    }

    private boolean isAnswered(Document page, Map<String, String> form) {
        org.jsoup.nodes.Document html = html(page);
        return NEXT.equals(form.get("__EVENTTARGET"))
                && List.of("__VIEWSTATE", "__VIEWSTATEGENERATOR", "__EVENTVALIDATION").stream()
                        .allMatch(name -> hidden(html, name).equals(form.get(name)));
    }

    private static String hidden(org.jsoup.nodes.Document html, String id) {
        Element input = html.getElementById(id);
        return input == null ? "" : input.attr("value");
    }

    private Answer details(RecordedRequest request) {
        String id = parameters(query(request)).getOrDefault("updateid", "");
        return reply("details/" + id, Reply.redirect("/Thanks.aspx?id=190"));
    }

    private Answer downloads(RecordedRequest request) {
        Matcher id = UPDATE_ID.matcher(parameters(request.body()).getOrDefault("updateIDs", ""));
        return id.find() ? reply("downloads/" + id.group(1), error("8DDD0024")) : error("8DDD0010");
    }

    private Reply reply(String document, Reply otherwise) {
        return recorded.document(document.toLowerCase(Locale.ROOT))
                .map(found -> Reply.of(bytes(found)))
                .orElse(otherwise);
    }

    private static String query(RecordedRequest request) {
        return request.target()
                .substring(Math.min(request.target().length(), request.path().length() + 1));
    }

    private static Map<String, String> parameters(String form) {
        Map<String, String> parameters = new TreeMap<>();
        for (String field : form.split("&")) {
            String[] parts = field.split("=", 2);
            parameters.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private org.jsoup.nodes.Document html(Document page) {
        try {
            return Html.read(recorded, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FeedException e) {
            throw new IllegalStateException("the case has no such page", e);
        }
    }

    private byte[] bytes(Document document) {
        try (InputStream in = recorded.open(document.name())) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FeedException e) {
            throw new IllegalStateException("the case has no such document", e);
        }
    }

    @Override
    public void close() throws IOException {
        upstream.close();
    }
}
