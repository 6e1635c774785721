package io.patchbay.sync.engine;

import io.patchbay.catalog.ChangeCounts;
import io.patchbay.feeds.DurableFile;
import io.patchbay.sync.Run;
import io.patchbay.sync.review.Column;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How runs ended, one line of tab-separated text each, so that operators can read it with any tool. Keeps the last thousand, and of each
 * provider the last that succeeded and the first after it. Thread-safe.
 */
final class RunLog {
    private static final Logger LOG = LoggerFactory.getLogger(RunLog.class);
    private static final int KEPT = 1000;
    private static final int COLUMNS = 12;
    private static final int COUNTS = 6;

    private final Path file;
    private final List<Run> runs = new ArrayList<>();
    private final Map<String, Run> successes = new HashMap<>();
    /** The first run since the last success, by provider. */
    private final Map<String, Run> setbacks = new HashMap<>();

    private long lastNumber;
    private long length;
    private String unwritten = "";

    private RunLog(Path file) {
        this.file = file;
    }

    /** Reads the log; a line that is damaged, such as a last one cut short by a crash, or that is of a later release, is left out. */
    static RunLog open(Path file) {
        RunLog log = new RunLog(file);
        try {
            if (Files.exists(file)) {
                // Not all of it may be text: what is damaged is left out line by line.
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                log.read(text.lines().toList());
            }
            log.rewrite();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the history of runs " + file + ": " + e.getMessage(), e);
        }
        return log;
    }

    synchronized long nextNumber() {
        return ++lastNumber;
    }

    /** Adds a run; what could not be written is written with the next one. */
    synchronized void add(Run run) throws IOException {
        remember(run);
        unwritten += format(run) + '\n';
        byte[] lines = unwritten.getBytes(StandardCharsets.UTF_8);
        DurableFile.writeAt(file, length, lines);
        length += lines.length;
        unwritten = "";
    }

    /** The last runs that ended, newest first. */
    synchronized List<Run> newest(int limit) {
        List<Run> newest = new ArrayList<>();
        for (int i = runs.size() - 1; i >= 0 && newest.size() < limit; i--) {
            newest.add(runs.get(i));
        }
        return newest;
    }

    synchronized Optional<Run> run(long number) {
        return runs.stream().filter(r -> r.number() == number).findFirst();
    }

    synchronized Optional<Run> last(String provider) {
        return newest(runs.size()).stream()
                .filter(r -> r.provider().equals(provider))
                .findFirst();
    }

    synchronized Optional<Run> lastSuccess(String provider) {
        return Optional.ofNullable(successes.get(provider));
    }

    /** Since when a provider is tried without success; empty if its last run succeeded, or if there was none. */
    synchronized Optional<Instant> triedSince(String provider) {
        return Optional.ofNullable(setbacks.get(provider)).map(Run::started);
    }

    /** The generation that the last run made that made one; 0 if none did. */
    synchronized long lastGeneration() {
        return newest(runs.size()).stream()
                .mapToLong(Run::generation)
                .filter(generation -> generation > 0)
                .findFirst()
                .orElse(0);
    }

    /** How many updates the last of a provider's runs added that added any, but for its first, which adds everything. */
    synchronized List<Integer> additions(String provider, int limit) {
        List<Integer> added = runs.stream()
                .filter(run -> run.provider().equals(provider) && run.generation() > 0)
                .map(Run::changes)
                .filter(changes -> changes != null && changes.added() > 0)
                .map(ChangeCounts::added)
                .toList();
        int from = Math.max(1, added.size() - limit);
        return added.size() <= from ? List.of() : added.subList(from, added.size());
    }

    private void read(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            try {
                remember(parse(lines.get(i)));
            } catch (IllegalArgumentException | DateTimeException e) {
                LOG.warn("{} line {} cannot be read and is left out", file, i + 1);
            }
        }
    }

    private void remember(Run run) {
        lastNumber = Math.max(lastNumber, run.number());
        runs.add(run);
        if (run.succeeded()) {
            successes.put(run.provider(), run);
            setbacks.remove(run.provider());
        } else {
            setbacks.putIfAbsent(run.provider(), run);
        }
        if (runs.size() > 2 * KEPT) {
            runs.subList(0, KEPT).removeIf(old -> !successes.containsValue(old) && !setbacks.containsValue(old));
        }
    }

    private void rewrite() throws IOException {
        String lines = runs.stream().map(run -> format(run) + '\n').collect(Collectors.joining());
        byte[] content = lines.getBytes(StandardCharsets.UTF_8);
        DurableFile.replace(file, content);
        length = content.length;
    }

    private static String format(Run run) {
        ChangeCounts changes = run.changes();
        return String.join(
                "\t",
                Long.toString(run.number()),
                run.provider(),
                run.version(),
                run.state().name(),
                run.started().toString(),
                String.valueOf(run.ended()),
                run.snapshot(),
                Integer.toString(run.updates()),
                changes == null ? "" : counts(changes),
                Long.toString(run.generation()),
                Column.of(run.reason()),
                "end");
    }

    static String counts(ChangeCounts c) {
        return String.join(
                ",",
                Integer.toString(c.added()),
                Integer.toString(c.changed()),
                Integer.toString(c.superseded()),
                Integer.toString(c.rated()),
                Integer.toString(c.withdrawn()),
                Integer.toString(c.unchanged()));
    }

    private static Run parse(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != COLUMNS || !columns[COLUMNS - 1].equals("end")) {
            throw new IllegalArgumentException("expected " + COLUMNS + " columns, the last of them end");
        }
        return new Run(
                Long.parseLong(columns[0]),
                columns[1],
                columns[2],
                Run.State.valueOf(columns[3]),
                Instant.parse(columns[4]),
                Instant.parse(columns[5]),
                "",
                0,
                0,
                columns[6],
                Integer.parseInt(columns[7]),
                parseCounts(columns[8]),
                Long.parseLong(columns[9]),
                columns[10]);
    }

    /** What {@link #counts} wrote; null if it was blank. */
    static @Nullable ChangeCounts parseCounts(String text) {
        if (text.isEmpty()) {
            return null;
        }
        String[] counts = text.split(",", -1);
        if (counts.length != COUNTS) {
            throw new IllegalArgumentException("expected " + COUNTS + " counts");
        }
        return new ChangeCounts(
                Integer.parseInt(counts[0]),
                Integer.parseInt(counts[1]),
                Integer.parseInt(counts[2]),
                Integer.parseInt(counts[3]),
                Integer.parseInt(counts[4]),
                Integer.parseInt(counts[5]));
    }
}
