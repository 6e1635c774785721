package io.patchbay.feeds;

import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which files of a folder are the documents of a snapshot. */
final class DocumentFiles {
    private static final List<String> RESERVED = List.of(SnapshotFolder.MANIFEST, "ORIGIN", "expected.json");

    private DocumentFiles() {}

    /** Whether a file of this name is there for other reasons. */
    static boolean isReserved(String name) {
        return RESERVED.contains(name);
    }

    /** That the document is there, in its size. */
    static void check(Path folder, Document document) throws IOException, FeedException {
        long size = Files.size(find(folder, document.name()));
        if (size != document.size()) {
            throw new FeedException(document.name(), "", "expected " + document.size() + " bytes, found " + size);
        }
    }

    /** The file of a document; a link in its place, or in that of its folder, could lead anywhere. */
    static Path find(Path folder, String document) throws IOException, FeedException {
        Path file = folder.resolve(document);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                || !file.toRealPath().equals(folder.toRealPath().resolve(document))) {
            throw new FeedException(document, "", "expected a file in " + folder + ", found none or a link");
        }
        return file;
    }

    /** All documents, ordered by name, described by what the files themselves tell. */
    static List<Document> in(Path folder) throws IOException, FeedException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> isDocument(folder.relativize(file)))
                    .toList();
        }
        Map<String, Document> documents = new TreeMap<>();
        for (Path file : files) {
            Document document = describe(folder, file);
            documents.put(document.name(), document);
        }
        return List.copyOf(documents.values());
    }

    private static boolean isDocument(Path relative) {
        for (Path segment : relative) {
            if (segment.toString().startsWith(".")) {
                return false;
            }
        }
        return !isReserved(relative.toString());
    }

    private static Document describe(Path folder, Path file) throws IOException, FeedException {
        Path relative = folder.relativize(file);
        String name = relative.toString().replace('\\', '/');
        try (InputStream in = Files.newInputStream(file)) {
            Sha256 digest = new Sha256();
            long size = digest.drain(in);
            return new Document(
                    name, relative.getName(0).toString(), null, null, 0, null, null, size, digest.hex(), null);
        } catch (IllegalArgumentException e) {
            throw new FeedException(name, "", "this file name cannot be a document's", e);
        }
    }
}
