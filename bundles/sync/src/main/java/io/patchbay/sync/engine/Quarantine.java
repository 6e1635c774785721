package io.patchbay.sync.engine;

import io.patchbay.feeds.DurableFile;
import io.patchbay.model.UpdateId;
import io.patchbay.sync.Held;
import io.patchbay.sync.Objection;
import io.patchbay.sync.Objection.Code;
import io.patchbay.sync.review.Column;
import io.patchbay.sync.review.Lines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is held, a file a provider, so that it survives a restart: a line of tab-separated text each, which ends with pairs of code and detail.
 * The content itself is in the snapshot, from which it is read again. Thread-safe.
 */
final class Quarantine {
    private static final String SUFFIX = ".tsv";
    private static final int FIXED = 8;

    private final Path folder;
    private final Map<String, List<Held>> held = new ConcurrentSkipListMap<>();

    private Quarantine(Path folder) {
        this.folder = folder;
    }

    /** Reads what is held; fails if a line cannot be read, because nobody would know that it is held. */
    static Quarantine open(Path folder) {
        Quarantine quarantine = new Quarantine(folder);
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(SUFFIX)).toList()) {
                    quarantine.read(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what is held in " + folder + ": " + e.getMessage(), e);
        }
        return quarantine;
    }

    /** Everything that is held, ordered by provider. */
    List<Held> all() {
        return held.values().stream().flatMap(List::stream).toList();
    }

    /** What is held of a provider. */
    List<Held> of(String provider) {
        return held.getOrDefault(provider, List.of());
    }

    /** Replaces what is held of a provider; content that was held before keeps its time. */
    synchronized void hold(String provider, List<Held> now) throws IOException {
        if (now.isEmpty()) {
            forget(provider);
            return;
        }
        List<Held> dated = now.stream().map(this::dated).toList();
        String lines = dated.stream().map(one -> format(one) + '\n').collect(Collectors.joining());
        DurableFile.replace(file(provider), lines.getBytes(StandardCharsets.UTF_8));
        held.put(provider, dated);
    }

    private void forget(String provider) throws IOException {
        if (held.containsKey(provider)) {
            Files.deleteIfExists(file(provider));
            held.remove(provider);
        }
    }

    private Held dated(Held one) {
        return of(one.provider()).stream()
                .filter(old -> Objects.equals(old.update(), one.update())
                        && old.content().equals(one.content()))
                .map(old -> one.since(old.since()))
                .findFirst()
                .orElse(one);
    }

    private Path file(String provider) {
        return folder.resolve(provider + SUFFIX);
    }

    private static String format(Held held) {
        List<String> columns = new ArrayList<>();
        columns.add(held.provider());
        columns.add(Long.toString(held.run()));
        columns.add(held.since().toString());
        columns.add(held.snapshot());
        columns.add(held.update() == null ? "" : held.update().toString());
        columns.add(Column.of(held.title()));
        columns.add(held.content());
        columns.add(held.changes() == null ? "" : RunLog.counts(held.changes()));
        for (Objection objection : held.objections()) {
            columns.add(objection.code().name());
            columns.add(Column.of(objection.detail()));
        }
        return String.join("\t", columns);
    }

    private void read(Path file) throws IOException {
        List<Held> all = new ArrayList<>();
        Lines.read(file, Files.readAllLines(file, StandardCharsets.UTF_8), line -> all.add(parse(line)));
        if (!all.isEmpty()) {
            held.put(all.get(0).provider(), List.copyOf(all));
        }
    }

    private static Held parse(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length < FIXED || columns.length % 2 != 0) {
            throw new IllegalArgumentException("expected " + FIXED + " columns, and pairs of code and detail");
        }
        List<Objection> objections = new ArrayList<>();
        for (int i = FIXED; i + 1 < columns.length; i += 2) {
            objections.add(new Objection(Code.valueOf(columns[i]), columns[i + 1]));
        }
        return new Held(
                columns[0],
                Long.parseLong(columns[1]),
                Instant.parse(columns[2]),
                columns[3],
                columns[4].isEmpty() ? null : UpdateId.parse(columns[4]),
                columns[5],
                columns[6],
                objections,
                RunLog.parseCounts(columns[7]));
    }
}
