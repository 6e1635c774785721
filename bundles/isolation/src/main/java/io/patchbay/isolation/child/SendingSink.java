package io.patchbay.isolation.child;

import io.patchbay.feeds.AdvisoryJson;
import io.patchbay.feeds.UpdateBuffer;
import io.patchbay.isolation.wire.Kind;
import io.patchbay.isolation.wire.Link;
import io.patchbay.model.Advisory;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Sends what a provider hands over to the engine, which checks it and, if something is wrong, ends this process. */
final class SendingSink implements UpdateSink {
    private final Link link;
    private final boolean keepsNotes;
    private final UpdateBuffer json = new UpdateBuffer();

    SendingSink(Link link, boolean keepsNotes) {
        this.link = link;
        this.keepsNotes = keepsNotes;
    }

    @Override
    public void accept(Update update) {
        send(Kind.UPDATE, json.write(update));
    }

    @Override
    public void accept(Advisory advisory) {
        send(Kind.ADVISORY, ByteBuffer.wrap(AdvisoryJson.write(advisory)));
    }

    @Override
    public void unchanged(UpdateId id) {
        send(Kind.UNCHANGED, ByteBuffer.wrap(id.toString().getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public boolean keepsNotes() {
        return keepsNotes;
    }

    @Override
    public void note(byte[] bytes) {
        send(Kind.NOTED, ByteBuffer.wrap(bytes));
    }

    private void send(Kind kind, ByteBuffer body) {
        try {
            link.send(kind, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
