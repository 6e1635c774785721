package io.patchbay.provider.microsoft.catalog;

import io.patchbay.model.UpdateId;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedException.Code;
import io.patchbay.spi.Fetcher;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Directs the fetching of what some searches lead to. An update never changes under the date that a search shows for it, but what replaces it
 * does: so its details are asked for again after a week, each day a seventh of them; its files never.
 */
final class CatalogFetch {
    private static final int MOST_PAGES = 40;
    private static final int UPDATES_OF_A_PAGE = 25;
    private static final int DAYS_OF_DETAILS = 7;

    private final Fetcher fetcher;
    private final long day;

    CatalogFetch(Fetcher fetcher, Instant now) {
        this.fetcher = fetcher;
        this.day = now.truncatedTo(ChronoUnit.DAYS).getEpochSecond()
                / ChronoUnit.DAYS.getDuration().toSeconds();
    }

    void fetch(List<String> searches) throws IOException, FeedException {
        for (String search : searches) {
            search(search);
        }
        List<Found> updates = SearchResult.read(fetcher.snapshot()).updates();
        int done = 0;
        for (Found update : updates) {
            fetcher.progress(MicrosoftCatalogProvider.DETAILS.name(), done++, updates.size());
            details(update);
            files(update);
        }
    }

    private void search(String text) throws IOException, FeedException {
        URI address = URI.create("Search.aspx?q=" + SearchPage.encode(text));
        String folder = folder(text);
        Document page = fetcher.fetch(MicrosoftCatalogProvider.SEARCHES, folder + "/00", address);
        Optional<String> next = next(text, page, 1);
        for (int number = 1; next.isPresent(); number++) {
            byte[] form = next.get().getBytes(StandardCharsets.US_ASCII);
            String name = folder + "/%02d".formatted(number);
            page = fetcher.post(MicrosoftCatalogProvider.SEARCHES, name, address, DownloadDialog.FORM, form);
            next = next(text, page, number + 1);
        }
    }

    /** The form that asks for the page after this one; what a search finds beyond the last page would look withdrawn. */
    private Optional<String> next(String text, Document document, int pages) throws IOException, FeedException {
        SearchPage page = SearchPage.read(fetcher.snapshot(), document);
        Optional<String> next = page.next();
        if (pages == MOST_PAGES && (next.isPresent() || page.updates().size() >= UPDATES_OF_A_PAGE)) {
            throw new FeedException(
                    Code.LIMIT,
                    document.name(),
                    "page " + pages,
                    "the search \"" + text + "\" finds more than can be shown; search for something narrower");
        }
        return next;
    }

    /** A name for the pages of a search, from which it can still be read. */
    static String folder(String search) {
        return '+' + SearchPage.encode(search).replace('%', '_').replace('*', '_');
    }

    private void details(Found update) throws IOException, FeedException {
        UpdateId id = update.id();
        long week = (day + Math.floorMod(id.hashCode(), DAYS_OF_DETAILS)) / DAYS_OF_DETAILS;
        URI address = URI.create("ScopedViewInline.aspx?updateid=" + id);
        fetcher.fetch(MicrosoftCatalogProvider.DETAILS, id.toString(), address, update.updated() + " in week " + week);
    }

    private void files(Found update) throws IOException, FeedException {
        fetcher.post(
                MicrosoftCatalogProvider.DOWNLOADS,
                update.id().toString(),
                URI.create("DownloadDialog.aspx"),
                DownloadDialog.FORM,
                DownloadDialog.request(update.id()),
                update.updated().toString());
    }
}
