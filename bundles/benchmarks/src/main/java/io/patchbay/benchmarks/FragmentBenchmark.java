package io.patchbay.benchmarks;

import io.patchbay.benchmarks.Facts.Handler;
import io.patchbay.feeds.Xml;
import io.patchbay.feeds.XmlLimits;
import io.patchbay.feeds.XmlReader;
import io.patchbay.feeds.microsoft.MetadataReader;
import io.patchbay.feeds.microsoft.UpdateMetadata;
import io.patchbay.spi.FeedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
import org.openjdk.jmh.annotations.Warmup;

/** Reading one core fragment, up to its component manifest if it has one, against a bare loop over all of it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class FragmentBenchmark {
    /** What kind of fragment. */
    public enum Kind {
        /** Of a detectoid: half a kilobyte. */
        SMALL,
        /** Of a patch for Windows Installer: some kilobytes. */
        MSI,
        /** Of an update of Windows itself, with a component manifest: the largest known. */
        MANIFEST
    }

    /** The fragment. */
    @Param
    public Kind kind = Kind.SMALL;

    private byte[] fragment = {};

    /** Makes it. */
    @Setup
    public void make() throws IOException {
        Facts facts = new Facts(new Population(Options.of(0.01, Path.of("unused"))));
        CoreFragment core = new CoreFragment(facts);
        int update = IntStream.range(0, facts.population.size())
                .filter(number -> is(kind, facts, number))
                .findFirst()
                .orElseThrow();
        fragment = core.open(update).readAllBytes();
    }

    private static boolean is(Kind kind, Facts facts, int update) {
        Population population = facts.population;
        if (kind == Kind.SMALL || update < population.blockSize() || population.isBundle(update)) {
            return kind == Kind.SMALL && population.isDetectoid(update);
        }
        boolean isLargest = facts.handler(update) == Handler.CBS && facts.manifestLength(update) > 40_000_000;
        return kind == Kind.MSI ? facts.handler(update) == Handler.MSI : isLargest;
    }

    /** As the provider reads it. */
    @Benchmark
    public UpdateMetadata reader() throws IOException, FeedException {
        MetadataReader reader = new MetadataReader("fragment");
        try (XmlReader xml = Xml.fragments(new ByteArrayInputStream(fragment), "fragment", XmlLimits.DEFAULT)) {
            reader.readToManifest(xml);
        }
        return reader.result();
    }

    /** The bare library. */
    @Benchmark
    public int woodstox() throws XMLStreamException {
        return BareLibraries.woodstox(new ByteArrayInputStream(fragment));
    }
}
