package io.patchbay.catalog.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.catalog.Change;
import io.patchbay.catalog.Change.Kind;
import io.patchbay.catalog.Entry;
import io.patchbay.model.Description;
import io.patchbay.model.PublicationState;
import io.patchbay.model.Relationships;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OracleTest {
    private static final int STEPS = 60;
    private static final int IDS = 10;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void agreesWithTheRulesOverRandomSnapshots(long seed) throws FeedException {
        Random random = new Random(seed);
        Oracle oracle = new Oracle();
        try (TestCatalog catalog = new TestCatalog(folder)) {
            for (int step = 0; step < STEPS; step++) {
                commit(random, oracle, catalog, "s" + step);
                compare(oracle, catalog);
                if (random.nextInt(10) == 0) {
                    catalog.restart();
                    compare(oracle, catalog);
                }
            }
        }
    }

    private static void commit(Random random, Oracle oracle, TestCatalog catalog, String name) throws FeedException {
        String provider = random.nextBoolean() ? "a" : "b";
        Snapshot snapshot = random.nextInt(3) == 0 ? TestSnapshot.delta(name, name) : TestSnapshot.full(name);
        List<Update> updates = IntStream.range(0, IDS)
                .filter(i -> random.nextInt(3) > 0)
                .mapToObj(i -> update(random, provider, i))
                .toList();
        Map<UpdateId, Kind> expected = oracle.commit(provider, snapshot.extent(), updates);
        long before = catalog.view().generation();
        catalog.commit(provider, snapshot, updates);
        Map<UpdateId, Kind> actual = new TreeMap<>();
        for (Change change : catalog.view().changes(before, 1)) {
            actual.put(change.id(), change.kind());
        }
        assertEquals(expected, actual);
    }

    /** One of a few releases of a line, or an update that may replace any other; with one of a few contents. */
    private static Update update(Random random, String provider, int number) {
        String text = random.nextInt(4) == 0 ? "amended" : "";
        Update base = number < IDS / 2
                ? TestCatalog.release("P " + provider, "1." + number, text)
                : TestCatalog.patch(provider + number);
        PublicationState state = random.nextInt(10) == 0 ? PublicationState.EXPIRED : PublicationState.PUBLISHED;
        List<UpdateId> superseded = random.nextInt(4) > 0 ? List.of() : List.of(any(random), any(random));
        return Update.builder(base.id(), base.type())
                .revision(1, state)
                .release(base.release(), "feed")
                .description(Description.english(base.description().title(), text), "feed")
                .relationships(Relationships.of(List.of(), List.of(), superseded), "feed")
                .build();
    }

    private static UpdateId any(Random random) {
        String provider = random.nextBoolean() ? "a" : "b";
        int number = random.nextInt(IDS);
        return number < IDS / 2
                ? TestCatalog.release("P " + provider, "1." + number).id()
                : TestCatalog.patch(provider + number).id();
    }

    private static void compare(Oracle oracle, TestCatalog catalog) {
        Map<UpdateId, Set<UpdateId>> supersededBy = oracle.supersededBy();
        oracle.facts().forEach((id, fact) -> {
            Entry entry = catalog.view().entry(id).orElseThrow();
            assertEquals(List.of(fact.provider()), entry.providers());
            assertEquals(fact.state(), entry.state());
            assertEquals(fact.revision(), entry.revision());
            assertEquals(fact.update(), catalog.view().details(id).orElseThrow().update());
            assertEquals(supersededBy.getOrDefault(id, Set.of()), entry.supersededBy());
        });
    }
}
