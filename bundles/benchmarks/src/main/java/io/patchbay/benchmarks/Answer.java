package io.patchbay.benchmarks;

import io.patchbay.catalog.CatalogView;
import io.patchbay.catalog.Entry;
import io.patchbay.catalog.Page;
import io.patchbay.catalog.Query;
import io.patchbay.catalog.QueryBuilder;
import io.patchbay.model.ContentFile;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.provider.microsoft.scan.ScanProbe;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Says which files only superseded updates need, and which are needed. The question is that of an offline mirror of
 * security updates: cabinets and programs, without language packs.
 */
final class Answer {
    private final SortedSet<String> superseded = new TreeSet<>();
    private final SortedSet<String> needed = new TreeSet<>();

    /** Asks the catalogue. */
    static Answer of(CatalogView view) {
        Answer answer = new Answer();
        Set<UpdateId> replaced = replaced(view);
        view.files(
                Query.builder().type(UpdateType.SOFTWARE).build(),
                (id, files) -> collect(files, replaced.contains(id) ? answer.superseded : answer.needed));
        return answer;
    }

    /** Asks package.xml alone. */
    static Answer of(Snapshot snapshot) throws IOException, FeedException {
        Answer answer = new Answer();
        ScanProbe.files(snapshot, (address, superseded) -> {
            if (isWanted(address)) {
                (superseded ? answer.superseded : answer.needed).add(address);
            }
        });
        return answer;
    }

    /** Writes both, one address a line, sorted by bytes, to {@code superseded} and {@code needed} in a folder. */
    void write(Path folder) throws IOException {
        needed.removeAll(superseded);
        Files.createDirectories(folder);
        Files.write(folder.resolve("superseded"), superseded);
        Files.write(folder.resolve("needed"), needed);
    }

    /** What superseded bundles bundle. */
    private static Set<UpdateId> replaced(CatalogView view) {
        Set<UpdateId> replaced = new HashSet<>();
        Query query = Query.builder().type(UpdateType.BUNDLE).superseded(true).build();
        view.entries(query, bundle -> replaced.addAll(bundle.bundles()));
        return replaced;
    }

    private static void collect(List<ContentFile> files, Collection<String> addresses) {
        for (ContentFile file : files) {
            for (URI url : file.urls()) {
                String address = url.toString();
                if (isWanted(address)) {
                    addresses.add(address);
                }
            }
        }
    }

    private static boolean isWanted(String address) {
        return address.startsWith("http://")
                && address.contains("/update/software/secu/")
                && !address.contains("mui")
                && (address.contains(".cab") || address.contains(".exe"));
    }

    /** All entries that match, page by page. */
    static List<Entry> all(CatalogView view, QueryBuilder query) {
        List<Entry> entries = new ArrayList<>();
        String cursor = null;
        do {
            Page page = view.search(query.limit(10_000).cursor(cursor).build());
            entries.addAll(page.entries());
            cursor = page.next();
        } while (cursor != null);
        return entries;
    }
}
