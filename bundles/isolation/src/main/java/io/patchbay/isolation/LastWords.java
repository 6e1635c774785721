package io.patchbay.isolation;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The end of what a process writes to standard error. That is a file, because a pipe would be held open by whatever the process has started. */
final class LastWords implements Closeable {
    private static final int MOST = 400;

    private final FileChannel file;

    /** Opens the file now: later, there may be anything under its name. */
    LastWords(Path file) throws IOException {
        this.file = FileChannel.open(file);
    }

    /** What was written last, in one line, with blanks for line breaks and whatever else is not seen. */
    String text() throws IOException {
        ByteBuffer end = ByteBuffer.allocate(MOST);
        file.read(end, Math.max(0, file.size() - MOST));
        return StandardCharsets.UTF_8
                .decode(end.flip())
                .toString()
                .replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ")
                .strip();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
