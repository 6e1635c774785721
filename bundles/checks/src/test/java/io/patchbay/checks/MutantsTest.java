package io.patchbay.checks;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.patchbay.model.Advisory;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.UpdateSink;
import io.patchbay.testkit.RecordedSnapshot;
import io.patchbay.testkit.mutation.Mutator;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever becomes of a document that a provider reads, the parse ends well or is refused, and soon. {@code -Dmutants=10000} makes so many for each provider,
 * {@code -Dmutants.seed=7} others. Continuous integration ({@code CI=true}) makes 1,000.
 */
class MutantsTest {
    private static final int MUTANTS = Integer.getInteger("mutants", "true".equals(System.getenv("CI")) ? 1_000 : 100);
    private static final long SEED = Long.getLong("mutants.seed", 1);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** One document of one case, and what to make of it. */
    private record Target(RecordedSnapshot recorded, String document) {}

    static List<FeedProvider> providers() {
        return Providers.shipped();
    }

    @Test
    void findsEveryProvider() {
        assertTrue(providers().size() >= 18, providers().toString());
    }

    @ParameterizedTest
    @MethodSource("providers")
    void areReadOrRefused(FeedProvider provider) throws IOException, FeedException {
        List<Target> targets = targets(provider);
        SplittableRandom choice = new SplittableRandom(SEED);
        for (int i = 0; i < MUTANTS; i++) {
            Target target = targets.get(choice.nextInt(targets.size()));
            long seed = choice.nextLong();
            String what = target.document() + " of " + target.recorded().name() + " with the seed " + seed;
            byte[] mutant = new Mutator(seed).mutate(target.recorded().bytes(target.document()));
            RecordedSnapshot snapshot = target.recorded().with(target.document(), mutant);
            assertTimeoutPreemptively(LONGEST, () -> readOrRefuse(provider, snapshot, what), what);
        }
    }

    private static List<Target> targets(FeedProvider provider) throws IOException, FeedException {
        List<Target> targets = new ArrayList<>();
        for (RecordedSnapshot recorded : Providers.cases(provider)) {
            for (Document document : recorded.documents()) {
                targets.add(new Target(recorded, document.name()));
            }
        }
        return targets;
    }

    private static void readOrRefuse(FeedProvider provider, RecordedSnapshot snapshot, String what) {
        try {
            provider.parse(snapshot, new Forgetting());
        } catch (IOException | FeedException e) {
            assertTrue(String.valueOf(e.getMessage()).length() < 20_000, what);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            fail(what, e);
        }
    }

    /** Forgets what it is told. */
    private static final class Forgetting implements UpdateSink {
        @Override
        public void accept(Update update) {}

        @Override
        public void accept(Advisory advisory) {}

        @Override
        public void unchanged(UpdateId id) {}
    }
}
