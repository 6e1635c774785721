package io.patchbay.catalog.sqlite;

import static io.patchbay.catalog.sqlite.TestSnapshot.full;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.catalog.Candidate;
import io.patchbay.catalog.CatalogException;
import io.patchbay.catalog.CatalogView;
import io.patchbay.catalog.Details;
import io.patchbay.catalog.Query;
import io.patchbay.catalog.view.Ranking;
import io.patchbay.model.Update;
import io.patchbay.spi.FeedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Commits to a database that fails at the first call, then at the second, and so on until a commit does not come to it. */
class BrokenStoreTest {
    private static final int UPDATES = 5;

    @TempDir
    Path folder;

    private static List<Update> updates(int version) {
        return IntStream.range(0, UPDATES)
                .mapToObj(i -> TestCatalog.release("P" + i, "1", "version " + version))
                .toList();
    }

    private CatalogService open(Connector connector) {
        return new CatalogService(folder, TestCatalog.CLOCK, Retention.DEFAULT, new Ranking(List.of()), connector);
    }

    private static void commit(CatalogService catalog, int version) throws FeedException {
        try (Candidate candidate = catalog.begin("a", full("s" + version), "f" + version)) {
            for (Update update : updates(version)) {
                candidate.add(update);
            }
            candidate.commit();
        }
    }

    /** The version of all updates, read through everything there is. */
    private static int version(CatalogView view) {
        Update first = updates(0).get(0);
        String text = view.details(first.id())
                .map(Details::update)
                .orElseThrow()
                .description()
                .texts()
                .get("en")
                .description();
        int version = Integer.parseInt(text.substring("version ".length()));
        for (Update update : updates(version)) {
            assertEquals(update, view.details(update.id()).orElseThrow().update());
        }
        assertEquals(UPDATES, view.search(Query.all()).total());
        assertEquals(UPDATES, view.changes(view.generation() - 1, 1).size());
        return version;
    }

    @ParameterizedTest
    @EnumSource
    void servesOneWholeGenerationAndCommitsTheNext(FaultyConnector.Fault fault) throws Exception {
        FaultyConnector connector = new FaultyConnector(fault);
        CatalogService catalog = open(connector);
        int version = 1;
        commit(catalog, version);
        int call = 0;
        do {
            connector.failAt(++call);
            boolean isTold = tryToCommit(catalog, ++version);
            connector.repair();
            int served = version(catalog.view());
            assertTrue(served == version || (!isTold && served == version - 1), served + " of " + version);
            commit(catalog, version);
            assertEquals(version, version(catalog.view()));
        } while (connector.hasFailed());
        assertTrue(call > 20, "only " + call + " calls failed");
        catalog.close();
        catalog = open(Connector.SQLITE);
        assertEquals(version, version(catalog.view()));
        catalog.close();
    }

    private static boolean tryToCommit(CatalogService catalog, int version) throws FeedException {
        try {
            commit(catalog, version);
            return true;
        } catch (CatalogException | OutOfMemoryError e) {
            assertTrue(String.valueOf(e.getMessage()).contains("disk I/O error"), e.getMessage());
            return false;
        }
    }

    /** What is remembered of a snapshot that changes nothing, and what is noted of it, is of one snapshot. */
    @ParameterizedTest
    @EnumSource
    void remembersAllOfASnapshotOrNothing(FaultyConnector.Fault fault) throws Exception {
        FaultyConnector connector = new FaultyConnector(fault);
        CatalogService catalog = open(connector);
        remember(catalog, 0);
        int call = 0;
        do {
            connector.failAt(++call);
            tryToRemember(catalog, call);
            connector.repair();
            catalog.close();
            catalog = open(connector);
            String remembered = catalog.committed("a").orElseThrow().fingerprint();
            assertEquals(remembered, text(catalog.notes("a").orElseThrow()));
        } while (connector.hasFailed());
        assertTrue(call > 5, "only " + call + " calls failed");
        catalog.close();
    }

    private static void remember(CatalogService catalog, int number) throws FeedException {
        try (Candidate candidate = catalog.begin("a", full("s"), "f" + number)) {
            candidate.add(updates(0).get(0));
            candidate.note(("f" + number).getBytes(StandardCharsets.UTF_8));
            candidate.commit();
        }
    }

    private static void tryToRemember(CatalogService catalog, int number) throws FeedException {
        try {
            remember(catalog, number);
        } catch (CatalogException | OutOfMemoryError e) {
            assertTrue(String.valueOf(e.getMessage()).contains("disk I/O error"), e.getMessage());
        }
    }

    private static String text(ByteBuffer notes) {
        return StandardCharsets.UTF_8.decode(notes).toString();
    }

    @ParameterizedTest
    @EnumSource
    void answersRightOrNotAtAll(FaultyConnector.Fault fault) throws Exception {
        FaultyConnector connector = new FaultyConnector(fault);
        CatalogService catalog = open(connector);
        commit(catalog, 1);
        catalog.close();
        int call = 0;
        do {
            catalog = open(connector);
            connector.failAt(++call);
            assertTrue(tryToRead(catalog));
            connector.repair();
            assertEquals(1, version(catalog.view()));
            catalog.close();
        } while (connector.hasFailed());
        assertTrue(call > 10, "only " + call + " calls failed");
    }

    private static boolean tryToRead(CatalogService catalog) {
        try {
            return version(catalog.view()) == 1;
        } catch (CatalogException | OutOfMemoryError e) {
            return String.valueOf(e.getMessage()).contains("disk I/O error");
        }
    }
}
