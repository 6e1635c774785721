package io.patchbay.catalog.sqlite;

import static io.patchbay.catalog.sqlite.TestSnapshot.full;

import com.sun.management.OperatingSystemMXBean;
import io.patchbay.catalog.Candidate;
import io.patchbay.catalog.CatalogView;
import io.patchbay.catalog.Query;
import io.patchbay.catalog.Query.Order;
import io.patchbay.catalog.QueryBuilder;
import io.patchbay.model.Severity;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/**
 * Measures a catalogue of full size: import, amendment, start, and each kind of query. Run it with the class path of the
 * tests: {@code java -Xmx256m io.patchbay.catalog.sqlite.FullSizeTimes FOLDER [UPDATES]}.
 */
final class FullSizeTimes {
    private static final int WARM = 20;
    private static final int ROUNDS = 200;

    private final Path folder;
    private final int updates;

    private FullSizeTimes(Path folder, int updates) {
        this.folder = folder;
        this.updates = updates;
    }

    public static void main(String[] arguments) throws IOException, FeedException {
        int updates = arguments.length > 1 ? Integer.parseInt(arguments[1]) : FullSize.UPDATES;
        FullSizeTimes times = new FullSizeTimes(Path.of(arguments[0]), updates);
        times.write();
        times.read();
    }

    private void write() throws FeedException, IOException {
        time("make updates only", () -> new FullSize(1, 0).forEach(updates, update -> {}));
        try (TestCatalog catalog = new TestCatalog(folder)) {
            commit(catalog, "import", new FullSize(1, 0));
            commit(catalog, "same again", new FullSize(1, 0));
            commit(catalog, "1 % amended", new FullSize(1, 100));
        }
        System.out.printf("file %,d KiB%n", Files.size(folder.resolve("catalog.db")) / 1024);
    }

    private void commit(TestCatalog catalog, String name, FullSize content) {
        try (Candidate candidate = catalog.service().begin("a", full(name), name)) {
            time(name + ": add", () -> content.forEach(updates, update -> add(candidate, update)));
            time(name + ": review", candidate::review);
            time(name + ": commit", candidate::commit);
        }
    }

    private static void add(Candidate candidate, Update update) {
        try {
            candidate.add(update);
        } catch (FeedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        for (int i = 0; i < 3; i++) {
            time("start", () -> new TestCatalog(folder).close());
        }
        try (TestCatalog catalog = new TestCatalog(folder)) {
            CatalogView view = catalog.view();
            queries(view);
            heap();
            view.generation();
        }
    }

    private static void queries(CatalogView view) {
        page(view, "newest first", i -> Query.builder());
        page(view, "deep page by title", i -> Query.builder().order(Order.TITLE, false));
        page(view, "product, severity, not superseded", i -> Query.builder()
                .product("Product " + (20 + i % 300) + " of Windows")
                .severityAtLeast(Severity.IMPORTANT)
                .superseded(false));
        page(view, "KB", i -> Query.builder().kb("KB" + (4_000_400 + 2 * i)));
        page(view, "CVE", i -> Query.builder().cve("CVE-2020-" + (1000 + i)));
        page(view, "text, a rare word", i -> Query.builder().text("KB" + (4_000_400 + 2 * i)));
        page(view, "text, two common words", i -> Query.builder().text("cumulative windows"));
        page(view, "text, a word being typed", i -> Query.builder().text("cumulative variant " + i));
        measure("facets of everything", i -> view.facets(Query.all()));
        measure(
                "facets of a product",
                i -> view.facets(Query.builder()
                        .product("Product " + (20 + i % 300) + " of Windows")
                        .build()));
        measure("entry by id", i -> view.entry(UpdateId.of("full", "" + (500 + i))));
        measure("details", i -> view.details(UpdateId.of("full", "" + (500 + 7 * i))));
        measure("changes since", i -> view.changes(view.generation() - 1, 100));
    }

    private static void page(CatalogView view, String name, IntFunction<QueryBuilder> query) {
        measure(name, i -> view.search(query.apply(i).build()));
    }

    private static void measure(String name, IntConsumer query) {
        long start = System.nanoTime();
        query.accept(0);
        double first = (System.nanoTime() - start) / 1e6;
        for (int i = 0; i < WARM; i++) {
            query.accept(i);
        }
        long[] nanos = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            query.accept(i);
            nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%-36s first %8.2f ms  p50 %8.3f ms  p99 %8.3f ms%n",
                name, first, nanos[ROUNDS / 2] / 1e6, nanos[ROUNDS * 99 / 100] / 1e6);
    }

    private static void heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf("heap after GC %d MB%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    private static void time(String name, Runnable step) {
        long cpu = cpu();
        long start = System.nanoTime();
        step.run();
        System.out.printf("%-24s %7.2f s  %7.2f s CPU%n", name, (System.nanoTime() - start) / 1e9, (cpu() - cpu) / 1e9);
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
