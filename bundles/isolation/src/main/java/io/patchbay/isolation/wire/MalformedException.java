package io.patchbay.isolation.wire;

import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What came from the other end is not what it should be. */
public final class MalformedException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong. */
    public MalformedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Bytes that somebody else made can fail in any way that code has. */
    static <T> T unless(Supplier<T> reading) throws MalformedException {
        try {
            return reading.get();
        } catch (RuntimeException e) {
            throw new MalformedException(e.toString(), e);
        }
    }
}
