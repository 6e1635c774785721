package io.patchbay.shell.socket;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.apache.felix.service.command.CommandProcessor;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.condition.Condition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens on the Unix socket that the framework property {@code patchbay.socket} names, once everything else is ready. The condition
 * that it is registered as says that it listens.
 */
@Component(immediate = true, property = Condition.CONDITION_ID + "=io.patchbay.shell")
public final class ShellSocket implements Condition {
    private static final Logger LOG = LoggerFactory.getLogger(ShellSocket.class);

    private static final long PAUSE_MILLIS = 100;

    private final CommandProcessor gogo;
    private final Path path;
    private final ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    private final ExecutorService threads;

    /** Takes the place of a socket that a killed engine left: only one engine runs on a data folder. */
    @Activate
    public ShellSocket(
            BundleContext context,
            @Reference CommandProcessor gogo,
            @Reference(target = "(osgi.condition.id=io.patchbay.deployed)") Condition deployed)
            throws IOException {
        this(gogo, Path.of(context.getProperty("patchbay.socket")), Executors.newCachedThreadPool(ShellSocket::thread));
    }

    ShellSocket(CommandProcessor gogo, Path path, ExecutorService threads) throws IOException {
        this.gogo = gogo;
        this.path = path;
        this.threads = threads;
        Files.deleteIfExists(path);
        server.bind(UnixDomainSocketAddress.of(path));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        threads.execute(this::acceptClients);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "shell socket");
        thread.setDaemon(true);
        return thread;
    }

    /** Whatever ends this closes the socket: a client must not wait for nobody. */
    private void acceptClients() {
        try (server) {
            while (server.isOpen()) {
                acceptOrWait();
            }
        } catch (ClosedChannelException | RejectedExecutionException e) {
            LOG.debug("stopped");
        } catch (InterruptedException e) {
            LOG.debug("stopped while it waited");
        } catch (IOException e) {
            LOG.warn("the shell socket {} could not be closed: {}", path, e.toString());
        }
    }

    /** There may be too little memory even for the line in the log. */
    private void acceptOrWait() throws ClosedChannelException, InterruptedException {
        try {
            acceptClient();
        } catch (OutOfMemoryError e) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** Want of open files or memory goes by; the next client may be served again. */
    private void acceptClient() throws ClosedChannelException, InterruptedException {
        try {
            SocketChannel client = server.accept();
            try {
                threads.execute(new Session(client, gogo, threads));
            } catch (RejectedExecutionException | Error e) {
                client.close();
                throw e;
            }
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException | OutOfMemoryError e) {
            LOG.warn("the shell socket {} could not serve a client: {}", path, e.toString());
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** Ends the sessions, too. */
    @Deactivate
    public void stop() throws IOException {
        server.close();
        threads.shutdownNow();
        Files.deleteIfExists(path);
    }
}
