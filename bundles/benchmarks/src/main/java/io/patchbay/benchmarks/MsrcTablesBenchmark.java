package io.patchbay.benchmarks;

import io.patchbay.provider.microsoft.msrc.MsrcProbe;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
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

/** Reading pages of the tables of MSRC's guide, and CSAF documents, into advisories, against bare loops over the same documents. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
public class MsrcTablesBenchmark {
    /** Where the samples are, beside the repository. */
    @Param("../shared/feeds/microsoft/msrc")
    public String samples = "";

    private final FeedProvider guideProvider = MsrcProbe.guide();
    private final FeedProvider csafProvider = MsrcProbe.csaf();
    private final MemorySnapshot guide = new MemorySnapshot();
    private final MemorySnapshot csaf = new MemorySnapshot();

    /** Reads the samples: a page of each table, an advisory and a VEX document. */
    @Setup
    public void load() throws IOException {
        Path pages = Path.of(samples, "sug-api");
        guide.with("vulnerability/00000", pages.resolve("vulnerability-page0.json"))
                .with("affectedProduct/00000", pages.resolve("product-page0.json"))
                .with("deployment/00000", pages.resolve("deployment-page0.json"))
                .with("advisory/00000", pages.resolve("advisory-page0.json"));
        Path documents = Path.of(samples, "csaf");
        document("advisories", "cve-2025-29795", documents.resolve("msrc_cve-2025-29795.json"));
        document("vex", "cve-2025-25186", documents.resolve("vex-msrc_cve-2025-25186.json"));
    }

    private void document(String tree, String id, Path file) throws IOException {
        String path = "2025/msrc_" + id + ".json";
        String changes = "\"" + path + "\",\"2025-04-16T07:00:00Z\"\n";
        csaf.with("csaf-" + tree + "-changes.csv", changes.getBytes(StandardCharsets.US_ASCII))
                .with("csaf-" + tree + "/" + path, file);
    }

    private static boolean isJson(Document document) {
        return document.name().contains("/");
    }

    private static void jackson(MemorySnapshot snapshot, Blackhole taken) throws IOException {
        for (Document document : snapshot.documents()) {
            if (isJson(document)) {
                taken.consume(BareLibraries.jackson(snapshot.bytes(document.name())));
            }
        }
    }

    private static void jacksonValues(MemorySnapshot snapshot, Blackhole taken) throws IOException {
        for (Document document : snapshot.documents()) {
            if (isJson(document)) {
                BareLibraries.jacksonValues(snapshot.bytes(document.name()), taken::consume);
            }
        }
    }

    /** The provider, of the guide. */
    @Benchmark
    public void guide(Blackhole taken) throws IOException, FeedException {
        guideProvider.parse(guide, CvrfBenchmark.into(taken));
    }

    /** The bare library: every token. */
    @Benchmark
    public void guideJackson(Blackhole taken) throws IOException {
        jackson(guide, taken);
    }

    /** The bare library, asked for names and texts as strings. */
    @Benchmark
    public void guideJacksonValues(Blackhole taken) throws IOException {
        jacksonValues(guide, taken);
    }

    /** The provider, of CSAF. */
    @Benchmark
    public void csaf(Blackhole taken) throws IOException, FeedException {
        csafProvider.parse(csaf, CvrfBenchmark.into(taken));
    }

    /** The bare library: every token. */
    @Benchmark
    public void csafJackson(Blackhole taken) throws IOException {
        jackson(csaf, taken);
    }

    /** The bare library, asked for names and texts as strings. */
    @Benchmark
    public void csafJacksonValues(Blackhole taken) throws IOException {
        jacksonValues(csaf, taken);
    }
}
