package io.patchbay.benchmarks;

import io.patchbay.catalog.CatalogView;
import io.patchbay.catalog.ChangeCounts;
import io.patchbay.catalog.Entry;
import io.patchbay.catalog.Query;
import io.patchbay.catalog.sqlite.CatalogService;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.model.UpdateType;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A generated file that goes through the provider into a catalogue, and what the catalogue then counts. */
final class ImportedFile implements AutoCloseable {
    private final CatalogService catalog;

    ImportedFile(Path data) {
        catalog = new CatalogService(data, Clock.systemUTC());
    }

    /** Imports what was generated to this folder. */
    ChangeCounts add(Path generated) throws IOException, FeedException {
        SnapshotFolder snapshot = SnapshotFolder.open(Generator.snapshot(generated));
        return Import.commit(catalog, snapshot).orElseThrow().changes();
    }

    /** What the catalogue holds, by the names of the generator's manifest. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        CatalogView view = catalog.view();
        for (Entry entry : entries()) {
            counts.merge("updates", 1L, Long::sum);
            counts.merge(kind(entry), 1L, Long::sum);
            counts.merge("superseded", entry.superseded() ? 1L : 0L, Long::sum);
            for (var older : entry.supersedes()) {
                String edge = view.entry(older).isPresent() ? "edges" : "edges.dangling.fragments";
                counts.merge(edge, 1L, Long::sum);
            }
            long files = view.details(entry.id()).orElseThrow().update().files().size();
            counts.merge("files", files, Long::sum);
        }
        return counts;
    }

    private static String kind(Entry entry) {
        return switch (entry.type()) {
            case CATEGORY -> "categories";
            case DETECTOID -> "detectoids";
            case BUNDLE -> "bundles";
            case SOFTWARE, DRIVER -> "leaves";
        };
    }

    private List<Entry> entries() {
        List<Entry> all = new ArrayList<>();
        for (UpdateType type : UpdateType.values()) {
            all.addAll(Answer.all(catalog.view(), Query.builder().type(type)));
        }
        return all;
    }

    @Override
    public void close() {
        catalog.close();
    }
}
