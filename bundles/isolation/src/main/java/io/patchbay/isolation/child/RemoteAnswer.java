package io.patchbay.isolation.child;

import io.patchbay.isolation.wire.BodyReader;
import io.patchbay.isolation.wire.Call;
import io.patchbay.spi.Answer;
import io.patchbay.spi.Document;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An answer that the engine has.
 *
 * @param number how the engine calls it
 * @param copy where it can be read
 */
record RemoteAnswer(Calls calls, ArrivingSnapshot snapshot, long number, Path copy) implements Answer {
    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(copy);
    }

    @Override
    public Document keep(String name) throws IOException {
        return keepAs(name, null);
    }

    @Override
    public Document keep(String name, String tag) throws IOException {
        return keepAs(name, tag);
    }

    private Document keepAs(String name, @Nullable String tag) throws IOException {
        return snapshot.add(
                calls.callPlain(Calls.to(Call.KEEP).number(number).text(name).text(tag), BodyReader::document));
    }

    @Override
    public void close() throws IOException {
        calls.callPlain(Calls.to(Call.CLOSE).number(number), BodyReader::nothing);
    }
}
