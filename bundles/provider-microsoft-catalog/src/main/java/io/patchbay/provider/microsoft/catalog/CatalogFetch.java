package io.patchbay.provider.microsoft.catalog;

import io.patchbay.model.UpdateId;
import io.patchbay.spi.Answer;
import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedException.Code;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.Question;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Directs the fetching of what some searches lead to. An update never changes under the date that a search shows for it, but what replaces it
 * does: so its details are asked for again after a week, each day a seventh of them; its files never.
 */
final class CatalogFetch {
    /** The catalogue shows no more of what a search finds, and says that there are no more. */
    private static final int MOST_UPDATES = 1_000;

    private static final int DAYS_OF_DETAILS = 7;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_ATTEMPTS = 4;
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Fetcher fetcher;
    private final long day;

    CatalogFetch(Fetcher fetcher, Instant now) {
        this.fetcher = fetcher;
        this.day = now.truncatedTo(ChronoUnit.DAYS).getEpochSecond()
                / ChronoUnit.DAYS.getDuration().toSeconds();
    }

    void fetch(List<String> searches) throws IOException, FeedException {
        for (String search : new LinkedHashSet<>(searches)) {
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
        SearchPage page = read(text, fetcher.fetch(MicrosoftCatalogProvider.SEARCHES, folder + "/00", address));
        Set<UpdateId> found = page.ids();
        for (int number = 1; found.size() < page.total(); number++) {
            byte[] form = next(page, found.size()).getBytes(StandardCharsets.US_ASCII);
            String name = folder + "/%02d".formatted(number);
            page = read(
                    text, fetcher.post(MicrosoftCatalogProvider.SEARCHES, name, address, DownloadDialog.FORM, form));
            if (!found.addAll(page.ids())) {
                throw page.failure(Code.TRUNCATED, "expected updates that are on no page before");
            }
        }
    }

    /** Reads a page; what a search finds beyond what is shown would look withdrawn. */
    private SearchPage read(String text, Document document) throws IOException, FeedException {
        SearchPage page = SearchPage.read(fetcher.snapshot(), document);
        if (page.total() >= MOST_UPDATES) {
            throw page.failure(
                    Code.LIMIT,
                    "the search \"" + text + "\" finds more than can be shown; search for something narrower");
        }
        return page;
    }

    /** The form that asks for the page after this one, when so many updates were found and there are more. */
    private static String next(SearchPage page, int found) throws FeedException {
        int total = page.total();
        return page.next()
                .orElseThrow(() -> page.failure(
                        Code.TRUNCATED, "expected a next page, because " + found + " of " + total + " were shown"));
    }

    /** A name for the pages of a search, from which it can still be read; with a digest if others would have the same. */
    static String folder(String search) {
        String encoded = SearchPage.encode(search);
        String readable = encoded.replace('%', '_').replace('*', '_');
        boolean itself = readable.equals(encoded) && readable.length() <= LONGEST_NAME;
        return itself ? '+' + readable : ("+%." + LONGEST_NAME + "s-%08x").formatted(readable, search.hashCode());
    }

    private void details(Found update) throws IOException {
        UpdateId id = update.id();
        long week = (day + Math.floorMod(id.hashCode(), DAYS_OF_DETAILS)) / DAYS_OF_DETAILS;
        URI address = URI.create("ScopedViewInline.aspx?updateid=" + id);
        keep(MicrosoftCatalogProvider.DETAILS, id, update.updated() + " in week " + week, Question.at(address));
    }

    private void files(Found update) throws IOException {
        UpdateId id = update.id();
        keep(MicrosoftCatalogProvider.DOWNLOADS, id, update.updated().toString(), DownloadDialog.question(id));
    }

    /** Keeps a page; one of an error is asked for again, and in the end is kept without the tag by which others are taken over. */
    private void keep(Feed feed, UpdateId id, String tag, Question question) throws IOException {
        if (fetcher.take(feed, id.toString(), tag).isPresent()) {
            return;
        }
        for (int attempt = 1; attempt < MOST_ATTEMPTS; attempt++) {
            try (Answer answer = fetcher.ask(feed, question)) {
                if (!CatalogPage.isError(answer)) {
                    answer.keep(id.toString(), tag);
                    return;
                }
            }
            fetcher.pause(feed, PAUSE.multipliedBy(attempt));
        }
        try (Answer answer = fetcher.ask(feed, question)) {
            answer.keep(id.toString());
        }
    }
}
