package io.patchbay.runtime;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a provider more costs an engine: the later half of {@code -Dproviders=100} costs about what the first does. */
class ManyProvidersIT {
    private static final int HALF = Integer.getInteger("providers", 40) / 2;
    /** Starts differ by this without any provider. */
    private static final Duration NOISE = Duration.ofSeconds(1);

    private static final int LOOKS = 5;
    private static final long NOISE_KILOBYTES = 2048;
    private static final Pattern HEAP = Pattern.compile("generation .* used ([0-9]+)K");
    private static final Pattern METASPACE = Pattern.compile("Metaspace +used ([0-9]+)K");

    @TempDir
    Path work;

    /**
     * What an engine took until it was ready.
     *
     * @param wall how long that was
     * @param cpu processor time until then
     * @param heap kilobytes of heap in use after all providers were synced and a collection
     * @param metaspace kilobytes of classes, then
     * @param resident kilobytes of memory, then
     */
    private record Cost(Duration wall, Duration cpu, long heap, long metaspace, long resident) {
        @Override
        public String toString() {
            return "ready after %d ms, %d ms of processor time; heap %d kB, metaspace %d kB, resident %d kB"
                    .formatted(wall.toMillis(), cpu.toMillis(), heap, metaspace, resident);
        }
    }

    @Test
    void growsInProportion() throws Exception {
        Cost none = start(0);
        Cost half = start(HALF);
        Cost all = start(2 * HALF);
        System.out.printf("no providers: %s%n%d: %s%n%d: %s%n", none, HALF, half, 2 * HALF, all);
        Duration first = half.cpu().minus(none.cpu());
        Duration second = all.cpu().minus(half.cpu());
        assertTrue(second.compareTo(first.multipliedBy(2).plus(NOISE)) <= 0, second + " after " + first);
        long firstHeap = Math.max(0, half.heap() - none.heap());
        long secondHeap = all.heap() - half.heap();
        assertTrue(secondHeap <= 2 * firstHeap + NOISE_KILOBYTES, secondHeap + " kB after " + firstHeap);
    }

    private Cost start(int providers) throws IOException {
        Path data = work.resolve("with-" + providers);
        Path folder = Files.createDirectories(data.resolve("providers"));
        for (int i = 0; i < providers; i++) {
            TestEngine.publish(data, "vendor-" + i, "1", List.of("one", "two"));
            SampleJar.marked("vendor-" + i, "1.0.0").dropInto(folder.resolve("vendor-" + i + ".jar"));
        }
        long begin = System.nanoTime();
        try (EngineProcess engine = EngineProcess.start(data, Files.createDirectories(data.resolve("feeds")))) {
            engine.awaitReady();
            Duration wall = Duration.ofNanos(System.nanoTime() - begin);
            Duration cpu = engine.cpu();
            engine.execute("patchbay:sync");
            long metaspace = sum(METASPACE, jcmd(engine, "GC.heap_info"));
            return new Cost(wall, cpu, leastHeap(engine), metaspace, engine.resident());
        }
    }

    /** What the engine does by itself between a collection and the look at the heap is not what providers hold. */
    private static long leastHeap(EngineProcess engine) throws IOException {
        long least = Long.MAX_VALUE;
        for (int look = 0; look < LOOKS; look++) {
            jcmd(engine, "GC.run");
            least = Math.min(least, sum(HEAP, jcmd(engine, "GC.heap_info")));
        }
        return least;
    }

    private static String jcmd(EngineProcess engine, String command) throws IOException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        return Commands.run(jcmd, Long.toString(engine.pid()), command);
    }

    private static long sum(Pattern kilobytes, String memory) {
        return kilobytes
                .matcher(memory)
                .results()
                .mapToLong(used -> Long.parseLong(used.group(1)))
                .sum();
    }
}
