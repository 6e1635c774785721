package io.patchbay.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The engine ends at random moments, while it starts and while it syncs all recorded feeds and a vendor that always has something new:
 * {@code -Dkills=200} times by a signal, {@code -DpowerCuts=50} times with all that was not on the disk yet. How long the slowest opening took is
 * printed.
 */
class CrashIT {
    private static final int KILLS = Integer.getInteger("kills", 20);
    private static final int POWER_CUTS = Integer.getInteger("powerCuts", 10);
    private static final int FRESH_START_EVERY = 5;
    private static final Path RECORDED = Path.of(System.getProperty("patchbay.root"), "vendor-feeds");
    private static final Pattern GENERATION = Pattern.compile("\"generation\":\"([0-9]+)\"");
    private static final Pattern SAMPLES = Pattern.compile(" of ([0-9]+) updates?");

    @TempDir
    Path work;

    private final Random random = new Random(20261122);
    private int published;
    private Duration slowest = Duration.ZERO;

    /** Where the engine keeps its data, and how it ends. */
    private interface Site {
        Path data();

        /** A new, empty one. */
        void renew() throws IOException;

        /** Ends the engine at once; gives the newest generation that anybody can have been told of. */
        long crash(EngineProcess engine) throws IOException;
    }

    @Test
    void losesNothingWhenItIsKilled() throws Exception {
        crash(KILLS, new KilledSite());
    }

    @Test
    void losesNothingWhenThePowerIsCut() throws Exception {
        String obstacle = Mount.obstacle(work);
        if (!obstacle.isEmpty()) {
            System.out.println("power cuts are skipped: " + obstacle);
        }
        assumeTrue(obstacle.isEmpty(), obstacle);
        try (PowerlessSite site = new PowerlessSite()) {
            crash(POWER_CUTS, site);
        }
    }

    private void crash(int times, Site site) throws Exception {
        Commands.run("cp", "-r", RECORDED.toString(), work.resolve("feeds").toString());
        renew(site);
        publish();
        long whole = millisecondsOfAWholeSync(site);
        long acknowledged = 0;
        for (int i = 0; i < times; i++) {
            if (i % FRESH_START_EVERY == 0) {
                acknowledged = 0;
                renew(site);
            }
            publish();
            acknowledged = crashOnce(site, whole, acknowledged);
        }
        try (EngineProcess engine = EngineProcess.start(site.data(), work.resolve("feeds"))) {
            open(engine);
            check(engine, acknowledged);
            sync(engine);
            assertEquals(samples(published), samples(engine));
        }
        System.out.println(
                times + " crashes; the slowest of the openings after one took " + slowest.toMillis() + " ms");
    }

    /** Waits until an engine that was just started answers, Java's own start included. */
    private void open(EngineProcess engine) throws IOException {
        long start = System.nanoTime();
        engine.awaitReady();
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        slowest = taken.compareTo(slowest) > 0 ? taken : slowest;
    }

    private void renew(Site site) throws Exception {
        site.renew();
        Path providers = Files.createDirectories(site.data().resolve("providers"));
        SampleJar.provider("1.0.0").dropInto(providers.resolve("sample.jar"));
        Commands.run("sync", "--file-system", providers.toString());
    }

    private void publish() throws IOException {
        String[] releases = IntStream.range(0, samples(++published))
                .mapToObj(i -> "release " + i)
                .toArray(String[]::new);
        TestEngine.publish(work, "recording-" + (1000 + published), releases);
    }

    private static int samples(int published) {
        return 200 + 20 * published;
    }

    private long millisecondsOfAWholeSync(Site site) throws Exception {
        long start = System.nanoTime();
        try (EngineProcess engine = EngineProcess.start(site.data(), work.resolve("feeds"))) {
            engine.awaitReady();
            sync(engine);
            return Duration.ofNanos(System.nanoTime() - start).toMillis();
        }
    }

    /** What is held is as good as what is published: the run has come to its end. */
    private static void sync(EngineProcess engine) throws IOException {
        String runs = engine.execute("patchbay:sync").out();
        assertTrue(runs.contains("sample") && !runs.contains("FAILED"), runs);
    }

    /** Crashes it at any moment after its start, or of the sync after it was found in order; gives what was acknowledged by then. */
    private long crashOnce(Site site, long whole, long acknowledged) throws Exception {
        try (EngineProcess engine = EngineProcess.start(site.data(), work.resolve("feeds"))) {
            boolean isChecked = random.nextBoolean();
            if (isChecked) {
                open(engine);
                check(engine, acknowledged);
            }
            engine.run(Duration.ofMillis(random.nextLong(isChecked ? whole / 2 : whole)));
            return Math.max(acknowledged, site.crash(engine));
        }
    }

    /** The newest generation whose run is in the audit log. */
    private static long acknowledged(Path data) throws IOException {
        long newest = 0;
        Path folder = data.resolve("audit");
        try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            for (Path file : files.toList()) {
                Matcher generations = GENERATION.matcher(Files.readString(file));
                while (generations.find()) {
                    newest = Math.max(newest, Long.parseLong(generations.group(1)));
                }
            }
        }
        return newest;
    }

    private void check(EngineProcess engine, long acknowledged) throws IOException {
        engine.ask("patchbay:audit verify");
        Matcher newest = Pattern.compile("\"generation\" : ([0-9]+)")
                .matcher(engine.ask("patchbay:generations --limit 1 --json"));
        long generation = newest.find() ? Long.parseLong(newest.group(1)) : 0;
        assertTrue(generation >= acknowledged, generation + " < " + acknowledged);
        int samples = samples(engine);
        boolean isWhole = samples == 0 || samples >= samples(1) && samples <= samples(published) && samples % 20 == 0;
        assertTrue(isWhole, samples + " samples");
    }

    private static int samples(EngineProcess engine) throws IOException {
        String updates = engine.ask("patchbay:updates --provider sample --limit 1");
        Matcher total = SAMPLES.matcher(updates);
        return total.find() ? Integer.parseInt(total.group(1)) : 0;
    }

    private final class KilledSite implements Site {
        private int number;

        @Override
        public Path data() {
            return work.resolve("data-" + number);
        }

        @Override
        public void renew() {
            number++;
        }

        @Override
        public long crash(EngineProcess engine) throws IOException {
            engine.close();
            return acknowledged(data());
        }
    }

    /** A disk in a file. What the file holds at a moment is what the disk would hold if the power went at that moment. */
    private final class PowerlessSite implements Site, AutoCloseable {
        private final Path image = work.resolve("disk.img");
        private final Path copy = work.resolve("copy.img");
        private Mount mount;

        @Override
        public Path data() {
            return mount.folder().resolve("data");
        }

        @Override
        public void renew() throws IOException {
            close();
            Files.deleteIfExists(image);
            Mount.format(image, 128);
            mount = Mount.image(image, work.resolve("disk"));
        }

        @Override
        public long crash(EngineProcess engine) throws IOException {
            engine.signal("STOP");
            long acknowledged = acknowledged(data());
            Commands.run("cp", "--sparse=always", image.toString(), copy.toString());
            engine.close();
            close();
            Commands.run("mv", copy.toString(), image.toString());
            mount = Mount.image(image, work.resolve("disk"));
            return acknowledged;
        }

        @Override
        public void close() throws IOException {
            if (mount != null) {
                mount.close();
                mount = null;
            }
        }
    }
}
