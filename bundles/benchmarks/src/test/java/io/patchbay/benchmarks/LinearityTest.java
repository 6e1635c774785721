package io.patchbay.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.patchbay.catalog.ChangeCounts;
import io.patchbay.feeds.SnapshotFolder;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an import costs, in figures that do not depend on how busy the machine is. */
class LinearityTest {
    private static final double SCALE = 0.005;

    @TempDir
    Path folder;

    private Path generate(double scale, double delta, boolean graph) throws Exception {
        Path out = folder.resolve(scale + "-" + delta);
        Options options = new Options(scale, 42, delta, Options.Cabinets.STORED, graph, false, out);
        Generator.generate(options, line -> {});
        return out;
    }

    @Test
    void writesARowForEachUpdateAndThenForEachChangeOnly() throws Exception {
        try (ImportedFile imported = new ImportedFile(folder.resolve("data"))) {
            ChangeCounts first = imported.add(generate(SCALE, 0, false));
            assertEquals(first.added(), rows("entry"));
            assertEquals(first.added(), rows("revision"));
            ChangeCounts second = imported.add(generate(SCALE, 0.02, false));
            assertEquals(first.added() + second.added(), rows("entry"));
            assertEquals(first.added() + second.added() + second.changed(), rows("revision"));
        }
    }

    private int rows(String table) throws Exception {
        String file = "jdbc:sqlite:" + folder.resolve("data").resolve("catalog.db");
        try (Connection connection = DriverManager.getConnection(file);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*) FROM " + table)) {
            return result.getInt(1);
        }
    }

    /** Bytes allocated, less what an import costs at all. */
    @Test
    void allocatesFourTimesAsMuchForFourTimesAsMany() throws Exception {
        Path small = generate(0.01, 0, true);
        Path large = generate(0.04, 0, true);
        allocatedBy(small);
        double ratio = (double) allocatedBy(large) / allocatedBy(small);
        assertTrue(ratio < 4.6, "four times the updates allocate " + ratio + " times as much");
    }

    private static long allocatedBy(Path generated) throws Exception {
        SnapshotFolder snapshot = SnapshotFolder.open(Generator.snapshot(generated));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Import.parse(snapshot);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
