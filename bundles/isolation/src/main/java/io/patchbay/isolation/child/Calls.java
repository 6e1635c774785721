package io.patchbay.isolation.child;

import io.patchbay.isolation.wire.BodyReader;
import io.patchbay.isolation.wire.BodyWriter;
import io.patchbay.isolation.wire.Call;
import io.patchbay.isolation.wire.Failure;
import io.patchbay.isolation.wire.Kind;
import io.patchbay.isolation.wire.Link;
import io.patchbay.isolation.wire.Message;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;

/** Calls methods of the engine's fetcher, one after the other. Thread-safe. */
final class Calls {
    private final Link link;

    Calls(Link link) {
        this.link = link;
    }

    /** Begins with what is called; arguments follow. */
    static BodyWriter to(Call call) {
        return new BodyWriter().text(call);
    }

    /** Calls a method and waits for what it returns or throws. */
    synchronized <T> T call(BodyWriter call, Function<BodyReader, T> result) throws IOException, FeedException {
        link.sendNow(Kind.CALL, call.body());
        Message answer = link.receive();
        if (answer.kind() == Kind.FAILURE) {
            throw Failure.rethrow(answer.body(), "the engine");
        }
        return BodyReader.read(answer.body(), result);
    }

    /** As {@link #call}, for a method that throws nothing but an {@link IOException}. */
    <T> T callPlain(BodyWriter call, Function<BodyReader, T> result) throws IOException {
        try {
            return call(call, result);
        } catch (FeedException e) {
            throw new IOException(e);
        }
    }

    /** Calls a method that nobody waits for. */
    synchronized void tell(BodyWriter call) {
        try {
            link.sendNow(Kind.CALL, call.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
