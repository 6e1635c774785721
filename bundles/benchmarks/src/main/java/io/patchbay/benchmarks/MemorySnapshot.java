package io.patchbay.benchmarks;

import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Documents in memory, so that no file is read while something is measured. */
final class MemorySnapshot implements Snapshot {
    private final Map<String, byte[]> contents = new TreeMap<>();
    private final Map<String, Document> byName = new TreeMap<>();
    private List<Document> documents = List.of();

    /** Adds the content of a file under a name whose first segment is its feed. */
    MemorySnapshot with(String name, Path file) throws IOException {
        return with(name, Files.readAllBytes(file));
    }

    MemorySnapshot with(String name, byte[] content) {
        contents.put(name, content);
        byName.put(name, described(name));
        documents = List.copyOf(byName.values());
        return this;
    }

    byte[] bytes(String name) {
        return contents.getOrDefault(name, new byte[0]);
    }

    @Override
    public String name() {
        return "memory";
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
        return documents;
    }

    private Document described(String name) {
        String feed = name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
        return new Document(name, feed, null, null, 0, null, null, bytes(name).length, "", null);
    }

    @Override
    public InputStream open(String document) throws FeedException {
        return new ByteArrayInputStream(bytes(document));
    }
}
