package io.patchbay.provider.mozilla;

import io.patchbay.spi.Document;
import io.patchbay.spi.Snapshot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Documents to change one by one, so that a test names only what it is about. */
record InMemorySnapshot(SortedMap<String, byte[]> contents) implements Snapshot {
    private static final Path CASES = Path.of(System.getProperty("patchbay.root"), "vendor-feeds", "mozilla");

    /** All documents of a recorded case. */
    static InMemorySnapshot recorded(String name) throws IOException {
        InMemorySnapshot snapshot = of(CASES.resolve(name), "");
        snapshot.contents.keySet().removeAll(List.of("ORIGIN", "expected.json", "manifest.json"));
        return snapshot;
    }

    /** All files of a folder and those inside, each under its path after the prefix. */
    static InMemorySnapshot of(Path folder, String prefix) throws IOException {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                contents.put(prefix + path, Files.readAllBytes(file));
            }
        }
        return new InMemorySnapshot(contents);
    }

    InMemorySnapshot with(String document, String text) {
        SortedMap<String, byte[]> changed = new TreeMap<>(contents);
        changed.put(document, text.getBytes(StandardCharsets.UTF_8));
        return new InMemorySnapshot(changed);
    }

    InMemorySnapshot without(String document) {
        SortedMap<String, byte[]> changed = new TreeMap<>(contents);
        changed.remove(document);
        return new InMemorySnapshot(changed);
    }

    /** With all of a document's occurrences of one text replaced. */
    InMemorySnapshot replacing(String document, String text, String replacement) {
        return with(document, text(document).replace(text, replacement));
    }

    String text(String document) {
        return new String(contents.get(document), StandardCharsets.UTF_8);
    }

    @Override
    public String name() {
        return "in memory";
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
        return contents.entrySet().stream()
                .map(content -> document(content.getKey(), content.getValue().length))
                .toList();
    }

    private static Document document(String name, long size) {
        return new Document(name, name.split("/")[0], null, null, 0, null, null, size, "", null);
    }

    @Override
    public InputStream open(String document) {
        return new ByteArrayInputStream(contents.get(document));
    }
}
