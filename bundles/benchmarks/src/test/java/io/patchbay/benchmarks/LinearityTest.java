package io.patchbay.benchmarks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.patchbay.feeds.SnapshotFolder;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How cost grows, in a figure that does not depend on how busy the machine is. */
class LinearityTest {
    @TempDir
    Path folder;

    private Path generate(double scale) throws Exception {
        Path out = folder.resolve(String.valueOf(scale));
        Options options = new Options(scale, 42, 0, Options.Cabinets.STORED, false, false, out);
        Generator.generate(options, line -> {});
        return out;
    }

    /** Bytes allocated by the one thread that reads one shard, what an import costs at all included. */
    @Test
    void allocatesFourTimesAsMuchForFourTimesAsMany() throws Exception {
        Path small = generate(0.002);
        Path large = generate(0.008);
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
