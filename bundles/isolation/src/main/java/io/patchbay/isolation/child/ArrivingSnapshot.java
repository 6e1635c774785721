package io.patchbay.isolation.child;

import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The snapshot that the engine is making, as far as it has come. */
final class ArrivingSnapshot {
    private final Path folder;
    private final Map<String, Document> documents = new TreeMap<>();

    ArrivingSnapshot(Path folder) {
        this.folder = folder;
    }

    Document add(Document document) {
        documents.put(document.name(), document);
        return document;
    }

    /** What has arrived. */
    Snapshot now() {
        return new Arrived(folder, List.copyOf(documents.values()));
    }

    private record Arrived(Path folder, List<Document> documents) implements Snapshot {
        @Override
        public String name() {
            return folder.getFileName().toString();
        }

        @Override
        public Extent extent() {
            return Extent.FULL;
        }

        @Override
        public Optional<String> anchor() {
            return Optional.empty();
        }

        @Override
        public InputStream open(String document) throws IOException, FeedException {
            if (document(document).isEmpty()) {
                throw new FeedException(document, "", "the snapshot " + name() + " lacks it");
            }
            return Files.newInputStream(folder.resolve(document));
        }
    }
}
