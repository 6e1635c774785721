package io.patchbay.benchmarks;

import io.patchbay.provider.microsoft.catalog.CatalogProbe;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
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

/** Reading pages of the Update Catalogue, against jsoup parsing the same bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
public class CatalogPageBenchmark {
    private static final String DETAILS = "details/f39d68ab-1519-4df8-85c1-d985be7f49c3";
    private static final String SEARCH = "search/00";

    /** Where the pages are, beside the repository. */
    @Param("../shared/feeds/microsoft/update-catalog-html")
    public String samples = "";

    private final MemorySnapshot snapshot = new MemorySnapshot();
    private @Nullable Document details;
    private @Nullable Document search;

    /** Reads the samples. */
    @Setup
    public void load() throws IOException {
        Path folder = Path.of(samples);
        snapshot.with(DETAILS, folder.resolve("scopedview-f39d68ab-1519-4df8-85c1-d985be7f49c3.html"))
                .with(SEARCH, folder.resolve("search-2020-page1-of-40.html"));
        details = snapshot.document(DETAILS).orElseThrow();
        search = snapshot.document(SEARCH).orElseThrow();
    }

    /** The provider, of a details page. */
    @Benchmark
    public Object details() throws IOException, FeedException {
        return CatalogProbe.details(snapshot, Objects.requireNonNull(details));
    }

    /** The bare library. */
    @Benchmark
    public Element jsoupDetails() throws IOException {
        return BareLibraries.jsoup(snapshot.bytes(DETAILS));
    }

    /** The provider, of a search page with 25 updates. */
    @Benchmark
    public Object search() throws IOException, FeedException {
        return CatalogProbe.search(snapshot, Objects.requireNonNull(search));
    }

    /** The bare library. */
    @Benchmark
    public Element jsoupSearch() throws IOException {
        return BareLibraries.jsoup(snapshot.bytes(SEARCH));
    }
}
