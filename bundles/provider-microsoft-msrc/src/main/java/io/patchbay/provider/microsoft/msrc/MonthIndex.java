package io.patchbay.provider.microsoft.msrc;

import io.patchbay.feeds.Json;
import io.patchbay.feeds.Value;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The list of the months that MSRC has published. */
final class MonthIndex {
    static final Feed FEED = Feed.json("updates.json", "https://api.msrc.microsoft.com/cvrf/v3.0/updates");

    private static final Pattern ID = Pattern.compile("[0-9]{4}-[A-Za-z0-9-]+");

    private MonthIndex() {}

    /**
     * A month.
     *
     * @param id such as {@code 2020-Dec}
     * @param initial when it was first published
     * @param current when it was last revised, which a month is for years
     */
    record Month(String id, String initial, String current) {}

    /** The months, newest first. */
    static List<Month> read(Snapshot snapshot) throws IOException, FeedException {
        List<Month> months = new ArrayList<>();
        Value list = Json.read(snapshot, FEED).get("value");
        for (Value month : list.items()) {
            months.add(month(month));
        }
        if (months.isEmpty()) {
            throw list.failure("months");
        }
        months.sort(
                Comparator.comparing(Month::initial).thenComparing(Month::id).reversed());
        return months;
    }

    private static Month month(Value month) throws FeedException {
        Value id = month.get("ID");
        if (!ID.matcher(id.text()).matches()) {
            throw id.failure("a month such as 2020-Dec");
        }
        return new Month(
                id.text(),
                month.get("InitialReleaseDate").text(),
                month.get("CurrentReleaseDate").text());
    }
}
