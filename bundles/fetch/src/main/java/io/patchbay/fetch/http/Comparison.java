package io.patchbay.fetch.http;

import io.patchbay.spi.Document;
import io.patchbay.spi.Snapshot;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what snapshots hold, and how the next fetch can ask with them. */
final class Comparison {
    private Comparison() {}

    static boolean sameContents(Snapshot one, Snapshot other) {
        return contents(one).equals(contents(other));
    }

    /** Whether their documents have the same addresses, marks of the upstream, and tags. */
    static boolean sameMarks(Snapshot one, Snapshot other) {
        return marks(one).equals(marks(other));
    }

    private static Map<String, String> contents(Snapshot snapshot) {
        return snapshot.documents().stream().collect(Collectors.toMap(Document::name, Document::sha256));
    }

    private static List<List<@Nullable Object>> marks(Snapshot snapshot) {
        return snapshot.documents().stream()
                .map(d -> Arrays.<@Nullable Object>asList(d.name(), d.url(), d.etag(), d.lastModified(), d.tag()))
                .toList();
    }
}
