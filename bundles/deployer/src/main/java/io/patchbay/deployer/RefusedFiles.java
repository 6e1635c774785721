package io.patchbay.deployer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What was refused: moved into a folder of its own, each file with its reason beside it, so that nothing of it is tried at the next start. */
final class RefusedFiles {
    private static final String REASON = ".reason.txt";

    private final Path folder;
    private final Map<String, ProviderJar> jars = new HashMap<>();

    RefusedFiles(Path folder) {
        this.folder = folder;
    }

    /** Moves a file and its signature here, over those of its name that were refused before. */
    void add(Path file, String reason) throws IOException {
        Path target = Files.createDirectories(folder).resolve(file.getFileName());
        Files.writeString(reason(target), reason + '\n');
        Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(SignatureCheck.signature(target));
        Path signature = SignatureCheck.signature(file);
        if (Files.exists(signature)) {
            Files.move(signature, SignatureCheck.signature(target));
        }
    }

    /** Remembers which bundle a file is; those from before the start are known by name only. */
    void describe(Path file, ProviderJar jar) {
        jars.put(file.getFileName().toString(), jar);
    }

    /** Whether a file of this name lies here. */
    boolean has(Path file) {
        return Files.exists(folder.resolve(file.getFileName()));
    }

    /** Deletes what was refused under this name, because a good one has come. */
    void forget(Path file) throws IOException {
        Path refused = folder.resolve(file.getFileName());
        jars.remove(file.getFileName().toString());
        Files.deleteIfExists(refused);
        Files.deleteIfExists(SignatureCheck.signature(refused));
        Files.deleteIfExists(reason(refused));
    }

    private static Path reason(Path file) {
        return file.resolveSibling(file.getFileName() + REASON);
    }

    List<DropIn> list() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> !file.toString().endsWith(REASON) && !SignatureCheck.isSignature(file))
                    .sorted()
                    .toList();
        }
        return files.stream().map(this::dropIn).toList();
    }

    private DropIn dropIn(Path file) {
        String name = file.getFileName().toString();
        ProviderJar jar = jars.get(name);
        String symbolicName = jar == null ? "" : jar.symbolicName();
        String version = jar == null ? "" : jar.version().toString();
        return new DropIn(name, DropIn.State.REFUSED, symbolicName, version, "", readReason(file));
    }

    private static String readReason(Path file) {
        try {
            return Files.readString(reason(file)).strip();
        } catch (IOException e) {
            return "the reason beside it cannot be read: " + e.getMessage();
        }
    }
}
