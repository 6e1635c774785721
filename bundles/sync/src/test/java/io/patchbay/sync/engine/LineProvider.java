package io.patchbay.sync.engine;

import io.patchbay.feeds.Text;
import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.Description;
import io.patchbay.model.Line;
import io.patchbay.model.Product;
import io.patchbay.model.Release;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.EOFException;
import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A provider whose upstream is a text with one release a line: {@code PRODUCT VERSION}, and the number of its packages if it has several. A line
 * may also be an order: {@code wait} until interrupted,
 * {@code spin} until told to end, whatever happens, {@code crash} with a bug, {@code break} for a page of another shape, {@code
 * cut} for a failure without words, {@code shout} and {@code rage} for one with too many, of its upstream and of its own.
 */
final class LineProvider implements FeedProvider {
    static final Feed LIST = Feed.text("list.txt", "https://vendor.example/list.txt");

    private static final String WORDS =
            "no list\r\n2026-11-23T10:00:00.000Z INFO all is well\u202e" + "\n!".repeat(2_500_000);

    final CountDownLatch busy = new CountDownLatch(1);
    final CountDownLatch mayEnd = new CountDownLatch(1);
    /** How many updates were not read again, because the previous snapshot has them. */
    volatile int spared;
    /** The notes that the snapshot came with which was parsed last; these are its lines. */
    volatile String notes = "";

    private final String id;

    LineProvider(String id) {
        this.id = id;
    }

    @Override
    public ProviderInfo info() {
        return ProviderInfo.of(id, "Example Ltd", List.of(Product.named("Example", "Example")), "vendor.example");
    }

    @Override
    public List<Feed> feeds() {
        return List.of(LIST);
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        notes = snapshot.notes()
                .map(StandardCharsets.UTF_8::decode)
                .map(CharBuffer::toString)
                .orElse("");
        if (sink.keepsNotes()) {
            sink.note(String.join(", ", Text.lines(snapshot, LIST)).getBytes(StandardCharsets.UTF_8));
        }
        for (String line : Text.lines(snapshot, LIST)) {
            switch (line) {
                case "wait" -> await(new CountDownLatch(1));
                case "spin" -> spin();
                case "crash" -> throw new NoClassDefFoundError("gone with its bundle");
                case "shout" -> throw new IOException(WORDS);
                case "rage" -> throw new IllegalStateException(WORDS);
                case "cut" -> throw new EOFException();
                case "break" -> throw new FeedException(LIST.name(), "line 1", "expected a release");
                case "nothing" -> {}
                default -> take(snapshot, line, sink);
            }
        }
    }

    private void take(Snapshot snapshot, String line, UpdateSink sink) throws IOException, FeedException {
        Snapshot before = snapshot.previous().orElse(null);
        String[] words = line.split(" ");
        if (words.length == 2 && before != null && Text.lines(before, LIST).contains(line)) {
            spared++;
            sink.unchanged(UpdateId.of(id, words));
        } else {
            accept(words, sink);
        }
    }

    private void accept(String[] words, UpdateSink sink) throws FeedException {
        sink.accept(update(words[0], words[1], ""));
        int packages = words.length > 2 ? Integer.parseInt(words[2]) : 1;
        for (int i = 1; i < packages; i++) {
            sink.accept(update(words[0], words[1], "-" + i));
        }
    }

    private void await(CountDownLatch latch) throws IOException {
        busy.countDown();
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }

    private void spin() {
        busy.countDown();
        while (mayEnd.getCount() > 0) {
            Thread.onSpinWait();
        }
    }

    private Update update(String product, String version, String suffix) {
        Release release = Release.of(
                "Example Ltd",
                List.of(Product.named(product, "Example")),
                Version.of(VersionScheme.DOTTED, version),
                new Line(product, "release", Architecture.ANY, "", "msi" + suffix),
                Architecture.ANY,
                List.of(),
                Classification.UPDATES,
                null);
        return Update.builder(UpdateId.of(id, product, version + suffix), UpdateType.SOFTWARE)
                .release(release, LIST.name())
                .description(Description.english(product + ' ' + version, ""), LIST.name())
                .build();
    }
}
