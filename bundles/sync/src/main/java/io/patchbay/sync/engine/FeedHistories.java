package io.patchbay.sync.engine;

import io.patchbay.feeds.DurableFile;
import io.patchbay.sync.review.Column;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is remembered of feeds, a file of tab-separated text for each provider with a line for each feed. Thread-safe. */
final class FeedHistories {
    private static final Logger LOG = LoggerFactory.getLogger(FeedHistories.class);
    private static final String SUFFIX = ".tsv";
    private static final int COLUMNS = 6;

    private final Path folder;
    private final Map<String, SortedMap<String, FeedHistory>> byProvider = new ConcurrentHashMap<>();

    private FeedHistories(Path folder) {
        this.folder = folder;
    }

    /** Reads what there is; a line that is damaged is left out, and its feed is as good as new. */
    static FeedHistories open(Path folder) {
        FeedHistories all = new FeedHistories(folder);
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(SUFFIX)).toList()) {
                    String name = file.getFileName().toString();
                    all.byProvider.put(name.substring(0, name.length() - SUFFIX.length()), read(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the ages of feeds in " + folder + ": " + e.getMessage(), e);
        }
        return all;
    }

    /** What is remembered of a provider's feeds, by their names. */
    Map<String, FeedHistory> of(String provider) {
        return byProvider.getOrDefault(provider, new TreeMap<>());
    }

    /** The latest time that is remembered of any feed; empty if there is none. */
    Optional<Instant> latest() {
        return byProvider.values().stream()
                .flatMap(feeds -> feeds.values().stream())
                .flatMap(feed -> Stream.concat(Stream.of(feed.changed()), Stream.ofNullable(feed.fetched())))
                .max(Instant::compareTo);
    }

    /**
     * Remembers this of a provider's feeds, and forgets what was before.
     *
     * @throws IOException if it could not be written, and will be forgotten when the engine stops
     */
    synchronized void put(String provider, SortedMap<String, FeedHistory> feeds) throws IOException {
        byProvider.put(provider, new TreeMap<>(feeds));
        String lines = feeds.entrySet().stream()
                .map(feed -> format(feed.getKey(), feed.getValue()) + '\n')
                .collect(Collectors.joining());
        DurableFile.replace(folder.resolve(provider + SUFFIX), lines.getBytes(StandardCharsets.UTF_8));
    }

    private static SortedMap<String, FeedHistory> read(Path file) throws IOException {
        SortedMap<String, FeedHistory> feeds = new TreeMap<>();
        // Not all of it may be text: what is damaged is left out line by line.
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        for (String line : text.lines().toList()) {
            String[] columns = line.split("\t", -1);
            FeedHistory history = parse(columns);
            if (history == null) {
                LOG.warn("{} has a line that cannot be read: {}", file, line);
            } else {
                feeds.put(columns[0], history);
            }
        }
        return feeds;
    }

    private static String format(String feed, FeedHistory history) {
        return String.join(
                "\t",
                feed,
                history.digest(),
                history.fetched() == null ? "" : history.fetched().toString(),
                history.changes().stream().map(Instant::toString).collect(Collectors.joining(",")),
                Column.of(history.outdated()),
                "end");
    }

    private static @Nullable FeedHistory parse(String[] columns) {
        if (columns.length != COLUMNS || !columns[COLUMNS - 1].equals("end")) {
            return null;
        }
        try {
            List<Instant> changes =
                    Arrays.stream(columns[3].split(",", -1)).map(Instant::parse).toList();
            return new FeedHistory(
                    columns[1], columns[2].isEmpty() ? null : Instant.parse(columns[2]), changes, columns[4]);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
