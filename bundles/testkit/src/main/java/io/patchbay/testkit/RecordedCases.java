package io.patchbay.testkit;

import io.patchbay.model.Update;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The recorded cases of a provider, those that {@link ProviderContract} replays, for a test that changes one and looks at what becomes of it.
 *
 * <pre>{@code
 * RecordedCases cases = RecordedCases.of(new ExampleProvider());
 * RecordedSnapshot release = cases.open("2026-02-03-release-1.1");
 * assertEquals(3, cases.updates(release.replacing("list.html", "1.1", "1.2")).size());
 * }</pre>
 */
public final class RecordedCases {
    private final FeedProvider provider;
    private final Path folder;

    private RecordedCases(FeedProvider provider, Path folder) {
        this.provider = provider;
        this.folder = folder;
    }

    /** The cases in {@code vendor-feeds/<provider id>}, which {@code -Dpatchbay.root} holds. */
    public static RecordedCases of(FeedProvider provider) {
        return new RecordedCases(provider, Contract.cases(provider));
    }

    /** The case of this name. */
    public RecordedSnapshot open(String name) throws IOException, FeedException {
        return RecordedSnapshot.open(folder.resolve(name));
    }

    /** The updates that the provider reads out of a snapshot, in its order; advisories are left out. */
    public List<Update> updates(Snapshot snapshot) throws IOException, FeedException {
        return Contract.parse(provider, snapshot).updates();
    }

    /**
     * The first update of a line.
     *
     * @param line as {@link io.patchbay.model.Line#toString} says it
     * @throws AssertionError if there is none
     */
    public Update update(Snapshot snapshot, String line) throws IOException, FeedException {
        return updates(snapshot).stream()
                .filter(update -> line.equals(String.valueOf(update.release().line())))
                .findFirst()
                .orElseThrow(() -> new AssertionError(snapshot.name() + " has nothing of the line " + line));
    }
}
