package io.patchbay.fetch.http;

import java.time.Duration;

/**
 * How long an exchange may take.
 *
 * @param deadline from the first connection to the last byte, over all redirects
 * @param bytesPerSecond the least throughput over each window; 0 for any
 * @param window over which throughput is measured
 */
record Limits(Duration deadline, long bytesPerSecond, Duration window) {
    /** The bytes that must arrive within one window. */
    long bytesPerWindow() {
        return bytesPerSecond * window.toMillis() / 1000;
    }
}
