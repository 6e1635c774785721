package io.patchbay.fetch.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Watches one connection. A read knows no deadline over several reads, so the watchdog closes the connection under the reader when
 * time is up, and the guard remembers why.
 */
final class Guard implements Closeable {
    private final Watchdog watchdog;
    private final Limits limits;
    private final long end;
    private final AtomicLong received = new AtomicLong();
    private final AtomicInteger silence = new AtomicInteger();
    private @Nullable Closeable connection;
    private @Nullable String verdict;

    Guard(Watchdog watchdog, Limits limits, Duration left) {
        this.watchdog = watchdog;
        this.limits = limits;
        this.end = System.nanoTime() + left.toNanos();
    }

    /** Makes this the connection that is closed when time is up. */
    synchronized void protect(Closeable candidate) throws IOException {
        connection = candidate;
        if (verdict != null) {
            candidate.close();
            throw FetchFailure.passing(verdict);
        }
    }

    /** Allows so many windows of throughput to pass before the first byte. */
    void allowSilence(int windows) {
        silence.set(windows);
    }

    void count(int bytes) {
        received.addAndGet(bytes);
    }

    Duration remaining() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /** How long it lets nothing at all arrive. */
    Duration patience() {
        Duration left = remaining();
        return left.compareTo(limits.window()) < 0 ? left : limits.window();
    }

    void endAtDeadline() {
        end("no complete answer within " + Durations.text(limits.deadline()));
    }

    void endIfTooSlow() {
        long bytes = received.getAndSet(0);
        if (bytes == 0 && silence.getAndDecrement() > 0) {
            return;
        }
        silence.set(0);
        if (bytes < limits.bytesPerWindow()) {
            end("only " + bytes + " bytes within " + Durations.text(limits.window()));
        }
    }

    synchronized void end(String reason) {
        if (verdict != null) {
            return;
        }
        verdict = reason;
        if (connection != null) {
            Quietly.close(connection);
        }
    }

    /** What the failure of the connection really means: time was up, the thread was interrupted, or the connection broke. */
    synchronized IOException explain(IOException failure) {
        if (verdict != null) {
            return FetchFailure.passing(verdict, failure);
        }
        if (Thread.currentThread().isInterrupted()) {
            return new InterruptedIOException("cancelled");
        }
        if (failure instanceof SocketTimeoutException) {
            return FetchFailure.passing("no connection: " + failure.getMessage(), failure);
        }
        if (failure instanceof FetchFailure || failure instanceof InterruptedIOException) {
            return failure;
        }
        if (failure instanceof SSLException) {
            return FetchFailure.lasting("TLS failed: " + failure.getMessage(), failure);
        }
        return FetchFailure.passing("connection failed: " + failure, failure);
    }

    @Override
    public void close() {
        watchdog.release(this);
    }
}
