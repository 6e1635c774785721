package io.patchbay.sync.engine;

import io.patchbay.catalog.ChangeCounts;
import io.patchbay.feeds.DurableFile;
import io.patchbay.sync.Held;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** What was held, one properties file a provider, so that it survives a restart. Thread-safe. */
final class HeldRuns {
    private static final String SUFFIX = ".properties";

    private final Path folder;
    private final Map<String, Held> held = new ConcurrentSkipListMap<>();

    private HeldRuns(Path folder) {
        this.folder = folder;
    }

    static HeldRuns open(Path folder) {
        HeldRuns all = new HeldRuns(folder);
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(SUFFIX)).toList()) {
                    Held one = read(file);
                    all.held.put(one.provider(), one);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what was held in " + folder + ": " + e.getMessage(), e);
        }
        return all;
    }

    List<Held> all() {
        return List.copyOf(held.values());
    }

    Optional<Held> of(String provider) {
        return Optional.ofNullable(held.get(provider));
    }

    synchronized void hold(Held one) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("provider", one.provider());
        properties.setProperty("run", Long.toString(one.run()));
        properties.setProperty("since", one.since().toString());
        properties.setProperty("snapshot", one.snapshot());
        properties.setProperty("code", one.code());
        properties.setProperty("reason", one.reason());
        properties.setProperty("added", Integer.toString(one.changes().added()));
        properties.setProperty("changed", Integer.toString(one.changes().changed()));
        properties.setProperty("superseded", Integer.toString(one.changes().superseded()));
        properties.setProperty("rated", Integer.toString(one.changes().rated()));
        properties.setProperty("withdrawn", Integer.toString(one.changes().withdrawn()));
        properties.setProperty("unchanged", Integer.toString(one.changes().unchanged()));
        StringWriter text = new StringWriter();
        properties.store(text, null);
        DurableFile.replace(file(one.provider()), text.toString().getBytes(StandardCharsets.UTF_8));
        held.put(one.provider(), one);
    }

    synchronized void clear(String provider) throws IOException {
        if (held.containsKey(provider)) {
            Files.deleteIfExists(file(provider));
            held.remove(provider);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + SUFFIX);
    }

    private static Held read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        ChangeCounts changes = new ChangeCounts(
                number(properties, "added"),
                number(properties, "changed"),
                number(properties, "superseded"),
                number(properties, "rated"),
                number(properties, "withdrawn"),
                number(properties, "unchanged"));
        return new Held(
                text(properties, "provider"),
                Long.parseLong(text(properties, "run")),
                Instant.parse(text(properties, "since")),
                text(properties, "snapshot"),
                text(properties, "code"),
                text(properties, "reason"),
                changes);
    }

    private static int number(Properties properties, String key) {
        return Integer.parseInt(text(properties, key));
    }

    private static String text(Properties properties, String key) {
        return properties.getProperty(key, "");
    }
}
