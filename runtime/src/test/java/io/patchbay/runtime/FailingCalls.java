package io.patchbay.runtime;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Has the kernel answer a process with an I/O error, by strace: each of its threads once, until this is closed. */
final class FailingCalls implements AutoCloseable {
    private static final String ATTACHED = " attached";

    private final Process strace;
    private final Path log;

    private FailingCalls(Process strace, Path log) {
        this.strace = strace;
        this.log = log;
    }

    /** Why that cannot be done to a process; empty if it can. */
    static String obstacle(long pid, Path log) {
        try (FailingCalls none = begin(pid, List.of(Path.of("/none")), "fsync", 1, log)) {
            return none.hasFailed() ? "calls fail for files that were not named" : "";
        } catch (IOException e) {
            return "strace cannot be attached to another process here: " + e.getMessage();
        }
    }

    /**
     * Lets calls fail from now on.
     *
     * @param files on which files
     * @param calls which calls, with commas between them
     * @param at which of these calls of a thread fails, from 1
     * @param log is written for this
     */
    static FailingCalls begin(long pid, List<Path> files, String calls, int at, Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of("strace", "-f", "-p", Long.toString(pid), "-o", log.toString()));
        files.forEach(file -> command.addAll(List.of("-P", file.toString())));
        command.addAll(List.of("-e", "trace=" + calls, "-e", "inject=" + calls + ":error=EIO:when=" + at));
        Process strace = new ProcessBuilder(command).redirectErrorStream(true).start();
        FailingCalls failing = new FailingCalls(strace, log);
        BufferedReader out = strace.inputReader();
        for (String line = out.readLine(); line == null || !line.contains(ATTACHED); line = out.readLine()) {
            if (line == null) {
                failing.close();
                throw new IOException("strace ended");
            }
        }
        return failing;
    }

    /** Whether a call has failed by now. */
    boolean hasFailed() throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.anyMatch(line -> line.contains("(INJECTED)"));
        }
    }

    /** Calls succeed again. */
    @Override
    public void close() throws IOException {
        strace.destroy();
        try {
            strace.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while strace ended");
        }
    }
}
