package io.patchbay.isolation;

import io.patchbay.feeds.Folders;
import io.patchbay.isolation.wire.Configured;
import io.patchbay.isolation.wire.Failure;
import io.patchbay.isolation.wire.Kind;
import io.patchbay.isolation.wire.Link;
import io.patchbay.isolation.wire.MalformedException;
import io.patchbay.isolation.wire.Message;
import io.patchbay.isolation.wire.Start;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedException.Code;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A process with one bundle in it. Waiting for it can be interrupted; closing it kills it, and whatever it started. */
final class Child implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Child.class);
    private static final int PIPE = 64 << 10;
    private static final long SECONDS_TO_DIE = 2;

    private final String name;
    private final Path folder;
    private final Process process;
    private final LastWords lastWords;
    private final PipedInputStream in = new PipedInputStream(PIPE);
    private final PipedOutputStream out = new PipedOutputStream();
    private final Link link = new Link(in, out);

    private Child(String name, Path folder, Process process, LastWords lastWords) throws IOException {
        this.name = name;
        this.folder = folder;
        this.process = process;
        this.lastWords = lastWords;
        Pump.start(process.getInputStream(), new PipedOutputStream(in), "from " + name);
        Pump.start(new PipedInputStream(out, PIPE), process.getOutputStream(), "to " + name);
    }

    /**
     * Starts a process for a bundle.
     *
     * @param name of the bundle, for messages
     * @param configurations of the bundle's components
     * @param folder for the process alone; it goes with it
     */
    static Child start(ChildCommand command, String name, Path bundle, List<Configured> configurations, Path folder)
            throws IOException {
        Files.createDirectories(folder);
        Path errors = folder.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder(command.words(folder))
                .directory(folder.toFile())
                .redirectError(errors.toFile());
        builder.environment().clear(); // what is in it is the engine's
        builder.environment().put("LC_ALL", "C.UTF-8"); // files may have any name
        List<String> services = command.services().stream().map(Path::toString).toList();
        Start start = new Start(folder.toString(), command.exports(), services, bundle.toString(), configurations);
        Child child = of(builder.start(), name, folder, errors);
        try {
            child.send(Kind.START, start.write());
        } catch (IOException e) {
            child.close(); // nobody else has it
            throw e;
        }
        return child;
    }

    private static Child of(Process process, String name, Path folder, Path errors) throws IOException {
        try {
            return new Child(name, folder, process, new LastWords(errors));
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** For this process alone. */
    Path folder() {
        return folder;
    }

    /** Notes in the log what the process wrote to standard error, if it wrote anything. */
    void report(String outcome) throws IOException {
        String words = lastWords.text();
        if (!words.isEmpty()) {
            LOG.warn("{} {}: {}", name, outcome, words);
        }
    }

    void send(Kind kind, byte[] body) throws IOException {
        try {
            link.sendNow(kind, body);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw ended(e);
        }
    }

    /**
     * Waits for the next message.
     *
     * @throws FeedException if the provider threw one, or if what came is no message
     * @throws IOException if the provider failed in any other way, the process has ended, or the thread was interrupted
     */
    Message receive() throws IOException, FeedException {
        try {
            Message message = link.receive();
            if (message.kind() == Kind.FAILURE) {
                throw Failure.rethrow(message.body(), "the provider of " + name);
            }
            return message;
        } catch (EOFException e) {
            throw ended(e);
        } catch (MalformedException e) {
            throw malformed(e.getMessage());
        }
    }

    /** How the body of a message is read. */
    @FunctionalInterface
    interface Reading<T> {
        T read(byte[] body) throws FeedException, MalformedException;
    }

    /** Reads the body of a message that came; bytes that somebody else made can make a reader fail in any way. */
    <T> T read(Message message, Reading<T> reading) throws FeedException {
        try {
            return reading.read(message.body());
        } catch (FeedException | MalformedException | RuntimeException e) {
            throw malformed(e.toString());
        }
    }

    /** What to throw if what came is not what it should be. */
    FeedException malformed(@Nullable String problem) {
        return new FeedException(Code.NOT_WELL_FORMED, name, "", "its process sent what is no answer: " + problem);
    }

    private IOException ended(IOException cause) throws IOException {
        try {
            String status = process.waitFor(SECONDS_TO_DIE, TimeUnit.SECONDS)
                    ? "ended with status " + process.exitValue()
                    : "closed its output";
            String words = lastWords.text();
            return new IOException(
                    "the process of " + name + ' ' + status + (words.isEmpty() ? "" : ": " + words), cause);
        } catch (InterruptedException e) {
            throw new InterruptedIOException("interrupted while the process of " + name + " ended");
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
        boolean wasInterrupted = Thread.interrupted();
        try (in;
                out;
                lastWords) {
            process.waitFor(SECONDS_TO_DIE, TimeUnit.SECONDS);
            Folders.delete(folder);
        } catch (InterruptedException e) {
            wasInterrupted = true;
        } catch (IOException e) {
            LOG.warn("what the process of {} left cannot be deleted: {}", name, e.toString());
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
