package io.patchbay.testkit;

import io.patchbay.feeds.Parallel;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Runs a parse on a thread of its own and notices what it must not do. Connections are noticed because sockets, URL connections and
 * HTTP clients all ask the default proxy selector first; threads because they inherit from the thread that makes them. Only {@link Parallel}
 * may make threads, and they must have ended with the parse.
 */
final class Isolation {
    private final ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Boolean> inside = new InheritableThreadLocal<>() {
        @Override
        protected @Nullable Boolean childValue(@Nullable Boolean parent) {
            if (Boolean.TRUE.equals(parent) && !isMadeByTheEngine()) {
                seen.add("a thread");
            }
            return parent;
        }
    };

    private final ThreadGroup group = new ThreadGroup("parse");

    private Isolation() {}

    private static boolean isMadeByTheEngine() {
        String engine = Parallel.class.getName();
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().equals(engine)
                        && frame.getMethodName().equals("thread")));
    }

    static void checkParse(FeedProvider provider, Snapshot snapshot) throws IOException, FeedException {
        List<String> seen = new Isolation().watch(provider, snapshot);
        Contract.check(seen.isEmpty(), "parsing opened " + seen);
    }

    private List<String> watch(FeedProvider provider, Snapshot snapshot) throws IOException, FeedException {
        ProxySelector before = ProxySelector.getDefault();
        ProxySelector.setDefault(new Trap(before));
        try {
            run(() -> {
                inside.set(true);
                Object updates = Contract.parse(provider, snapshot);
                noticeThreadsLeft();
                return updates;
            });
        } finally {
            ProxySelector.setDefault(before);
        }
        return List.copyOf(seen);
    }

    private void noticeThreadsLeft() {
        Thread[] left = new Thread[2];
        if (group.enumerate(left) > 1) {
            seen.add("a thread that goes on");
        }
    }

    private void run(Callable<?> parse) throws IOException, FeedException {
        FutureTask<?> task = new FutureTask<>(parse);
        new Thread(group, task, "parse").start();
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (ExecutionException e) {
            rethrow(e.getCause());
        }
    }

    private static void rethrow(@Nullable Throwable thrown) throws IOException, FeedException {
        if (thrown instanceof IOException e) {
            throw e;
        }
        if (thrown instanceof FeedException e) {
            throw e;
        }
        throw new AssertionError("parsing failed", thrown);
    }

    /** Remembers and refuses the connections of the watched thread; lets all others have theirs. */
    private final class Trap extends ProxySelector {
        private final @Nullable ProxySelector others;

        Trap(@Nullable ProxySelector others) {
            this.others = others;
        }

        @Override
        public List<Proxy> select(URI uri) {
            if (Boolean.TRUE.equals(inside.get())) {
                seen.add("a connection to " + uri);
                throw new IllegalArgumentException("a parse connects to nothing, but this one to " + uri);
            }
            return others == null ? List.of(Proxy.NO_PROXY) : others.select(uri);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException cause) {
            if (others != null) {
                others.connectFailed(uri, address, cause);
            }
        }
    }
}
