package io.patchbay.provider.microsoft.msrc;

import io.patchbay.feeds.Json;
import io.patchbay.feeds.JsonReader;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A row of a page of the guide.
 *
 * @param texts what it says, by name, as far as it matters; numbers and truths as they are spelled
 * @param articles the KB articles in it
 */
record GuideRow(Map<String, String> texts, List<GuideRow> articles) {
    private static final String ARTICLES = "kbArticles";

    /** What matters of a row; the rest has articles of many pages. */
    private static final Set<String> WANTED = Set.of(
            "advisoryNumber",
            "articleName",
            "articleUrl",
            "baseScore",
            "cveNumber",
            "cveTitle",
            "downloadName",
            "downloadUrl",
            "exploited",
            "fixedBuildNumber",
            "impact",
            "isRemoved",
            "latestRevisionDate",
            "modifiedOn",
            "product",
            "publishDate",
            "rebootRequired",
            "releaseDate",
            "severity",
            "supercedence",
            "title",
            "vectorString");

    /** Takes the rows of a page. */
    @FunctionalInterface
    interface Taker {
        void take(GuideRow row) throws FeedException;
    }

    /** What the row says under a name; blank if nothing. */
    String text(String name) {
        return texts.getOrDefault(name, "");
    }

    /** What the row says under a name that every row has. */
    String require(String name) {
        String text = text(name);
        if (text.isBlank()) {
            throw new IllegalArgumentException("it lacks " + name);
        }
        return text;
    }

    static void read(Snapshot snapshot, Document page, Taker taker) throws IOException, FeedException {
        try (JsonReader json = Json.open(snapshot, page)) {
            int fields = json.object();
            boolean found = false;
            while (json.next(fields)) {
                if (json.name().equals("value")) {
                    found = true;
                    readRows(json, page, taker);
                }
            }
            json.end();
            if (!found) {
                throw new FeedException(page.name(), "", "expected a field \"value\" with rows");
            }
        }
    }

    private static void readRows(JsonReader json, Document page, Taker taker) throws IOException, FeedException {
        int rows = json.array();
        for (int number = 0; json.next(rows); number++) {
            GuideRow row = row(json);
            try {
                taker.take(row);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new FeedException(page.name(), "/value/" + number, "not as expected: " + e.getMessage(), e);
            }
        }
    }

    private static GuideRow row(JsonReader json) throws IOException, FeedException {
        Map<String, String> texts = new HashMap<>();
        List<GuideRow> articles = new ArrayList<>();
        int fields = json.object();
        while (json.next(fields)) {
            if (json.name().equals(ARTICLES) && json.isArray()) {
                int list = json.array();
                while (json.next(list)) {
                    articles.add(row(json));
                }
            } else if (WANTED.contains(json.name()) && !json.isArray() && !json.isObject()) {
                texts.put(json.name(), json.text());
            }
        }
        return new GuideRow(texts, articles);
    }
}
