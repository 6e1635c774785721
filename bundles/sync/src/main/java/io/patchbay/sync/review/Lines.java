package io.patchbay.sync.review;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.function.Consumer;

/** Lines in which the engine remembers what must not be lost. */
public final class Lines {
    private Lines() {}

    /**
     * Has each line of a file read.
     *
     * @param reader throws {@link IllegalArgumentException} or {@link DateTimeException} if a line is damaged, or of a later release
     * @throws IOException names the file and the line that cannot be read
     */
    public static void read(Path file, List<String> lines, Consumer<String> reader) throws IOException {
        for (int i = 0; i < lines.size(); i++) {
            try {
                reader.accept(lines.get(i));
            } catch (IllegalArgumentException | DateTimeException e) {
                String why = Column.of(String.valueOf(e.getMessage()));
                throw new IOException(file + " line " + (i + 1) + " cannot be read: " + why, e);
            }
        }
    }
}
