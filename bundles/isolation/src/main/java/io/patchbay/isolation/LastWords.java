package io.patchbay.isolation;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps the end of what a process writes to standard error, in one line. Thread-safe. */
final class LastWords extends OutputStream {
    private static final int MOST = 400;

    private final byte[] ring = new byte[MOST];
    private long count;

    @Override
    public synchronized void write(int b) {
        ring[(int) (count++ % MOST)] = (byte) b;
    }

    /** What was kept, with blanks for line breaks and whatever else is not seen. */
    synchronized String text() {
        StringBuilder text = new StringBuilder();
        for (long i = Math.max(0, count - MOST); i < count; i++) {
            text.append((char) (ring[(int) (i % MOST)] & 0xff));
        }
        return new String(text.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                .replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ")
                .strip();
    }
}
