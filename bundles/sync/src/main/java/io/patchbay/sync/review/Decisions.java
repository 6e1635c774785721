package io.patchbay.sync.review;

import io.patchbay.feeds.DurableFile;
import io.patchbay.model.UpdateId;
import io.patchbay.sync.Held;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What operators decided about held content, a line of tab-separated text each: time, provider, update, content, verdict, codes, reason. A
 * decision is about one content of one update, or of one run; of other content, they are asked anew. Thread-safe.
 */
public final class Decisions {
    private static final int COLUMNS = 8;
    private static final String END = "end";

    private final Path file;
    private final Map<Subject, Verdict> verdicts = new HashMap<>();
    private long length;

    /** What was decided. */
    public enum Verdict {
        RELEASED,
        REJECTED
    }

    private record Subject(String provider, String update, String content) {
        static Subject of(String provider, @Nullable UpdateId update, String content) {
            return new Subject(provider, update == null ? "" : update.toString(), content);
        }
    }

    private Decisions(Path file) {
        this.file = file;
    }

    /**
     * Reads the decisions; a last line cut short by a crash was never acknowledged, and is left out.
     *
     * @throws IOException if any other line cannot be read: nobody would know that what it decided is open again
     */
    public static Decisions open(Path file) throws IOException {
        Decisions decisions = new Decisions(file);
        if (Files.exists(file)) {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            Lines.read(file, whole.lines().toList(), decisions::remember);
            decisions.length = whole.getBytes(StandardCharsets.UTF_8).length;
        }
        return decisions;
    }

    private void remember(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != COLUMNS || !columns[COLUMNS - 1].equals(END)) {
            throw new IllegalArgumentException("expected " + COLUMNS + " columns, the last of them " + END);
        }
        verdicts.put(new Subject(columns[1], columns[2], columns[3]), Verdict.valueOf(columns[4]));
    }

    /** What was last decided about this content; null as the update is the whole run. */
    public synchronized Optional<Verdict> of(String provider, @Nullable UpdateId update, String content) {
        return Optional.ofNullable(verdicts.get(Subject.of(provider, update, content)));
    }

    /** Records a decision; when this returns, it is durable. */
    public synchronized void add(Held held, Verdict verdict, String reason, Instant now) throws IOException {
        Subject subject = Subject.of(held.provider(), held.update(), held.content());
        String line = String.join(
                "\t",
                now.toString(),
                subject.provider(),
                subject.update(),
                subject.content(),
                verdict.name(),
                held.codes(),
                Column.of(reason),
                END);
        byte[] bytes = (line + '\n').getBytes(StandardCharsets.UTF_8);
        DurableFile.writeAt(file, length, bytes);
        length += bytes.length;
        verdicts.put(subject, verdict);
    }
}
