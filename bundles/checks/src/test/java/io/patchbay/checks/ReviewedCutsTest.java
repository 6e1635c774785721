package io.patchbay.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.catalog.Candidate;
import io.patchbay.catalog.sqlite.CatalogService;
import io.patchbay.feeds.trust.Policy;
import io.patchbay.model.Advisory;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import io.patchbay.sync.review.Review;
import io.patchbay.sync.review.Thresholds;
import io.patchbay.testkit.RecordedSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mozilla's lists of checksums, cut at the end of any line: the provider cannot tell that something is missing, so it is refused, or the review
 * holds it, or nothing was lost. Every fifth line, or with {@code CI=true} each.
 */
class ReviewedCutsTest {
    private static final String BEFORE = "2025-03-18-firefox-136.0.2";
    private static final String AFTER = "2025-03-27-firefox-136.0.4";
    private static final int STEP = "true".equals(System.getenv("CI")) ? 1 : 5;
    private static final LocalDate TODAY = LocalDate.of(2025, 3, 28);

    @TempDir
    Path folder;

    private final FeedProvider mozilla = provider("mozilla");
    private CatalogService catalog;

    @BeforeEach
    void start() throws IOException, FeedException {
        catalog = new CatalogService(folder, Clock.systemUTC());
        try (Candidate candidate = catalog.begin("mozilla", recorded(BEFORE), "")) {
            assertEquals(List.of(), look(recorded(BEFORE), candidate).objections);
            candidate.commit();
        }
    }

    @AfterEach
    void stop() {
        catalog.close();
    }

    private static FeedProvider provider(String id) {
        return Providers.shipped().stream()
                .filter(provider -> provider.info().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private RecordedSnapshot recorded(String name) throws IOException, FeedException {
        return Providers.cases(mozilla).stream()
                .filter(recorded -> recorded.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void areNoticed() throws IOException, FeedException {
        RecordedSnapshot recorded = recorded(AFTER);
        Seen whole = look(recorded);
        assertEquals(List.of(), whole.objections, "the next release is published");
        List<String> unnoticed = new ArrayList<>();
        int cuts = 0;
        for (Document document : recorded.documents()) {
            if (document.feed().equals("sha512sums")) {
                List<Integer> ends = lineEnds(recorded.bytes(document.name()));
                for (int i = 0; i < ends.size(); i += STEP) {
                    cuts++;
                    if (!isNoticed(recorded.cut(document.name(), ends.get(i)), whole)) {
                        unnoticed.add(document.name() + " after " + ends.get(i) + " bytes");
                    }
                }
            }
        }
        assertEquals(List.of(), unnoticed);
        assertTrue(cuts > 20, "only " + cuts);
    }

    private static List<Integer> lineEnds(byte[] bytes) {
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < bytes.length - 1; i++) {
            if (bytes[i] == '\n') {
                ends.add(i + 1);
            }
        }
        return ends;
    }

    private boolean isNoticed(Snapshot cut, Seen whole) throws IOException {
        try {
            Seen seen = look(cut);
            return !seen.objections.isEmpty() || seen.files.equals(whole.files);
        } catch (FeedException e) {
            return true;
        }
    }

    private Seen look(Snapshot snapshot) throws IOException, FeedException {
        try (Candidate candidate = catalog.begin("mozilla", snapshot, "")) {
            return look(snapshot, candidate);
        }
    }

    /** What the review says of a snapshot. */
    private Seen look(Snapshot snapshot, Candidate candidate) throws IOException, FeedException {
        Policy anything = new Policy(Set.of("*"), Set.of("*"), false, false, Optional.empty());
        Review review = new Review(anything, Thresholds.DEFAULT, catalog.view(), "mozilla", snapshot.extent(), TODAY);
        Seen seen = new Seen(review, candidate);
        mozilla.parse(snapshot, seen);
        review.objections(candidate.review()).values().forEach(all -> seen.objections.add(all.toString()));
        return seen;
    }

    /** Shows updates to the review, and remembers their files. */
    private static final class Seen implements UpdateSink {
        private final Review review;
        private final Candidate candidate;
        private final Set<String> files = new TreeSet<>();
        private final List<String> objections = new ArrayList<>();

        Seen(Review review, Candidate candidate) {
            this.review = review;
            this.candidate = candidate;
        }

        @Override
        public void accept(Update update) throws FeedException {
            review.see(update, candidate.add(update));
            for (ContentFile file : update.files()) {
                files.add(update.id() + " " + file.language() + " " + file.name());
            }
        }

        @Override
        public void accept(Advisory advisory) throws FeedException {
            candidate.add(advisory);
        }

        @Override
        public void unchanged(UpdateId id) throws FeedException {
            candidate.unchanged(id);
            review.seeUnchanged(id);
        }
    }
}
