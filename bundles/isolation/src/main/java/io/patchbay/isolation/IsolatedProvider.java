package io.patchbay.isolation;

import io.patchbay.feeds.AdvisoryJson;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.feeds.UpdateJson;
import io.patchbay.isolation.wire.BodyReader;
import io.patchbay.isolation.wire.Described;
import io.patchbay.isolation.wire.FetchTask;
import io.patchbay.isolation.wire.Kind;
import io.patchbay.isolation.wire.MalformedException;
import io.patchbay.isolation.wire.Message;
import io.patchbay.isolation.wire.Task;
import io.patchbay.model.Advisory;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A provider whose code runs in a process of its own, a new one for each call. */
final class IsolatedProvider implements FeedProvider {
    private final Described described;
    private final Children children;

    IsolatedProvider(Described described, Children children) {
        this.described = described;
        this.children = children;
    }

    /** The providers of a bundle, as they describe themselves now. */
    static List<IsolatedProvider> of(Children children) throws IOException, FeedException {
        try (Child child = children.start()) {
            child.send(Kind.DESCRIBE, new byte[0]);
            List<Described> described = child.read(child.receive(), IsolatedProvider::described);
            if (described.isEmpty()) {
                child.report("has no provider, and its process says why");
            }
            return described.stream()
                    .map(provider -> new IsolatedProvider(provider, children))
                    .toList();
        }
    }

    private static List<Described> described(byte[] body) throws MalformedException {
        return BodyReader.read(body, reader -> reader.list(reader::provider));
    }

    /** The ranking of its service. */
    int ranking() {
        return described.ranking();
    }

    @Override
    public ProviderInfo info() {
        return described.info();
    }

    @Override
    public List<Feed> feeds() {
        return described.feeds();
    }

    @Override
    public void fetch(Fetcher fetcher) throws IOException, FeedException {
        try (Child child = children.start();
                FetchCalls calls = new FetchCalls(fetcher, child)) {
            child.send(Kind.FETCH, task(fetcher).write());
            Message message = child.receive();
            while (message.kind() != Kind.DONE) {
                calls.answer(message);
                message = child.receive();
            }
        }
    }

    private FetchTask task(Fetcher fetcher) {
        return new FetchTask(
                info().id(),
                folder(fetcher.snapshot()),
                fetcher.previous().map(IsolatedProvider::folder).orElse(null),
                fetcher.unfinished().map(IsolatedProvider::folder).orElse(null),
                fetcher.anchor().orElse(null),
                fetcher.filter());
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        try (Child child = children.start()) {
            child.send(Kind.PARSE, task(snapshot, sink).write());
            Message message = child.receive();
            while (message.kind() != Kind.DONE) {
                handOver(child, message, sink);
                message = child.receive();
            }
        }
    }

    private Task task(Snapshot snapshot, UpdateSink sink) {
        String previous = snapshot.previous().map(IsolatedProvider::folder).orElse("");
        ByteBuffer notes = snapshot.notes().orElseGet(() -> ByteBuffer.allocate(0));
        return new Task(info().id(), folder(snapshot), previous, notes, sink.keepsNotes());
    }

    /** Another process can read a snapshot only where it lies. */
    private static String folder(Snapshot snapshot) {
        if (snapshot instanceof SnapshotFolder folder) {
            return folder.path().toAbsolutePath().toString();
        }
        throw new IllegalArgumentException("the snapshot " + snapshot.name() + " is not in a folder");
    }

    private static void handOver(Child child, Message message, UpdateSink sink) throws FeedException {
        switch (message.kind()) {
            case UPDATE -> sink.accept(child.<Update>read(message, UpdateJson::read));
            case ADVISORY -> sink.accept(child.<Advisory>read(message, AdvisoryJson::read));
            case UNCHANGED -> sink.unchanged(child.read(message, IsolatedProvider::id));
            case NOTED -> sink.note(message.body());
            default -> throw child.malformed("nothing of kind " + message.kind() + " is expected");
        }
    }

    private static UpdateId id(byte[] text) {
        return UpdateId.parse(new String(text, StandardCharsets.US_ASCII));
    }
}
