package io.patchbay.feeds;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import io.patchbay.model.Update;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/**
 * Writes many updates in the form of {@link UpdateJson}, one after another, into memory that is used again: for a small update, a generator and
 * buffers of its own take longer than the writing. Not thread-safe.
 */
public final class UpdateBuffer {
    private static final JsonFactory FACTORY =
            new JsonFactoryBuilder().rootValueSeparator("").build();

    private final Bytes bytes = new Bytes();
    private final JsonGenerator json;
    private final UpdateWriter writer;

    /** Bytes that are wrapped instead of copied. */
    private static final class Bytes extends ByteArrayOutputStream {
        Bytes() {
            super(8192);
        }

        ByteBuffer wrapped() {
            return ByteBuffer.wrap(buf, 0, count);
        }
    }

    /** Makes an empty one. */
    public UpdateBuffer() {
        try {
            json = FACTORY.createGenerator(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("an array of bytes does not fail", e);
        }
        writer = new UpdateWriter(json);
    }

    /** The update as UTF-8, until the next one is written. */
    public ByteBuffer write(Update update) {
        bytes.reset();
        try {
            writer.write(update);
            json.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("an array of bytes does not fail", e);
        }
        return bytes.wrapped();
    }
}
