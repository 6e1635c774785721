package io.patchbay.benchmarks;

import io.patchbay.model.Advisory;
import io.patchbay.model.Update;
import io.patchbay.provider.microsoft.msrc.MsrcProvider;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.UpdateSink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Reading one of MSRC's months into advisories, in either form, against bare loops over the same bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
public class CvrfBenchmark {
    /** Where the months are, beside the repository. */
    @Param("../shared/feeds/microsoft/msrc/cvrf")
    public String samples = "";

    private final MemorySnapshot json = new MemorySnapshot();
    private final MemorySnapshot xml = new MemorySnapshot();

    /** Reads the samples, a month each. */
    @Setup
    public void load() throws IOException {
        Path folder = Path.of(samples);
        json.with("updates.json", index("2020-Dec")).with("cvrf/2020-Dec", folder.resolve("2020-Dec.cvrf.json"));
        xml.with("updates.json", index("2016-Apr")).with("cvrf/2016-Apr", folder.resolve("2016-Apr.cvrf.xml"));
    }

    private static byte[] index(String month) {
        String index = "{\"value\": [{\"ID\": \"" + month
                + "\", \"InitialReleaseDate\": \"2020-12-08\", \"CurrentReleaseDate\": \"2020-12-08\"}]}";
        return index.getBytes(StandardCharsets.UTF_8);
    }

    static UpdateSink into(Blackhole taken) {
        return new UpdateSink() {
            @Override
            public void accept(Update update) {
                taken.consume(update);
            }

            @Override
            public void accept(Advisory advisory) {
                taken.consume(advisory);
            }
        };
    }

    /** The provider, of JSON. */
    @Benchmark
    public void json(Blackhole taken) throws IOException, FeedException {
        new MsrcProvider().parse(json, into(taken));
    }

    /** The bare library: every token. */
    @Benchmark
    public int jackson() throws IOException {
        return BareLibraries.jackson(json.bytes("cvrf/2020-Dec"));
    }

    /** The bare library, asked for names and texts as strings. */
    @Benchmark
    public void jacksonValues(Blackhole taken) throws IOException {
        BareLibraries.jacksonValues(json.bytes("cvrf/2020-Dec"), taken::consume);
    }

    /** The provider, of XML. */
    @Benchmark
    public void xml(Blackhole taken) throws IOException, FeedException {
        new MsrcProvider().parse(xml, into(taken));
    }

    /** The bare library: every event. */
    @Benchmark
    public int woodstox() throws XMLStreamException {
        return BareLibraries.woodstox(new ByteArrayInputStream(xml.bytes("cvrf/2016-Apr")));
    }

    /** The bare library, asked for names, attributes and texts as strings. */
    @Benchmark
    public void woodstoxValues(Blackhole taken) throws XMLStreamException {
        BareLibraries.woodstoxValues(new ByteArrayInputStream(xml.bytes("cvrf/2016-Apr")), taken::consume);
    }
}
