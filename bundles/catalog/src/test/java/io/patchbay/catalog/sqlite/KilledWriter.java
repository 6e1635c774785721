package io.patchbay.catalog.sqlite;

import io.patchbay.catalog.Candidate;
import io.patchbay.model.Update;
import io.patchbay.spi.FeedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The process that {@link CrashTest} kills: commits one generation after another, and prints a line at each step. */
final class KilledWriter {
    private static final int UPDATES = 40;

    private KilledWriter() {}

    public static void main(String[] arguments) throws FeedException {
        try (TestCatalog catalog = new TestCatalog(Path.of(arguments[0]))) {
            for (long next = catalog.view().generation() + 1; next < Long.MAX_VALUE; next++) {
                commit(catalog, next);
                System.out.println("committed " + next);
            }
        }
    }

    private static void commit(TestCatalog catalog, long generation) throws FeedException {
        try (Candidate candidate =
                catalog.service().begin("a", TestSnapshot.full("s" + generation), "f" + generation)) {
            for (Update update : updates(generation)) {
                candidate.add(update);
                System.out.println("added");
            }
            System.out.println("committing");
            candidate.commit();
        }
    }

    /** What the catalogue holds at a generation: half of it never changes, half of it always does. */
    static List<Update> updates(long generation) {
        List<Update> updates = new ArrayList<>();
        IntStream.range(0, UPDATES).forEach(i -> {
            updates.add(TestCatalog.release("fixed" + i, "1"));
            updates.add(TestCatalog.release("moving" + i, "1", "text of generation " + generation));
        });
        return updates;
    }
}
