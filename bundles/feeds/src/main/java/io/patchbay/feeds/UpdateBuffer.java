package io.patchbay.feeds;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import io.patchbay.model.Update;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Writes many updates in the form of {@link UpdateJson}, one after another, into memory that is used again instead of a
 * generator and buffers for each. Not thread-safe.
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

    /**
     * Copies texts that are ASCII and need no escapes, which nearly all are, instead of looking at each of their characters twice.
     */
    private static final class PlainTexts extends JsonGeneratorDelegate {
        PlainTexts(JsonGenerator json) {
            super(json);
        }

        @Override
        public void writeString(String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (isPlain(bytes)) {
                delegate.writeRawUTF8String(bytes, 0, bytes.length);
            } else {
                delegate.writeString(text);
            }
        }

        private static boolean isPlain(byte[] text) {
            for (byte b : text) {
                if (b < ' ' || b == '"' || b == '\\') {
                    return false;
                }
            }
            return true;
        }
    }

    /** Makes an empty one. */
    public UpdateBuffer() {
        try {
            json = new PlainTexts(FACTORY.createGenerator(bytes));
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
