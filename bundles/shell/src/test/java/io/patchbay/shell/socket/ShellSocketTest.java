package io.patchbay.shell.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
final class ShellSocketTest {
    @TempDir
    Path folder;

    private final ScarceThreads threads = new ScarceThreads();

    /** The first task accepts clients; the second is the first client, which fails. */
    private static final class ScarceThreads extends ThreadPoolExecutor {
        private Error failure = new OutOfMemoryError();
        private int tasks;

        private ScarceThreads() {
            super(0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), ScarceThreads::quiet);
        }

        private static Thread quiet(Runnable task) {
            Thread thread = new Thread(task);
            thread.setUncaughtExceptionHandler((of, expected) -> {});
            return thread;
        }

        @Override
        public void execute(Runnable task) {
            if (++tasks == 2) {
                throw failure;
            }
            super.execute(task);
        }
    }

    /** What a heap is like that is full: to tell of it fails, too. */
    private static final class FullHeap extends OutOfMemoryError {
        private static final long serialVersionUID = 1;

        @Override
        public String toString() {
            throw new OutOfMemoryError("once more");
        }
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void servesTheNextClientAfterOneThatThereWasNoMemoryFor() throws Exception {
        threads.failure = new FullHeap();
        ShellSocket socket = listen();
        try (SocketChannel first = connect();
                SocketChannel second = connect()) {
            assertEquals(-1, first.read(ByteBuffer.allocate(1)));
            second.write(ByteBuffer.wrap(new byte[] {'c', 0, 0, 0, 0}));
            ByteBuffer status = ByteBuffer.allocate(6);
            while (status.hasRemaining() && second.read(status) >= 0) {
                // the rest is to come
            }
            assertEquals(ByteBuffer.wrap(new byte[] {'s', 0, 0, 0, 1, 0}), status.flip());
        }
        socket.stop();
    }

    @Test
    void letsNobodyConnectWhenItHasEnded() throws Exception {
        threads.failure = new LinkageError("a class is gone");
        ShellSocket socket = listen();
        try (SocketChannel client = connect()) {
            assertEquals(-1, client.read(ByteBuffer.allocate(1)));
        } catch (IOException e) {
            // Closed before it was accepted.
        }
        awaitRefusal();
        socket.stop();
    }

    /** The socket is closed a moment after its last client. If it is not, the test's time ends this. */
    private void awaitRefusal() throws IOException {
        boolean refused = false;
        while (!refused) {
            try (SocketChannel client = connect()) {
                refused = !client.isOpen();
            } catch (ConnectException e) {
                refused = true;
            }
        }
    }

    private ShellSocket listen() throws IOException {
        return new ShellSocket(new CommandProcessorImpl(null), folder.resolve("shell.sock"), threads);
    }

    private SocketChannel connect() throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve("shell.sock")));
    }
}
