package io.patchbay.testkit;

import io.patchbay.model.Advisory;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.UpdateSink;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a provider read out of a snapshot, in its order. */
record Parsed(List<Update> updates, List<Advisory> advisories) {
    /** Nothing. */
    static final Parsed NOTHING = new Parsed(List.of(), List.of());

    Parsed {
        updates = List.copyOf(updates);
        advisories = List.copyOf(advisories);
    }

    /** Takes what a provider reads; what is unchanged it takes from the snapshot before. */
    static final class Sink implements UpdateSink {
        private final Map<UpdateId, Update> before;
        private final List<Update> updates = new ArrayList<>();
        private final List<Advisory> advisories = new ArrayList<>();
        private final ByteArrayOutputStream notes = new ByteArrayOutputStream();

        Sink(Parsed before) {
            this.before = before.updates().stream().collect(Collectors.toMap(Update::id, Function.identity()));
        }

        @Override
        public void accept(Update update) {
            updates.add(update);
        }

        @Override
        public void accept(Advisory advisory) {
            advisories.add(advisory);
        }

        @Override
        public void unchanged(UpdateId id) {
            Update update = before.get(id);
            if (update == null) {
                throw new AssertionError("update " + id + " is said to be unchanged, but the snapshot before has none");
            }
            updates.add(update);
        }

        @Override
        public boolean keepsNotes() {
            return true;
        }

        @Override
        public void note(byte[] bytes) {
            notes.writeBytes(bytes);
        }

        /** What was noted; empty if nothing was. */
        Optional<ByteBuffer> notes() {
            return Optional.of(ByteBuffer.wrap(notes.toByteArray())).filter(ByteBuffer::hasRemaining);
        }

        Parsed parsed() {
            return new Parsed(updates, advisories);
        }
    }
}
