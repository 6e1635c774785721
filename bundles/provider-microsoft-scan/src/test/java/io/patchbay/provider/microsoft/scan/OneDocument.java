package io.patchbay.provider.microsoft.scan;

import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A snapshot of a scan file in memory. */
record OneDocument(byte[] scanFile, Optional<Snapshot> previous) implements Snapshot {
    OneDocument(byte[] scanFile) {
        this(scanFile, Optional.empty());
    }

    OneDocument after(byte[] before) {
        return new OneDocument(scanFile, Optional.of(new OneDocument(before)));
    }

    /** The updates in it, in the order in which they are handed over. */
    Map<UpdateId, Update> updates() throws IOException, FeedException {
        return updates(Map.of(), new Effort());
    }

    /** The same if it is after another one, with these updates. */
    Map<UpdateId, Update> updates(Map<UpdateId, Update> before, Effort effort) throws IOException, FeedException {
        Map<UpdateId, Update> updates = new LinkedHashMap<>();
        new ScanFile(this, effort).read(new UpdateSink() {
            @Override
            public void accept(Update update) {
                updates.put(update.id(), update);
            }

            @Override
            public void unchanged(UpdateId id) {
                updates.put(id, Objects.requireNonNull(before.get(id)));
            }
        });
        return updates;
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
