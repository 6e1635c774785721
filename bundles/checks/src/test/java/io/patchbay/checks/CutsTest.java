package io.patchbay.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.model.Advisory;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.Document;
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
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A document that is cut short is refused, or nothing is lost with what it lacks. {@code -Dcuts=200} cuts each document in so many places, as continuous integration does ({@code CI=true}).
 */
class CutsTest {
    private static final int CUTS = Integer.getInteger("cuts", "true".equals(System.getenv("CI")) ? 200 : 10);

    /** Feeds of which a provider cannot tell that something is missing, because each line stands for itself; with them, that is for the review to tell. */
    private static final Map<String, String> ONLY_REVIEWED = Map.of(
            "mozilla/sha512sums", "a list that ends with a line is whole, as far as anybody can tell",
            "winscp/readme", "a release without its checksum in the text is left out, as if it were not ready yet");

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
                boolean reviewed = ONLY_REVIEWED.containsKey(provider.info().id() + '/' + document.feed());
                if (!reviewed && done.add(document.name() + Arrays.hashCode(recorded.bytes(document.name())))) {
                    losses.addAll(losses(provider, recorded, document.name(), all));
                }
            }
        }
        assertEquals(List.of(), losses);
    }

    private static List<String> losses(
            FeedProvider provider, RecordedSnapshot recorded, String document, Set<String> all)
            throws IOException, FeedException {
        List<String> losses = new ArrayList<>();
        long length = recorded.bytes(document).length;
        for (int i = 0; i < CUTS; i++) {
            int end = (int) (length * i / CUTS);
            Set<String> some = items(provider, recorded.cut(document, end));
            if (!some.isEmpty() && !some.containsAll(all)) {
                losses.add(recorded.name() + ": " + document + " cut after " + end + " of " + length + " bytes");
            }
        }
        return losses;
    }

    /** The ids of what the snapshot gives; none if it is refused. */
    private static Set<String> items(FeedProvider provider, Snapshot snapshot) throws IOException {
        Ids ids = new Ids();
        try {
            provider.parse(snapshot, ids);
            return ids.seen;
        } catch (FeedException e) {
            return Set.of();
        }
    }

    /** Remembers the ids of what it is told. */
    private static final class Ids implements UpdateSink {
        private final Set<String> seen = new TreeSet<>();

        @Override
        public void accept(Update update) {
            seen.add(update.id().toString());
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
