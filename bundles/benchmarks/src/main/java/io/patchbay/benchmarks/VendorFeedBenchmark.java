package io.patchbay.benchmarks;

import io.patchbay.provider.putty.PuttyProvider;
import io.patchbay.provider.sevenzip.SevenZipProvider;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Reading a recorded release of 7-Zip (JSON) and of PuTTY (pages) into updates, against bare passes over the same documents. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
public class VendorFeedBenchmark {
    /** Where the recorded feeds are. */
    @Param("vendor-feeds")
    public String recorded = "";

    private MemorySnapshot sevenZip = new MemorySnapshot();
    private MemorySnapshot putty = new MemorySnapshot();

    /** Reads the recordings. */
    @Setup
    public void load() throws IOException {
        sevenZip = read(Path.of(recorded, "7zip", "2026-06-28-release-26.02"));
        putty = read(Path.of(recorded, "putty", "2026-08-16-release-0.85"));
    }

    private static MemorySnapshot read(Path folder) throws IOException {
        MemorySnapshot snapshot = new MemorySnapshot();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                if (!List.of("ORIGIN", "expected.json").contains(name)) {
                    snapshot.with(name, file);
                }
            }
        }
        return snapshot;
    }

    /** The provider, of JSON. */
    @Benchmark
    public void sevenZip(Blackhole taken) throws IOException, FeedException {
        new SevenZipProvider().parse(sevenZip, taken::consume);
    }

    /** The bare library: every token. */
    @Benchmark
    public void jackson(Blackhole taken) throws IOException {
        for (var document : sevenZip.documents()) {
            taken.consume(BareLibraries.jackson(sevenZip.bytes(document.name())));
        }
    }

    /** The bare library, asked for names and texts as strings. */
    @Benchmark
    public void jacksonValues(Blackhole taken) throws IOException {
        for (var document : sevenZip.documents()) {
            BareLibraries.jacksonValues(sevenZip.bytes(document.name()), taken::consume);
        }
    }

    /** The provider, of two pages, two checksum lists, and records of the CVE list. */
    @Benchmark
    public void putty(Blackhole taken) throws IOException, FeedException {
        new PuttyProvider().parse(putty, taken::consume);
    }

    /** The bare library: the pages alone. */
    @Benchmark
    public void jsoup(Blackhole taken) throws IOException {
        taken.consume(BareLibraries.jsoup(putty.bytes("latest.html")));
        taken.consume(BareLibraries.jsoup(putty.bytes("changes.html")));
    }
}
