package io.patchbay.benchmarks;

import io.patchbay.catalog.CatalogView;
import io.patchbay.catalog.Change;
import io.patchbay.catalog.Details;
import io.patchbay.catalog.Entry;
import io.patchbay.catalog.Facet;
import io.patchbay.catalog.Page;
import io.patchbay.catalog.Query;
import io.patchbay.catalog.QueryBuilder;
import io.patchbay.catalog.sqlite.CatalogService;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.model.Severity;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
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

/**
 * Each kind of question to the catalogue, about another update each time; and the least that some take, a hash map of its entries and a
 * walk over all of them. Of a catalogue of any size, if one was made by {@code Import commit}: {@code -p data=FOLDER}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class QueryBenchmark {
    /** The folder of a catalogue; blank to generate a small file and import it. */
    @Param("")
    public String data = "";

    private final Workspace workspace = new Workspace();
    private @Nullable CatalogService catalog;
    private List<Entry> bundles = List.of();
    private Map<UpdateId, Entry> byId = Map.of();
    private int round;

    /** Opens the catalogue, and chooses what to ask about. */
    @Setup
    public void open() throws IOException, FeedException {
        CatalogService opened = new CatalogService(data.isEmpty() ? generated() : Path.of(data), Clock.systemUTC());
        if (data.isEmpty()) {
            Import.commit(opened, SnapshotFolder.open(Generator.snapshot(workspace.folder())));
        }
        bundles = new ArrayList<>(Answer.all(opened.view(), Query.builder().type(UpdateType.BUNDLE)));
        Collections.shuffle(bundles, new Random(1));
        byId = bundles.stream().collect(Collectors.toMap(Entry::id, Function.identity()));
        catalog = opened;
    }

    private Path generated() throws IOException {
        workspace.generate(0.02, Options.Cabinets.STORED, false);
        return workspace.folder().resolve("data");
    }

    /** Closes it. */
    @TearDown
    public void close() throws IOException {
        Objects.requireNonNull(catalog).close();
        if (data.isEmpty()) {
            workspace.remove();
        }
    }

    private CatalogView view() {
        return Objects.requireNonNull(catalog).view();
    }

    private Entry next() {
        return bundles.get(round++ % bundles.size());
    }

    private Page page(QueryBuilder query) {
        return view().search(query.build());
    }

    /** An update by its id, as lists show it. */
    @Benchmark
    public Optional<Entry> entry() {
        return view().entry(next().id());
    }

    /** The same from a hash map. */
    @Benchmark
    public Optional<Entry> entryOfHashMap() {
        return Optional.ofNullable(byId.get(next().id()));
    }

    /** An update by its id, with everything that is known of it. */
    @Benchmark
    public Optional<Details> details() {
        return view().details(next().id());
    }

    /** The newest 100. */
    @Benchmark
    public Page newest() {
        return page(Query.builder());
    }

    /** The first 100 by title. */
    @Benchmark
    public Page byTitle() {
        return page(Query.builder().order(Query.Order.TITLE, false));
    }

    /** What is current and important for a product. */
    @Benchmark
    public Page ofProduct() {
        return page(Query.builder()
                .product(next().products().get(0))
                .severityAtLeast(Severity.IMPORTANT)
                .superseded(false));
    }

    /** The same by a walk over all entries. */
    @Benchmark
    public List<Entry> ofProductByWalk() {
        String product = next().products().get(0);
        return bundles.stream()
                .filter(entry -> entry.products().contains(product))
                .filter(entry -> entry.severity().compareTo(Severity.IMPORTANT) >= 0)
                .filter(entry -> entry.supersededBy().isEmpty())
                .limit(100)
                .toList();
    }

    /** By number of the article. */
    @Benchmark
    public Page ofKb() {
        return page(Query.builder().kb(next().kbArticles().get(0)));
    }

    /** By vulnerability. */
    @Benchmark
    public Page ofCve() {
        Entry entry = next();
        while (entry.cves().isEmpty()) {
            entry = next();
        }
        return page(Query.builder().cve(entry.cves().get(0)));
    }

    /** By a word that few have. */
    @Benchmark
    public Page ofRareWord() {
        return page(Query.builder().text("KB" + next().kbArticles().get(0)));
    }

    /** By words that most have. */
    @Benchmark
    public Page ofCommonWords() {
        return page(Query.builder().text("security update"));
    }

    /** How many there are of each property's values. */
    @Benchmark
    public SortedMap<Facet, SortedMap<String, Long>> facets() {
        return view().facets(Query.all());
    }

    /** The same, of a product. */
    @Benchmark
    public SortedMap<Facet, SortedMap<String, Long>> facetsOfProduct() {
        return view().facets(Query.builder().product(next().products().get(0)).build());
    }

    /** What the last generation changed: all of it, which after a first import is everything. */
    @Benchmark
    public List<Change> changes() {
        return view().changes(view().generation() - 1, 100);
    }
}
