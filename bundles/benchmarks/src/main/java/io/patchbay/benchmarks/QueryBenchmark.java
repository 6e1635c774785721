package io.patchbay.benchmarks;

import io.patchbay.catalog.CatalogView;
import io.patchbay.catalog.Entry;
import io.patchbay.catalog.Query;
import io.patchbay.catalog.QueryBuilder;
import io.patchbay.catalog.sqlite.CatalogService;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Questions to the catalogue's view, against a hash map of its entries and a walk over all of them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class QueryBenchmark {
    /** The scale of the file that the catalogue holds. */
    @Param("0.02")
    public double scale;

    private final Workspace workspace = new Workspace();
    private @Nullable CatalogService catalog;
    private List<Entry> entries = List.of();
    private Map<UpdateId, Entry> byId = Map.of();

    /** Generates the file and imports it. */
    @Setup
    public void fill() throws IOException, FeedException {
        workspace.generate(scale, Options.Cabinets.STORED, true);
        CatalogService filled = new CatalogService(workspace.folder().resolve("data"), Clock.systemUTC());
        SnapshotFolder snapshot = SnapshotFolder.open(Generator.snapshot(workspace.folder()));
        Import.commit(filled, snapshot);
        entries = Answer.all(filled.view(), Query.builder());
        byId = entries.stream().collect(Collectors.toMap(Entry::id, Function.identity()));
        catalog = filled;
    }

    /** Closes and removes it. */
    @TearDown
    public void remove() throws IOException {
        filled().close();
        workspace.remove();
    }

    private CatalogService filled() {
        return Objects.requireNonNull(catalog);
    }

    private CatalogView view() {
        return filled().view();
    }

    private UpdateId middle() {
        return entries.get(entries.size() / 2).id();
    }

    /** One entry by its id. */
    @Benchmark
    public Optional<Entry> entry() {
        return view().entry(middle());
    }

    /** The same from a hash map. */
    @Benchmark
    public Optional<Entry> entryOfHashMap() {
        return Optional.ofNullable(byId.get(middle()));
    }

    /** A page of the updates that are not superseded. */
    @Benchmark
    public int page() {
        QueryBuilder query = Query.builder().superseded(false);
        return view().search(query.build()).entries().size();
    }

    /** The same by a walk over all entries. */
    @Benchmark
    public int pageOfWalk() {
        return entries.stream()
                .filter(entry -> !entry.superseded())
                .limit(100)
                .toList()
                .size();
    }
}
