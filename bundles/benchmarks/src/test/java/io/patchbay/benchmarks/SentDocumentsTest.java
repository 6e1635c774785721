package io.patchbay.benchmarks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.testkit.Samples;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Param;

/** That providers read what upstreams send as they read what is recorded. */
class SentDocumentsTest {
    static Stream<String> releases() throws NoSuchFieldException {
        return Stream.of(VendorFeedBenchmark.class
                .getField("release")
                .getAnnotation(Param.class)
                .value());
    }

    @ParameterizedTest
    @MethodSource("releases")
    void isReadAndIsNoLessThanWhatIsRecorded(String release) throws Exception {
        Optional<Path> samples = Samples.feeds("");
        if (samples.isPresent()) {
            VendorFeedBenchmark recorded = loaded(release, FeedSize.RECORDED, samples.get());
            VendorFeedBenchmark sent = loaded(release, FeedSize.SENT, samples.get());
            assertTrue(sent.bytes() >= recorded.bytes(), sent.bytes() + " bytes, recorded " + recorded.bytes());
            assertTrue(updates(sent) >= updates(recorded), updates(sent) + " updates");
        }
    }

    private static VendorFeedBenchmark loaded(String release, FeedSize size, Path samples) throws Exception {
        VendorFeedBenchmark benchmark = new VendorFeedBenchmark();
        benchmark.recorded =
                Path.of(System.getProperty("patchbay.root", ""), "vendor-feeds").toString();
        benchmark.samples = samples.toString();
        benchmark.release = release;
        benchmark.size = size;
        benchmark.load();
        return benchmark;
    }

    private static int updates(VendorFeedBenchmark benchmark) throws Exception {
        AtomicInteger updates = new AtomicInteger();
        benchmark.parse(update -> updates.incrementAndGet());
        return updates.get();
    }
}
