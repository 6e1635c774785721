package io.patchbay.runtime;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.patchbay.runtime.TestEngine.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the data folder is full, or nearly, while the engine runs; then there is space again. */
class FullDiskIT {
    private static final int MEBIBYTES = 64;
    private static final Pattern CLEAR =
            Pattern.compile("(?m)^sync: sample failed \\(.*(No space left on device|disk is full).*\\)$");
    private static final int[] KIBIBYTES_LEFT = {0, 4, 16, 64, 128, 256, 512};

    @TempDir
    Path work;

    @Test
    void servesTheLastGenerationAndRecoversWhenThereIsSpace() throws Exception {
        String obstacle = Mount.obstacle(work);
        if (!obstacle.isEmpty()) {
            System.out.println("full disks are skipped: " + obstacle);
        }
        assumeTrue(obstacle.isEmpty(), obstacle);
        try (Mount disk = Mount.memory(work.resolve("disk"), MEBIBYTES)) {
            Path data = disk.folder().resolve("data");
            Files.createDirectories(data.resolve("providers"));
            SampleJar.provider("1.0.0").dropInto(data.resolve("providers/sample.jar"));
            publish(1);
            try (EngineProcess engine = EngineProcess.start(data, work.resolve("feeds"))) {
                engine.awaitReady();
                engine.ask("patchbay:sync sample");
                for (int i = 0; i < KIBIBYTES_LEFT.length; i++) {
                    fillAndSync(engine, disk.folder(), KIBIBYTES_LEFT[i], i + 1);
                }
            }
        }
    }

    private void publish(int recording) throws IOException {
        String[] releases = IntStream.range(0, samples(recording))
                .mapToObj(i -> "release " + i)
                .toArray(String[]::new);
        TestEngine.publish(work, "recording-" + recording, releases);
    }

    private static int samples(int recording) {
        return 1000 + 200 * recording;
    }

    private void fillAndSync(EngineProcess engine, Path disk, int left, int recording) throws IOException {
        publish(recording + 1);
        Path filler = disk.resolve("filler");
        fill(filler, left * 1024L);
        Answer answer = engine.execute("patchbay:sync sample");
        boolean isClear = CLEAR.matcher(answer.err()).find();
        assertTrue(answer.status() == 0 || isClear, answer::toString);
        int served = answer.status() == 0 ? recording + 1 : recording;
        assertTrue(updates(engine).contains(" of " + samples(served) + " updates"), updates(engine) + answer);
        Files.delete(filler);
        engine.ask("patchbay:sync sample; patchbay:audit verify");
        assertTrue(updates(engine).contains(" of " + samples(recording + 1) + " updates"), updates(engine));
    }

    private static String updates(EngineProcess engine) throws IOException {
        return engine.ask("patchbay:updates --provider sample --limit 1");
    }

    /** Leaves so many bytes of the disk. */
    private static void fill(Path filler, long left) throws IOException {
        byte[] page = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (filler.toFile().getUsableSpace() > left) {
                out.write(page);
            }
        }
    }
}
