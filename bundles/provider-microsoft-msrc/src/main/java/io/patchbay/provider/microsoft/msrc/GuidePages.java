package io.patchbay.provider.microsoft.msrc;

import io.patchbay.feeds.Json;
import io.patchbay.feeds.JsonReader;
import io.patchbay.feeds.microsoft.Links;
import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedException.Code;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Fetches a table of the guide, page after page. */
final class GuidePages {
    private static final int MOST = 100_000;

    private final Fetcher fetcher;
    private final Feed table;
    private final Set<URI> asked = new HashSet<>();

    GuidePages(Fetcher fetcher, Feed table) {
        this.fetcher = fetcher;
        this.table = table;
    }

    /**
     * Fetches all pages.
     *
     * @param query of the first; each page has the address of the next
     */
    void fetch(String query) throws IOException, FeedException {
        String next = query;
        long rows = 0;
        for (int number = 0; !next.isEmpty(); number++) {
            fetcher.progress(table.name(), number, 0);
            Document document = fetcher.fetch(table, "%05d".formatted(number), address(next));
            Page page = page(fetcher.snapshot(), document);
            next = page.next();
            rows += page.rows();
            if (next.isEmpty() && rows < page.count()) {
                String problem = "expected " + page.count() + " rows on all pages, found " + rows;
                throw new FeedException(Code.TRUNCATED, document.name(), "@odata.count", problem);
            }
        }
    }

    /**
     * What a page says of the table. While one turns the pages rows are added and moved, so there may be more rows than it counts.
     *
     * @param next the query of the next page; blank on the last one
     * @param rows how many are on this page
     * @param count how many the table has
     */
    private record Page(String next, int rows, long count) {}

    /** Only the query is taken from a page, so that a mirror's pages are all asked of the mirror. */
    private URI address(String query) throws FeedException {
        URI address = URI.create(table.name() + '?' + query);
        if (!asked.add(address) || asked.size() > MOST) {
            throw new FeedException(table.name(), "@odata.nextLink", "the pages do not end: " + query);
        }
        return address;
    }

    private static Page page(Snapshot snapshot, Document page) throws IOException, FeedException {
        String next = "";
        int rows = 0;
        long count = 0;
        try (JsonReader json = Json.open(snapshot, page)) {
            int fields = json.object();
            while (json.next(fields)) {
                switch (json.name()) {
                    case "@odata.nextLink" -> next = query(json);
                    case "@odata.count" -> count = count(json);
                    case "value" -> rows = rows(json);
                    default -> {}
                }
            }
        }
        return new Page(next, rows, count);
    }

    private static long count(JsonReader json) throws IOException, FeedException {
        try {
            return Long.parseLong(json.text());
        } catch (NumberFormatException e) {
            throw json.failure("how many rows the table has");
        }
    }

    private static int rows(JsonReader json) throws IOException, FeedException {
        int rows = 0;
        int elements = json.array();
        while (json.next(elements)) {
            rows++;
        }
        return rows;
    }

    private static String query(JsonReader json) throws IOException, FeedException {
        String link = json.text();
        if (link.isEmpty()) {
            return "";
        }
        Optional<String> query = Links.parse(link).map(URI::getRawQuery);
        if (query.isEmpty()) {
            throw json.failure("the address of the next page");
        }
        return query.get();
    }
}
