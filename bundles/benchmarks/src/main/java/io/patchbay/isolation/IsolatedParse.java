package io.patchbay.isolation;

import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.isolation.wire.Kind;
import io.patchbay.model.Advisory;
import io.patchbay.model.Update;
import io.patchbay.provider.microsoft.scan.MicrosoftScanProvider;
import io.patchbay.provider.mozilla.MozillaProvider;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a process of a provider costs: its start, its memory while it waits, and a parse next to the same in this process, each as the median of
 * some rounds of both in turn. Arguments: a snapshot of Mozilla's, one of the scan file, and the number of rounds.
 */
public final class IsolatedParse {
    private final FeedProvider here;
    private final ChildCommand command = TestCommand.withHeap(256);
    private final Path bundle;
    private final Path folder;

    private IsolatedParse(FeedProvider here, Path folder) {
        this.here = here;
        this.bundle = Path.of(here.getClass()
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        this.folder = folder;
    }

    /** Prints figures. */
    public static void main(String[] arguments) throws IOException, FeedException {
        int rounds = Integer.parseInt(arguments[2]);
        Path folder = Files.createTempDirectory("isolated");
        new IsolatedParse(new MozillaProvider(), folder.resolve("child")).measure(Path.of(arguments[0]), rounds);
        new IsolatedParse(new MicrosoftScanProvider(), folder.resolve("child")).measure(Path.of(arguments[1]), rounds);
        Files.delete(folder);
    }

    private void measure(Path recorded, int rounds) throws IOException, FeedException {
        SnapshotFolder snapshot = SnapshotFolder.open(recorded);
        FeedProvider there = IsolatedProvider.of(this::start).get(0);
        double[] start = new double[rounds];
        double[] memory = new double[rounds];
        double[] inProcess = new double[rounds];
        double[] isolated = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            memory[round] = idle(start, round);
            inProcess[round] = parse(here, snapshot);
            isolated[round] = parse(there, snapshot);
        }
        String id = here.info().id();
        print(id + ": start to its description, s", start);
        print(id + ": resident while it waits, MB", memory);
        print(id + ": parse in the engine's process, s", inProcess);
        print(id + ": parse in its own, start included, s", isolated);
    }

    private Child start() throws IOException {
        return Child.start(command, here.info().id(), bundle, List.of(), folder);
    }

    /** Megabytes of a process that has described itself, as Linux tells them. */
    private double idle(double[] start, int round) throws IOException, FeedException {
        long before = System.nanoTime();
        try (Child child = start()) {
            child.send(Kind.DESCRIBE, new byte[0]);
            child.receive();
            start[round] = seconds(before);
            child.receive();
            return resident(ProcessHandle.current().children().findFirst().orElseThrow());
        }
    }

    private static double resident(ProcessHandle process) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            String line =
                    lines.filter(each -> each.startsWith("VmRSS:")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
        }
    }

    private static double parse(FeedProvider provider, SnapshotFolder snapshot) throws IOException, FeedException {
        long before = System.nanoTime();
        provider.parse(snapshot, new UpdateSink() {
            @Override
            public void accept(Update update) {
                // Only reading is measured.
            }

            @Override
            public void accept(Advisory advisory) {
                // Only reading is measured.
            }
        });
        return seconds(before);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void print(String name, double[] values) {
        Arrays.sort(values);
        System.out.printf(Locale.ROOT, "%-55s %8.2f%n", name, values[values.length / 2]);
    }
}
