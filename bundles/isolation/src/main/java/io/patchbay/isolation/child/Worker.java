package io.patchbay.isolation.child;

import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.isolation.wire.BodyReader;
import io.patchbay.isolation.wire.BodyWriter;
import io.patchbay.isolation.wire.FetchTask;
import io.patchbay.isolation.wire.Kind;
import io.patchbay.isolation.wire.Link;
import io.patchbay.isolation.wire.Message;
import io.patchbay.isolation.wire.Task;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/** Has the providers do what the engine asks for. */
final class Worker {
    private final Link link;
    private final BundleProviders providers;

    Worker(Link link, BundleProviders providers) {
        this.link = link;
        this.providers = providers;
    }

    void answer(Message question) throws IOException, FeedException {
        switch (question.kind()) {
            case DESCRIBE -> describe();
            case PARSE -> parse(BodyReader.read(question.body(), Task::read));
            case FETCH -> fetch(BodyReader.read(question.body(), FetchTask::read));
            default -> throw new ProtocolException("nobody answers " + question.kind());
        }
    }

    private void describe() throws IOException {
        BodyWriter body = new BodyWriter();
        body.list(providers.described(), body::provider);
        link.send(Kind.DESCRIPTION, ByteBuffer.wrap(body.body()));
    }

    private void parse(Task task) throws IOException, FeedException {
        providers.get(task.provider()).parse(snapshot(task), new SendingSink(link, task.keepsNotes()));
    }

    private void fetch(FetchTask task) throws IOException, FeedException {
        providers.get(task.provider()).fetch(new RemoteFetcher(new Calls(link), task));
    }

    private static Snapshot snapshot(Task task) throws IOException, FeedException {
        SnapshotFolder snapshot = SnapshotFolder.open(Path.of(task.snapshot()));
        if (task.previous().isEmpty()) {
            return snapshot;
        }
        Optional<ByteBuffer> notes = Optional.of(task.notes()).filter(ByteBuffer::hasRemaining);
        return snapshot.after(SnapshotFolder.open(Path.of(task.previous())), notes);
    }
}
