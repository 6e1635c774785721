package io.patchbay.benchmarks;

import io.patchbay.spi.Document;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A snapshot that was committed. An engine has its digests from its manifest, so nothing of it is read before a provider asks for it. */
record KnownSnapshot(Path folder) implements Snapshot {
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
    public List<Document> documents() {
        return List.of();
    }

    @Override
    public InputStream open(String document) throws IOException {
        return Files.newInputStream(folder.resolve(document));
    }
}
