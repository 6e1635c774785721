package io.patchbay.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.model.Advisory;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.Document;
import io.patchbay.spi.Feed.Format;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import io.patchbay.testkit.RecordedSnapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A document that is cut short is refused, or no update, file or advisory is lost with what it lacks. {@code -Dcuts=200} cuts each document in so many places,
 * as continuous integration does ({@code CI=true}), and a text also at the ends of the lines before them, where a part of a list looks most like the whole.
 */
class CutsTest {
    private static final int CUTS = Integer.getInteger("cuts", "true".equals(System.getenv("CI")) ? 200 : 10);

    static List<FeedProvider> providers() {
        return Providers.shipped();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void loseNothingThatIsAccepted(FeedProvider provider) throws IOException, FeedException {
        List<String> losses = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (RecordedSnapshot recorded : Providers.cases(provider)) {
            Set<String> all = items(provider, recorded);
            for (Document document : recorded.documents()) {
                if (done.add(document.name() + Arrays.hashCode(recorded.bytes(document.name())))) {
                    losses.addAll(losses(provider, recorded, document, all));
                }
            }
        }
        assertEquals(List.of(), losses);
    }

    private static List<String> losses(
            FeedProvider provider, RecordedSnapshot recorded, Document document, Set<String> all)
            throws IOException, FeedException {
        List<String> losses = new ArrayList<>();
        byte[] bytes = recorded.bytes(document.name());
        for (int end : places(bytes, isText(provider, document))) {
            Set<String> some = items(provider, recorded.cut(document.name(), end));
            if (!some.isEmpty() && !some.containsAll(all)) {
                losses.add(recorded.name() + ": " + document.name() + " cut after " + end + " of " + bytes.length
                        + " bytes");
            }
        }
        return losses;
    }

    private static boolean isText(FeedProvider provider, Document document) {
        return provider.feeds().stream()
                .anyMatch(feed -> feed.name().equals(document.feed()) && feed.format() == Format.TEXT);
    }

    private static Set<Integer> places(byte[] bytes, boolean text) {
        Set<Integer> places = new TreeSet<>();
        for (int i = 0; i < CUTS; i++) {
            int place = (int) ((long) bytes.length * i / CUTS);
            places.add(place);
            places.add(text ? lineStart(bytes, place) : place);
        }
        return places;
    }

    private static int lineStart(byte[] bytes, int place) {
        int start = place;
        while (start > 0 && bytes[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    /** What the snapshot gives; nothing if it is refused. */
    private static Set<String> items(FeedProvider provider, Snapshot snapshot) throws IOException {
        Items items = new Items();
        try {
            provider.parse(snapshot, items);
            return items.seen;
        } catch (FeedException e) {
            return Set.of();
        }
    }

    /** Remembers what it is told of. */
    private static final class Items implements UpdateSink {
        private final Set<String> seen = new TreeSet<>();

        @Override
        public void accept(Update update) {
            seen.add(update.id().toString());
            update.files().forEach(file -> seen.add(update.id() + " " + file.language() + " " + file.name()));
        }

        @Override
        public void accept(Advisory advisory) {
            seen.add(advisory.id());
        }

        @Override
        public void unchanged(UpdateId id) {
            seen.add(id.toString());
        }
    }
}
