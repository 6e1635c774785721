package io.patchbay.catalog.sqlite;

import static io.patchbay.catalog.sqlite.TestSnapshot.full;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.catalog.CatalogView;
import io.patchbay.catalog.Entry;
import io.patchbay.catalog.Query;
import io.patchbay.model.Update;
import io.patchbay.spi.FeedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers ask while generations are committed: {@code -Dcommits=1000} for as many. */
class ConcurrencyTest {
    private static final int UPDATES = 50;
    private static final int COMMITS = Integer.getInteger("commits", 40);
    private static final int READERS = 3;

    @TempDir
    Path folder;

    /** All updates carry the number of the generation in their texts. */
    private static List<Update> updates(int generation) {
        return IntStream.range(0, UPDATES)
                .mapToObj(i -> TestCatalog.release("P" + i, "1", "generation" + generation + "x"))
                .toList();
    }

    @Test
    void showsReadersOneWholeGenerationWhateverIsCommitted() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(READERS);
        AtomicBoolean done = new AtomicBoolean();
        try (TestCatalog catalog = new TestCatalog(folder)) {
            catalog.commit("a", full("s1"), updates(1));
            List<Future<Integer>> readers = IntStream.range(0, READERS)
                    .mapToObj(i -> executor.submit(reader(catalog, done)))
                    .toList();
            write(catalog);
            done.set(true);
            for (Future<Integer> reader : readers) {
                assertTrue(reader.get() > 0);
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private static void write(TestCatalog catalog) throws FeedException {
        for (int i = 2; i <= COMMITS; i++) {
            catalog.commit("a", full("s" + i), updates(i));
        }
    }

    private static Callable<Integer> reader(TestCatalog catalog, AtomicBoolean done) {
        return () -> {
            int rounds = 0;
            for (long last = 0; !done.get() || rounds == 0; rounds++) {
                CatalogView view = catalog.view();
                assertTrue(view.generation() >= last);
                last = view.generation();
                check(view);
            }
            return rounds;
        };
    }

    private static void check(CatalogView view) throws FeedException {
        long generation = view.generation();
        List<Entry> entries = view.search(Query.all()).entries();
        assertEquals(UPDATES, entries.size());
        assertEquals(Set.of(generation), entries.stream().map(Entry::generation).collect(Collectors.toSet()));
        assertEquals(
                UPDATES,
                view.search(Query.builder()
                                .text("generation" + generation + "x")
                                .build())
                        .total());
        Update first = updates((int) generation).get(0);
        assertEquals(first, view.details(first.id()).orElseThrow().update());
        assertEquals(UPDATES, view.changes(generation - 1, 1).size());
    }
}
