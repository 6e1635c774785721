package io.patchbay.fetch.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks hosts up on threads of its own, because a lookup can neither be interrupted nor bounded. */
final class NameService implements Closeable {
    private final Resolver resolver;
    private final ExecutorService threads =
            Executors.newCachedThreadPool(task -> DaemonThread.of("patchbay-fetch-names", task));

    NameService(Resolver resolver) {
        this.resolver = resolver;
    }

    List<InetAddress> lookUp(String host, Duration patience) throws IOException {
        Future<InetAddress[]> answer = threads.submit(() -> resolver.resolve(host));
        try {
            return List.of(answer.get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException e) {
            throw FetchFailure.passing("unknown host " + host, e);
        } catch (TimeoutException e) {
            throw FetchFailure.passing("no answer from the name service about " + host, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("cancelled");
        } finally {
            answer.cancel(true);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
