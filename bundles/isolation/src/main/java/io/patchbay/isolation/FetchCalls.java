package io.patchbay.isolation;

import static java.util.Objects.requireNonNull;

import io.patchbay.isolation.wire.BodyReader;
import io.patchbay.isolation.wire.BodyWriter;
import io.patchbay.isolation.wire.Call;
import io.patchbay.isolation.wire.Failure;
import io.patchbay.isolation.wire.Kind;
import io.patchbay.isolation.wire.Message;
import io.patchbay.spi.Answer;
import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.Question;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.Snapshot.Extent;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Does what a child directs in one fetch. */
final class FetchCalls implements AutoCloseable {
    private static final byte[] NOTHING = {};

    private final Fetcher fetcher;
    private final Child child;
    private final Map<Long, Answer> answers = new HashMap<>();
    private long asked;

    FetchCalls(Fetcher fetcher, Child child) {
        this.fetcher = fetcher;
        this.child = child;
    }

    /** A call that was understood. */
    private record Understood(Call call, Action action) {}

    /** What a call does; returns the body of the answer. */
    @FunctionalInterface
    private interface Action {
        byte[] run() throws IOException, FeedException;
    }

    /** Does what a message calls for, and lets the child know what came of it. */
    void answer(Message message) throws IOException, FeedException {
        if (message.kind() != Kind.CALL) {
            throw child.malformed("nothing of kind " + message.kind() + " is expected");
        }
        Understood understood = child.read(message, body -> BodyReader.read(body, this::understand));
        try {
            byte[] result = understood.action().run();
            if (understood.call().returns()) {
                child.send(Kind.RETURN, result);
            }
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException | FeedException e) {
            child.send(Kind.FAILURE, Failure.write(e)); // which the provider may know what to do about
        }
    }

    private Understood understand(BodyReader body) {
        Call call = Call.valueOf(body.text());
        return new Understood(call, action(call, body));
    }

    private Action action(Call call, BodyReader body) {
        return switch (call) {
            case FETCH -> fetch(body.feed(), body.optionalText(), body.optional(URI::create), body.optionalText());
            case POST ->
                post(body.feed(), body.text(), URI.create(body.text()), body.text(), body.bytes(), body.optionalText());
            case ASK -> ask(body.feed(), question(body));
            case KEEP -> keep(body.number(), body.text(), body.optionalText());
            case CLOSE -> close(body.number());
            case PAUSE -> pause(body.feed(), Duration.parse(body.text()));
            case ADDRESS -> address(body.feed());
            case TAKE -> take(body.number() == 1, body.document());
            case ANCHOR -> anchor(body.text(), Extent.valueOf(body.text()));
            case PROGRESS -> progress(body.text(), body.number(), body.number());
            case OUTDATED -> outdated(body.feed(), body.text());
        };
    }

    private static Question question(BodyReader body) {
        return Question.of(URI.create(body.text()), body.text(), body.map(), body.text());
    }

    private Action fetch(Feed feed, @Nullable String name, @Nullable URI url, @Nullable String tag) {
        if (name == null || url == null) {
            return () -> written(fetcher.fetch(feed));
        }
        return tag == null
                ? () -> written(fetcher.fetch(feed, name, url))
                : () -> written(fetcher.fetch(feed, name, url, tag));
    }

    private Action post(Feed feed, String name, URI url, String type, byte[] content, @Nullable String tag) {
        return tag == null
                ? () -> written(fetcher.post(feed, name, url, type, content))
                : () -> written(fetcher.post(feed, name, url, type, content, tag));
    }

    private static byte[] written(Document document) {
        return new BodyWriter().document(document).body();
    }

    /** The child reads a copy, because only the fetcher knows where the answer is. */
    private Action ask(Feed feed, Question question) {
        return () -> {
            Answer answer = fetcher.ask(feed, question);
            answers.put(++asked, answer);
            Path copy = copy(asked);
            try (InputStream content = answer.open()) {
                Files.copy(content, copy);
            }
            return new BodyWriter().number(asked).text(copy).body();
        };
    }

    private Path copy(long number) {
        return child.folder().resolve("answer-" + number);
    }

    private Action keep(long number, String name, @Nullable String tag) {
        Answer answer = requireNonNull(answers.get(number));
        return () -> written(tag == null ? answer.keep(name) : answer.keep(name, tag));
    }

    private Action close(long number) {
        Answer answer = requireNonNull(answers.remove(number));
        return () -> {
            Files.deleteIfExists(copy(number));
            answer.close();
            return NOTHING;
        };
    }

    private Action pause(Feed feed, Duration wait) {
        return () -> {
            fetcher.pause(feed, wait);
            return NOTHING;
        };
    }

    private Action address(Feed feed) {
        return () -> new BodyWriter().text(fetcher.address(feed)).body();
    }

    private Action take(boolean fromPrevious, Document document) {
        Snapshot from = (fromPrevious ? fetcher.previous() : fetcher.unfinished()).orElseThrow();
        return () -> written(fetcher.take(from, document));
    }

    private Action anchor(String anchor, Extent extent) {
        return () -> {
            fetcher.anchor(anchor, extent);
            return NOTHING;
        };
    }

    private Action progress(String what, long done, long total) {
        return () -> {
            fetcher.progress(what, done, total);
            return NOTHING;
        };
    }

    private Action outdated(Feed feed, String reason) {
        return () -> {
            fetcher.outdated(feed, reason);
            return NOTHING;
        };
    }

    /** Forgets what the child did not. */
    @Override
    public void close() throws IOException {
        for (Answer answer : answers.values()) {
            answer.close();
        }
    }
}
