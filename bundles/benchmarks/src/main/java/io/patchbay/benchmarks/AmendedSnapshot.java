package io.patchbay.benchmarks;

import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** A snapshot after the one that is committed, as the engine shows it to a provider. */
record AmendedSnapshot(Snapshot snapshot, Snapshot before) implements Snapshot {
    @Override
    public Optional<Snapshot> previous() {
        return Optional.of(before);
    }

    @Override
    public String name() {
        return snapshot.name();
    }

    @Override
    public Extent extent() {
        return snapshot.extent();
    }

    @Override
    public Optional<String> anchor() {
        return snapshot.anchor();
    }

    @Override
    public List<Document> documents() {
        return snapshot.documents();
    }

    @Override
    public InputStream open(String document) throws IOException, FeedException {
        return snapshot.open(document);
    }
}
