package io.patchbay.provider.microsoft.msrc;

import io.patchbay.feeds.Json;
import io.patchbay.feeds.JsonReader;
import io.patchbay.feeds.microsoft.Links;
import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
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
        for (int number = 0; !next.isEmpty(); number++) {
            fetcher.progress(table.name(), number, 0);
            Document page = fetcher.fetch(table, "%05d".formatted(number), address(next));
            next = next(fetcher.snapshot(), page);
        }
    }

    /** Only the query is taken from a page, so that a mirror's pages are all asked of the mirror. */
    private URI address(String query) throws FeedException {
        URI address = URI.create(table.name() + '?' + query);
        if (!asked.add(address) || asked.size() > MOST) {
            throw new FeedException(table.name(), "@odata.nextLink", "the pages do not end: " + query);
        }
        return address;
    }

    private static String next(Snapshot snapshot, Document page) throws IOException, FeedException {
        try (JsonReader json = Json.open(snapshot, page)) {
            int fields = json.object();
            while (json.next(fields)) {
                if (json.name().equals("@odata.nextLink")) {
                    return query(json);
                }
            }
            return "";
        }
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
