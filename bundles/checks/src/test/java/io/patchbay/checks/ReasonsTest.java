package io.patchbay.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.catalog.Candidate;
import io.patchbay.catalog.sqlite.CatalogService;
import io.patchbay.checks.Given.Altered;
import io.patchbay.feeds.trust.Policy;
import io.patchbay.model.Update;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.sync.Objection;
import io.patchbay.sync.Objection.Code;
import io.patchbay.sync.review.Review;
import io.patchbay.sync.review.Thresholds;
import io.patchbay.testkit.RecordedSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every rule of the review against every provider, with the provider's own policy: what it gives for a recorded case is altered so that the rule must
 * object, and it does, or the provider cannot give such, for a reason that its policy or its updates show. They are printed.
 */
class ReasonsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    /** How many updates a run before this one added. */
    private static final List<Integer> USUAL = List.of(1);

    @TempDir
    Path folder;

    private final Map<Code, List<String>> met = new EnumMap<>(Code.class);
    private final Map<String, List<String>> obstacles = new TreeMap<>();
    private final List<String> unnoticed = new ArrayList<>();

    @Test
    void areGivenOfEveryProvider() throws IOException, FeedException {
        for (FeedProvider provider : Providers.shipped()) {
            Optional<RecordedSnapshot> recorded = richest(provider);
            if (recorded.isPresent()) {
                meet(provider, recorded.get());
            } else {
                obstacles
                        .computeIfAbsent(
                                "all but MASS_REMOVAL and FLOOD, which are not tried: it gives advisories only",
                                why -> new ArrayList<>())
                        .add(provider.info().id());
            }
        }
        obstacles.forEach((why, whose) -> System.out.println(why + ": " + String.join(", ", whose)));
        assertEquals(List.of(), unnoticed);
        assertEquals(EnumSet.allOf(Code.class), met.keySet());
        assertTrue(met.values().stream().allMatch(providers -> providers.size() >= 2), met::toString);
    }

    /** The case with the most updates that have files. */
    private static Optional<RecordedSnapshot> richest(FeedProvider provider) throws IOException, FeedException {
        Map<Long, RecordedSnapshot> cases = new TreeMap<>(Comparator.reverseOrder());
        for (RecordedSnapshot recorded : Providers.cases(provider)) {
            long files = updates(provider, recorded).stream()
                    .filter(update -> !update.files().isEmpty())
                    .count();
            cases.put(files, recorded);
        }
        cases.remove(0L);
        return cases.values().stream().findFirst();
    }

    /** What a case gives; nothing if it is one that must be refused. */
    private static List<Update> updates(FeedProvider provider, RecordedSnapshot recorded) throws IOException {
        Given.Updates given = new Given.Updates();
        try {
            provider.parse(recorded, given);
            return given.all();
        } catch (FeedException e) {
            return List.of();
        }
    }

    private void meet(FeedProvider provider, RecordedSnapshot recorded) throws IOException, FeedException {
        String id = provider.info().id();
        boolean signs =
                provider.feeds().stream().anyMatch(feed -> !feed.signer().isBlank());
        Policy policy = Providers.policy(provider);
        Given given = new Given(policy, recorded.extent(), signs, updates(provider, recorded));
        try (CatalogService catalog = new CatalogService(folder.resolve(id), Clock.systemUTC())) {
            for (Code code : Code.values()) {
                Altered altered = new Alterations(given).of(code);
                if (!altered.obstacle().isEmpty()) {
                    obstacles
                            .computeIfAbsent(code + ", " + altered.obstacle(), why -> new ArrayList<>())
                            .add(id);
                } else if (objections(catalog, id, recorded, policy, altered).contains(code)) {
                    met.computeIfAbsent(code, none -> new ArrayList<>()).add(id);
                } else {
                    unnoticed.add(id + ": " + code);
                }
            }
        }
    }

    private static Set<Code> objections(
            CatalogService catalog, String id, RecordedSnapshot recorded, Policy policy, Altered altered)
            throws FeedException {
        try (Candidate live = catalog.begin(id, recorded, "")) {
            for (Update update : altered.live()) {
                live.add(update);
            }
            live.commit();
        }
        Review review = new Review(policy, Thresholds.DEFAULT, catalog.view(), id, recorded.extent(), TODAY);
        try (Candidate next = catalog.begin(id, recorded, "")) {
            for (Update update : altered.next()) {
                review.see(update, next.add(update));
            }
            List<Objection> all = new ArrayList<>();
            review.objections(next.review()).values().forEach(all::addAll);
            all.addAll(review.objectionsToRun(next.review(), USUAL));
            Set<Code> codes = EnumSet.noneOf(Code.class);
            all.forEach(objection -> codes.add(objection.code()));
            return codes;
        }
    }
}
