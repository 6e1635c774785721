package io.patchbay.audit.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the log, each named by the number of its first record. */
final class LogFolder {
    private static final Pattern NAME = Pattern.compile("audit-[0-9]{12}\\.jsonl");
    /** Many times what a file holds: whoever made it larger altered it. */
    private static final long LARGEST = 64 << 20;

    private final Path folder;

    /** Makes the folder, if there is none. */
    LogFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** The file that begins with this record. */
    Path file(long number) {
        return folder.resolve(name(number));
    }

    static String name(long number) {
        return String.format(Locale.ROOT, "audit-%012d.jsonl", number);
    }

    /** All files, oldest first. */
    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> NAME.matcher(name(file)).matches())
                    .sorted()
                    .toList();
        }
    }

    static String name(Path file) {
        return file.getFileName().toString();
    }

    static byte[] read(Path file) throws IOException {
        long size = Files.size(file);
        if (size > LARGEST) {
            throw new AlteredException("the audit log was altered: " + file + " has " + size + " bytes");
        }
        return Files.readAllBytes(file);
    }
}
