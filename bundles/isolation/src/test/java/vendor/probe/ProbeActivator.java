package vendor.probe;

import io.patchbay.model.Advisory;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.Answer;
import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedException.Code;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Question;
import io.patchbay.spi.RefusedException;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A provider that calls everything that it can. */
public final class ProbeActivator implements BundleActivator, FeedProvider {
    /** A feed of one document. */
    public static final Feed FEED =
            Feed.text("list", "https://vendor.example/list").withSigner("Vendor, OpenPGP");

    private static final Feed FAMILY = Feed.text("family", "https://vendor.example/family");

    @Override
    public void start(BundleContext context) {
        System.out.println("what is printed does not get in between");
        context.registerService(FeedProvider.class, this, null);
    }

    @Override
    public void stop(BundleContext context) {}

    @Override
    public ProviderInfo info() {
        return ProviderInfo.of("probe", "Probe Ltd", List.of(), "vendor.example");
    }

    @Override
    public List<Feed> feeds() {
        return List.of(FEED, FAMILY);
    }

    @Override
    public void fetch(Fetcher fetcher) throws IOException, FeedException {
        Document list = fetcher.fetch(FEED);
        String words = text(fetcher.open(list));
        fetcher.fetch(FAMILY, "named", URI.create("named?" + words.strip()));
        fetcher.fetch(FAMILY, "tagged", URI.create("tagged"), "tag");
        fetcher.post(FAMILY, "posted", URI.create("posted"), "text/plain", new byte[] {1, 2, 3});
        fetcher.post(FAMILY, "posted-tagged", URI.create("posted"), "text/plain", new byte[] {4}, "tag");
        ask(fetcher);
        fetcher.pause(FEED, Duration.ofSeconds(3));
        fetcher.progress(fetcher.address(FEED).toString(), 1, 2);
        fetcher.outdated(FEED, "not today");
        Snapshot previous = fetcher.previous().orElseThrow();
        fetcher.take(previous, previous.documents().get(0));
        fetcher.anchor(fetcher.anchor().orElseThrow() + fetcher.filter().languages(), Snapshot.Extent.DELTA);
        fetcher.progress(fetcher.snapshot().documents().size() + " documents", 2, 2);
    }

    private static void ask(Fetcher fetcher) throws IOException {
        try (Answer kept = fetcher.ask(FAMILY, question("kept"))) {
            fetcher.progress(text(kept.open()), 0, 0);
            kept.keep("answer");
        }
        try (Answer kept = fetcher.ask(FAMILY, Question.at(URI.create("page")))) {
            kept.keep("page", "tag");
        }
        try (Answer refused = fetcher.ask(FAMILY, question("refused"))) {
            throw new IllegalStateException("expected a refusal, found " + refused);
        } catch (RefusedException e) {
            String reason = new String(e.reason(), StandardCharsets.UTF_8);
            fetcher.progress(e.getMessage() + ' ' + e.status() + ' ' + reason, 0, 0);
        }
    }

    private static void note(String words, UpdateSink sink) {
        try {
            sink.note(words.getBytes(StandardCharsets.UTF_8));
        } catch (FeedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Question question(String body) {
        return Question.of(URI.create("soap"), "text/xml", Map.of("SOAPAction", "ask"), body);
    }

    private static String text(InputStream stream) throws IOException {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Says of the first snapshot everything, and of one after it only what did not change; and notes what it reads, after what was noted. */
    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        String word = text(snapshot.open(FEED.name())).strip();
        if (sink.keepsNotes()) {
            snapshot.notes().map(StandardCharsets.UTF_8::decode).ifPresent(notes -> note(notes + ", ", sink));
            note(word, sink);
        }
        if (snapshot.previous().isPresent()) {
            sink.unchanged(UpdateId.of(
                    "probe", text(snapshot.previous().get().open(FEED.name())).strip()));
        } else if (word.equals("broken")) {
            throw new FeedException(Code.TRUNCATED, FEED.name(), "line 1", "expected more");
        } else {
            sink.accept(
                    new Advisory("PROBE-1", word, List.of(), null, null, List.of(), List.of(), List.of(FEED.name())));
        }
    }
}
