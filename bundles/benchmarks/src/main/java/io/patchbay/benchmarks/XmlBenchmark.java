package io.patchbay.benchmarks;

import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.provider.microsoft.scan.ScanProbe;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLStreamException;
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

/** What the provider does with package.xml, against a bare loop over the same bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class XmlBenchmark {
    /** The scale of the file. */
    @Param("0.02")
    public double scale;

    private final Workspace workspace = new Workspace();

    /** Generates the file. */
    @Setup
    public void generate() throws IOException {
        workspace.generate(scale, Options.Cabinets.STORED, true);
    }

    /** Removes it. */
    @TearDown
    public void remove() throws IOException {
        workspace.remove();
    }

    /** The provider: the document, and an update for each of its rows. */
    @Benchmark
    public long provider() throws IOException, FeedException {
        return Import.parse(SnapshotFolder.open(Generator.snapshot(workspace.folder())));
    }

    /** The provider's pass over the document alone, into columns of numbers. */
    @Benchmark
    public int pass() throws IOException, FeedException {
        return ScanProbe.readPackage(SnapshotFolder.open(Generator.snapshot(workspace.folder())));
    }

    /** The bare library. */
    @Benchmark
    public int woodstox() throws IOException, XMLStreamException {
        try (InputStream in = Files.newInputStream(workspace.folder().resolve("loose/package.xml"))) {
            return BareLibraries.woodstox(in);
        }
    }
}
