package io.patchbay.benchmarks;

import io.patchbay.catalog.CatalogView;
import io.patchbay.catalog.Entry;
import io.patchbay.catalog.Page;
import io.patchbay.catalog.Query;
import io.patchbay.catalog.QueryBuilder;
import io.patchbay.model.ContentFile;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
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
 * Asks the catalogue which files only superseded updates need, and which are needed. The question is that of an offline mirror of
 * security updates: cabinets and programs, without language packs.
 */
final class Answer {
    private final CatalogView view;

    Answer(CatalogView view) {
        this.view = view;
    }

    /** Writes both answers, one address a line, sorted by bytes, to {@code superseded} and {@code needed} in a folder. */
    void write(Path folder) throws IOException {
        SortedSet<String> superseded = new TreeSet<>();
        SortedSet<String> needed = new TreeSet<>();
        Set<UpdateId> replaced = replaced();
        view.files(
                Query.builder().type(UpdateType.SOFTWARE).build(),
                (id, files) -> collect(files, replaced.contains(id) ? superseded : needed));
        needed.removeAll(superseded);
        Files.createDirectories(folder);
        Files.write(folder.resolve("superseded"), superseded);
        Files.write(folder.resolve("needed"), needed);
    }

    /** What superseded bundles bundle. */
    private Set<UpdateId> replaced() {
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
