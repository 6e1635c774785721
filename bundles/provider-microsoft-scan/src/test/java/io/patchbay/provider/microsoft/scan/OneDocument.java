package io.patchbay.provider.microsoft.scan;

import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A snapshot of a scan file in memory. */
record OneDocument(byte[] scanFile, Optional<Read> before) implements Snapshot {
    OneDocument(byte[] scanFile) {
        this(scanFile, Optional.empty());
    }

    /** What was read of a snapshot: the updates, in the order in which they were handed over, and what was noted. */
    record Read(Snapshot snapshot, Map<UpdateId, Update> updates, byte[] notes) {
        Read withNotes(byte[] others) {
            return new Read(snapshot, updates, others);
        }
    }

    /** The same after one that was read. */
    OneDocument after(Read read) {
        return new OneDocument(scanFile, Optional.of(read));
    }

    Map<UpdateId, Update> updates() throws IOException, FeedException {
        return read(new Effort()).updates();
    }

    Read read(Effort effort) throws IOException, FeedException {
        return read(UpdateSink.MOST_NOTED, effort);
    }

    Read read(int mostNoted, Effort effort) throws IOException, FeedException {
        Map<UpdateId, Update> updates = new LinkedHashMap<>();
        ByteArrayOutputStream notes = new ByteArrayOutputStream();
        new ScanFile(this, mostNoted, effort).read(new UpdateSink() {
            @Override
            public void accept(Update update) {
                updates.put(update.id(), update);
            }

            @Override
            public void unchanged(UpdateId id) {
                updates.put(
                        id,
                        Objects.requireNonNull(before.orElseThrow().updates().get(id)));
            }

            @Override
            public boolean keepsNotes() {
                return true;
            }

            @Override
            public void note(byte[] bytes) {
                notes.writeBytes(bytes);
            }
        });
        return new Read(this, updates, notes.toByteArray());
    }

    @Override
    public Optional<Snapshot> previous() {
        return before.map(Read::snapshot);
    }

    @Override
    public Optional<ByteBuffer> notes() {
        return before.map(read -> ByteBuffer.wrap(read.notes()).asReadOnlyBuffer());
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Extent extent() {
        return Extent.FULL;
    }

    @Override
    public Optional<String> anchor() {
        return Optional.empty();
    }

    @Override
    public List<Document> documents() {
        String name = ScanFile.NAME;
        return List.of(new Document(name, name, null, null, 0, null, null, scanFile.length, "", null));
    }

    @Override
    public InputStream open(String document) {
        return new ByteArrayInputStream(scanFile);
    }
}
