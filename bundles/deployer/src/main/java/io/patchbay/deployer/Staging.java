package io.patchbay.deployer;

import io.patchbay.feeds.Folders;
import io.patchbay.feeds.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Keeps copies of the jars, so that what was checked is what is installed, whatever happens to the original. */
final class Staging {
    /** A copy, and the digest of the content of what was dropped in. */
    record Copy(Path path, String digest) {}

    private static final int LONGEST_DECLARATION = 1 << 20;

    private final Path folder;
    private final Set<Path> copies = new HashSet<>();
    private int count;

    /** Begins with nothing in the folder. */
    Staging(Path folder) throws IOException {
        Folders.delete(folder);
        this.folder = Files.createDirectories(folder);
    }

    /** Copies a file under a name that was never used before: the framework knows bundles by where they are. */
    Copy copy(Path file) throws IOException {
        count++;
        Path path = folder.resolve(count + "-" + file.getFileName());
        copies.add(path);
        MessageDigest sha256 = Sha256.newDigest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256);
                OutputStream out = Files.newOutputStream(path)) {
            in.transferTo(out);
        }
        return new Copy(path, HexFormat.of().formatHex(sha256.digest()));
    }

    /** Makes a jar of the copy of a file that describes a provider. */
    Copy pack(Path file, Copy copy) throws IOException, Refusal {
        Path path = copy.path().resolveSibling(copy.path().getFileName() + ".jar");
        copies.add(path);
        try (InputStream in = Files.newInputStream(copy.path());
                OutputStream out = Files.newOutputStream(path)) {
            DeclaredFile.pack(file, declaration(in), Files.getLastModifiedTime(file), out);
        }
        return new Copy(path, copy.digest());
    }

    private static byte[] declaration(InputStream in) throws IOException, Refusal {
        byte[] content = in.readNBytes(LONGEST_DECLARATION + 1);
        if (content.length > LONGEST_DECLARATION) {
            throw new Refusal("is longer than " + LONGEST_DECLARATION + " bytes, so it does not describe a provider");
        }
        return content;
    }

    /** Deletes all copies but these. */
    void keepOnly(Set<Path> inUse) throws IOException {
        for (Path copy : List.copyOf(copies)) {
            if (!inUse.contains(copy)) {
                Files.deleteIfExists(copy);
                copies.remove(copy);
            }
        }
    }
}
