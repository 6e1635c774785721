package io.patchbay.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A provider is swapped {@code -Dswaps=1000} times while eight threads ask and another provider syncs. Prints how long a swap took, and how
 * long answers took meanwhile and before.
 */
class SwapIT {
    private static final int SWAPS = Integer.getInteger("swaps", "true".equals(System.getenv("CI")) ? 100 : 20);
    /** What is made once, such as connections to the store, is there after these. */
    private static final int WARM_UP = 10;

    private static final int THREADS = 8;
    private static final int RELEASES = 20;
    private static final int QUIET_ANSWERS = 10_000;
    private static final Path RECORDED = Path.of(System.getProperty("patchbay.root"), "vendor-feeds");
    private static final List<String> OTHERS = List.of("putty", "7zip");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern MARK = Pattern.compile("by (1\\.0\\.[0-9]+)");

    @TempDir
    Path data;

    private final List<Long> swapTimes = new ArrayList<>();
    private TestEngine engine;
    private BundleWatch bundles;
    private BiFunction<String, Integer, List<String>> reader;
    private int version;
    private int recordings;

    @BeforeEach
    void start() throws Exception {
        TestEngine.publish(data, "swapped", "000000", releases(RELEASES));
        TestEngine.publish(data, "neighbour", "000000", releases(RELEASES));
        for (String other : OTHERS) {
            Commands.run(
                    "cp",
                    "-r",
                    RECORDED.resolve(other).toString(),
                    data.resolve("feeds").toString());
        }
        engine = TestEngine.start(data);
        bundles = new BundleWatch(engine.context(), "vendor.swapped");
        reader = engine.reader();
        SampleJar.marked("neighbour", "1.0.0")
                .dropInto(engine.folder("providers").resolve("neighbour.jar"));
        SampleJar.marked("swapped", "1.0.0").dropInto(engine.folder("providers").resolve("swapped.jar"));
        Eventually.get(this::marks, Set.of("1.0.0")::equals);
        engine.ask("patchbay:sync neighbour " + String.join(" ", OTHERS));
    }

    @AfterEach
    void stop() throws IOException {
        engine.close();
    }

    private static List<String> releases(int count) {
        return IntStream.range(0, count).mapToObj(i -> "release " + i).toList();
    }

    @Test
    void nobodyNoticesThatAProviderIsSwapped() throws Exception {
        List<String> others = others();
        swapWhileAsked(WARM_UP);
        long[] quiet = Readers.during(THREADS, this::ask, readers -> readers.await(QUIET_ANSWERS));
        swapTimes.clear();
        List<String> threads = threads();
        List<String> files = openFiles();
        swap(WARM_UP);
        long[] alone = swapTimes();
        long[] busy = swapWhileAsked(SWAPS);
        assertEquals(others, others());
        assertEquals(
                1, Eventually.get(bundles::alive, alive -> alive.size() <= 1).size(), "class loaders");
        Eventually.get(() -> without(threads, threads()), List::isEmpty);
        Eventually.get(() -> without(files, openFiles()), List::isEmpty);
        System.out.printf("%d swaps alone: %s%n", alone.length, times(alone));
        System.out.printf("%d answers without swaps: %s%n", quiet.length, times(quiet));
        System.out.printf("%d answers during %d swaps: %s%n", busy.length, SWAPS, times(busy));
    }

    /** What other vendors say. */
    private List<String> others() {
        return OTHERS.stream()
                .flatMap(other -> reader.apply(other, RELEASES).stream())
                .toList();
    }

    private long[] swapWhileAsked(int times) throws Exception {
        AtomicBoolean isOver = new AtomicBoolean();
        ExecutorService neighbour = Executors.newSingleThreadExecutor();
        try {
            Future<Void> syncs = neighbour.submit(() -> syncNeighbour(isOver));
            long[] answers = Readers.during(THREADS, this::ask, readers -> swap(times));
            isOver.set(true);
            syncs.get();
            return answers;
        } finally {
            isOver.set(true);
            neighbour.shutdown();
        }
    }

    /** Has something new to publish every time. */
    private Void syncNeighbour(AtomicBoolean isOver) throws IOException {
        while (!isOver.get()) {
            String recording = "%06d".formatted(++recordings);
            TestEngine.publish(data, "neighbour", recording, releases(RELEASES + recordings % 2));
            engine.ask("patchbay:sync neighbour");
        }
        return null;
    }

    /** Every other swap comes while the first run of the bundle before may still be under way. */
    private void swap(int times) throws Exception {
        Path file = engine.folder("providers").resolve("swapped.jar");
        for (int i = 1; i <= times; i++) {
            SampleJar jar = SampleJar.marked("swapped", "1.0." + ++version);
            long begin = System.nanoTime();
            jar.dropInto(file);
            swapTimes.add(bundles.awaitGoing() - begin);
            if (i % 2 == 0) {
                Eventually.get(this::marks, Set.of("1.0." + version)::equals);
            }
        }
    }

    /** One answer is of one generation, and so of one version of the provider. */
    private Void ask() {
        List<String> answer = reader.apply("swapped", 1);
        assertEquals(RELEASES + 1, answer.size());
        assertEquals(1, marks(answer).size(), answer.toString());
        return null;
    }

    private Set<String> marks() {
        return marks(reader.apply("swapped", 1));
    }

    private static Set<String> marks(List<String> answer) {
        return answer.stream()
                .flatMap(text -> MARK.matcher(text).results())
                .map(mark -> mark.group(1))
                .collect(Collectors.toSet());
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
    }

    private static List<String> without(List<String> before, List<String> now) {
        List<String> left = new ArrayList<>(now);
        before.forEach(left::remove);
        return left;
    }

    /** But for the catalogue's connections, of which as many are kept as were needed at once, up to a few. */
    private static List<String> openFiles() throws IOException {
        try (Stream<Path> handles = Files.list(Path.of("/proc/self/fd"))) {
            return handles.flatMap(SwapIT::target)
                    .filter(file -> !file.contains("catalog.db"))
                    .toList();
        }
    }

    /** What is open, without numbers: they tell sockets and copies of jars from each other. */
    private static Stream<String> target(Path handle) {
        try {
            String target = Files.readSymbolicLink(handle).toString();
            return Stream.of(NUMBER.matcher(target).replaceAll(""));
        } catch (IOException e) {
            return Stream.empty(); // closed since it was listed
        }
    }

    private long[] swapTimes() {
        return swapTimes.stream().mapToLong(time -> time).sorted().toArray();
    }

    private static String times(long[] sorted) {
        return "p50 %.2f ms, p99 %.2f ms"
                .formatted(Readers.percentile(sorted, 50) / 1e6, Readers.percentile(sorted, 99) / 1e6);
    }
}
