package io.patchbay.audit.file;

import io.patchbay.audit.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The end of the log on the disk.
 *
 * @param head the last record that was acknowledged
 * @param file the file that it is in, or that the first is to go to
 * @param length how long the file is up to there
 * @param unacknowledged how many bytes stand after that
 */
record Tail(Link head, Path file, long length, long unacknowledged) {
    /**
     * Finds it; only the last files are read.
     *
     * @throws AlteredException if they are not as they were written
     */
    static Tail find(LogFolder folder, HeadFile headFile) throws IOException {
        Link head = headFile.read();
        List<Path> files = folder.files();
        Chain chain = new Chain(head);
        // The last file may be new, without a whole record.
        for (int i = Math.max(0, files.size() - 2); i < files.size(); i++) {
            boolean isInTheMiddle = i > 0 && i == files.size() - 2;
            chain.follow(LogFolder.name(files.get(i)), LogFolder.read(files.get(i)), isInTheMiddle);
        }
        Verification found = chain.verification();
        if (found.flaw().isPresent()) {
            throw new AlteredException("the audit log was altered, so nothing is added to it: "
                    + found.flaw().get());
        }
        Path file = files.isEmpty() ? folder.file(1) : files.get(files.size() - 1);
        return new Tail(head, file, chain.length(), found.unacknowledged());
    }

    /** Where a record goes: to this file, or to a new one if this is full. */
    Tail before(long number, LogFolder folder, long fileBytes) {
        return length < fileBytes ? this : new Tail(head, folder.file(number), 0, 0);
    }

    /** The end after a record was added. */
    Tail after(Link next, int bytes) {
        return new Tail(next, file, length + bytes, 0);
    }

    /** Makes sure that nobody changed the file meanwhile. */
    void requireLength() throws IOException {
        long found = Files.exists(file) ? Files.size(file) : 0;
        if (found != length + unacknowledged) {
            throw new AlteredException("the audit log was altered, so nothing is added to it: " + file + " has " + found
                    + " bytes in place of " + (length + unacknowledged));
        }
    }
}
