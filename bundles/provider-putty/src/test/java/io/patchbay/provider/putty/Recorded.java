package io.patchbay.provider.putty;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.model.Update;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A recorded case, or a copy of one to change. */
record Recorded(Path folder) {
    static final String RELEASE_083 = "2025-02-08-release-0.83";
    static final String RELEASE_084 = "2026-05-22-release-0.84";
    static final String AMENDED_084 = "2026-05-25-amended-0.84";
    static final String RELEASE_085 = "2026-08-16-release-0.85";

    static Recorded of(String name) {
        return new Recorded(Path.of(System.getProperty("patchbay.root"), "vendor-feeds", "putty", name));
    }

    Recorded copy(Path target) throws IOException {
        return copy(target, "PuTTY", "PuTTY");
    }

    /** A copy in which a text has been replaced everywhere, also in the names of the documents. */
    Recorded copy(Path target, String from, String to) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(folder.relativize(file).toString().replace(from, to));
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, Files.readString(file).replace(from, to));
            }
        }
        return new Recorded(target);
    }

    Recorded edit(String document, String from, String to) throws IOException {
        String text = text(document);
        assertTrue(text.contains(from), document + " has no " + from);
        return write(document, text.replace(from, to));
    }

    Recorded write(String document, String text) throws IOException {
        Files.writeString(folder.resolve(document), text);
        return this;
    }

    String text(String document) throws IOException {
        return Files.readString(folder.resolve(document));
    }

    Snapshot snapshot() throws IOException, FeedException {
        return SnapshotFolder.open(folder);
    }

    List<Update> updates() throws IOException, FeedException {
        return updates(snapshot());
    }

    static List<Update> updates(Snapshot snapshot) throws IOException, FeedException {
        List<Update> updates = new ArrayList<>();
        new PuttyProvider().parse(snapshot, updates::add);
        return updates;
    }
}
