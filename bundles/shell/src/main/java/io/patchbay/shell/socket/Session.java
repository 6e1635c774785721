package io.patchbay.shell.socket;

import io.patchbay.shell.Operator;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.channels.SocketChannel;
import java.nio.file.attribute.UserPrincipal;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import jdk.net.ExtendedSocketOptions;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client: its commands run in a shell session of their own, and are interrupted if it hangs up. */
final class Session implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final int OK = 0;
    private static final int FAILED = 1;

    private final SocketChannel channel;
    private final CommandProcessor gogo;
    private final Executor threads;
    private final Frames frames;
    private final PrintStream out;
    private final PrintStream err;

    Session(SocketChannel channel, CommandProcessor gogo, Executor threads) {
        this.channel = channel;
        this.gogo = gogo;
        this.threads = threads;
        this.frames = new Frames(channel);
        this.out = frames.stream('o');
        this.err = frames.stream('e');
    }

    @Override
    public void run() {
        try (channel) {
            String commands = frames.commands();
            FutureTask<Boolean> work = new FutureTask<>(() -> execute(commands));
            threads.execute(() -> cancelOnHangUp(work));
            work.run();
            frames.status(status(work));
        } catch (IOException e) {
            LOG.debug("a client of the shell socket went away", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean execute(String commands) throws Exception {
        try (CommandSession session = gogo.createSession(InputStream.nullInputStream(), out, err)) {
            session.put("SCOPE", "patchbay:felix:*");
            user().ifPresent(user -> session.put(Operator.VARIABLE, user));
            Object result = session.execute(commands);
            if (result != null) {
                out.println(session.format(result, Converter.INSPECT));
            }
            return true;
        }
    }

    /** Who connected, where the system says so. */
    private Optional<UserPrincipal> user() throws IOException {
        return channel.supportedOptions().contains(ExtendedSocketOptions.SO_PEERCRED)
                ? Optional.of(
                        channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user())
                : Optional.empty();
    }

    private void cancelOnHangUp(FutureTask<Boolean> work) {
        try {
            frames.awaitHangUp();
        } catch (IOException e) {
            LOG.trace("hung up", e);
        }
        work.cancel(true);
    }

    private int status(FutureTask<Boolean> work) throws InterruptedException {
        try {
            return work.get() ? OK : FAILED;
        } catch (CancellationException e) {
            return FAILED;
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNull(e.getCause());
            LOG.info("a command failed", cause);
            err.println(inOneLine(cause));
            return FAILED;
        }
    }

    private static String inOneLine(Throwable failure) {
        String message = Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getSimpleName());
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
