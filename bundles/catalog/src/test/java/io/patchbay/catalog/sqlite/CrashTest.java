package io.patchbay.catalog.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.catalog.Details;
import io.patchbay.catalog.Query;
import io.patchbay.model.Update;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {
    private static final int ROUNDS = 8;
    private static final int LINES = 400;

    @TempDir
    Path folder;

    @Test
    void keepsTheLastGenerationWhenTheProcessIsKilledAtAnyMoment() throws Exception {
        Random random = new Random(20261122);
        long last = 0;
        for (int round = 0; round < ROUNDS; round++) {
            last = Math.max(last, killAfter(random.nextInt(LINES)));
            last = check(last);
        }
        assertTrue(last > 0, "no round committed anything");
    }

    /** Kills a writer after it printed some lines; gives the last generation that it said was committed. */
    private long killAfter(int lines) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledWriter.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output = process.inputReader()) {
            return readUntilKilled(process, output, lines);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static long readUntilKilled(Process process, BufferedReader output, int lines) throws IOException {
        long committed = 0;
        int read = 0;
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("committed ")) {
                committed = Long.parseLong(line.substring("committed ".length()));
            }
            if (++read == lines + 1) {
                process.toHandle().destroyForcibly();
            }
        }
        assertTrue(read > lines, "the writer ended by itself after " + read + " lines");
        return committed;
    }

    /**
     * Everything is as one whole generation left it, which is the last one that was acknowledged or the one under way.
     */
    private long check(long acknowledged) throws Exception {
        assertEquals("ok", integrity());
        try (TestCatalog catalog = new TestCatalog(folder)) {
            long generation = catalog.view().generation();
            assertTrue(generation >= acknowledged, generation + " < " + acknowledged);
            List<Update> expected = generation == 0 ? List.of() : KilledWriter.updates(generation);
            assertEquals(expected.size(), catalog.view().search(Query.all()).total());
            for (Update update : expected) {
                assertEquals(
                        update,
                        catalog.view().details(update.id()).map(Details::update).orElseThrow());
            }
            return generation;
        }
    }

    private String integrity() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("catalog.db"));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA integrity_check")) {
            return result.getString(1);
        }
    }
}
