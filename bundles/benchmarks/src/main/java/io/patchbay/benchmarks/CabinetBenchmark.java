package io.patchbay.benchmarks;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Decoding a shard, against java.util.zip alone over the same bytes in one piece. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CabinetBenchmark {
    /** How the shard is compressed; the baseline is the same for all. */
    @Param({"LZX", "MSZIP", "STORED"})
    public String cabinets = "LZX";

    private final Workspace workspace = new Workspace();
    private byte[] deflated = {};

    /** Generates the shard. */
    @Setup
    public void generate() throws IOException {
        workspace.generate(0.002, Options.Cabinets.valueOf(cabinets), false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(shard()))) {
            Import.decode(in, out);
        }
        deflated = BareLibraries.deflate(out.toByteArray());
    }

    private Path shard() {
        return workspace.folder().resolve("loose").resolve("package2.cab");
    }

    /** Removes it. */
    @TearDown
    public void remove() throws IOException {
        workspace.remove();
    }

    /** The cabinet reader. */
    @Benchmark
    public long reader() throws IOException {
        try (InputStream in = Files.newInputStream(shard())) {
            return Import.decode(in);
        }
    }

    /** The bare library. */
    @Benchmark
    public long inflater() throws DataFormatException {
        return BareLibraries.inflate(deflated);
    }
}
