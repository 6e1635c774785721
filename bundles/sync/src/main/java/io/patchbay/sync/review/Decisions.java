package io.patchbay.sync.review;

import static java.util.Comparator.comparing;

import io.patchbay.feeds.DurableFile;
import io.patchbay.model.UpdateId;
import io.patchbay.sync.Decided;
import io.patchbay.sync.Held;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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
    private final Map<Subject, Decided> inForce = new HashMap<>();
    private long length;

    /** What was decided. */
    public enum Verdict {
        RELEASED,
        REJECTED,
        /** What was decided before counts no more. */
        FORGOTTEN
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
        Subject subject = new Subject(columns[1], columns[2], columns[3]);
        remember(subject, Instant.parse(columns[0]), Verdict.valueOf(columns[4]), columns[5], columns[6]);
    }

    private void remember(Subject subject, Instant time, Verdict verdict, String codes, String reason) {
        if (verdict == Verdict.FORGOTTEN) {
            inForce.remove(subject);
            return;
        }
        UpdateId update = subject.update().isEmpty() ? null : UpdateId.parse(subject.update());
        boolean released = verdict == Verdict.RELEASED;
        inForce.put(subject, new Decided(time, subject.provider(), update, subject.content(), released, codes, reason));
    }

    /** What counts, newest first. */
    public synchronized List<Decided> all() {
        return inForce.values().stream()
                .sorted(comparing(Decided::time).reversed())
                .toList();
    }

    /** What was last decided about this content; null as the update is the whole run. */
    public synchronized Optional<Verdict> of(String provider, @Nullable UpdateId update, String content) {
        return Optional.ofNullable(inForce.get(Subject.of(provider, update, content)))
                .map(decided -> decided.released() ? Verdict.RELEASED : Verdict.REJECTED);
    }

    /** Records a decision; when this returns, it is durable. */
    public synchronized void add(Held held, Verdict verdict, String reason, Instant now) throws IOException {
        add(Subject.of(held.provider(), held.update(), held.content()), verdict, held.codes(), reason, now);
    }

    /** Records that a decision counts no more; when this returns, it is durable. */
    public synchronized void forget(Decided decided, String reason, Instant now) throws IOException {
        Subject subject = Subject.of(decided.provider(), decided.update(), decided.content());
        add(subject, Verdict.FORGOTTEN, decided.codes(), reason, now);
    }

    private void add(Subject subject, Verdict verdict, String codes, String reason, Instant now) throws IOException {
        String line = String.join(
                "\t",
                now.toString(),
                subject.provider(),
                subject.update(),
                subject.content(),
                verdict.name(),
                codes,
                Column.of(reason),
                END);
        byte[] bytes = (line + '\n').getBytes(StandardCharsets.UTF_8);
        DurableFile.writeAt(file, length, bytes);
        length += bytes.length;
        remember(subject, now, verdict, codes, Column.of(reason));
    }
}
