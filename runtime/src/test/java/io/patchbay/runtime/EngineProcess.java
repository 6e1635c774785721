package io.patchbay.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.runtime.TestEngine.Answer;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The built distribution in a process of its own, as it is shipped, which can be killed. */
final class EngineProcess implements AutoCloseable {
    private final Process process;
    private final Path data;
    private final BufferedReader out;

    private EngineProcess(Process process, Path data) {
        this.process = process;
        this.data = data;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts on a data folder, and reads these recorded feeds instead of the network. */
    static EngineProcess start(Path data, Path feeds) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-jar",
                TestEngine.distribution().folder().resolve("lib/patchbay.jar").toString(),
                "--data",
                data.toString(),
                "--feeds",
                feeds.toString());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new EngineProcess(process, data);
    }

    /** Waits until it answers commands. */
    void awaitReady() throws IOException {
        String line = out.readLine();
        assertEquals("Patchbay", line == null ? "it ended" : line.split(" ")[0]);
    }

    Answer execute(String commands) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (EngineClient client =
                EngineClient.connect(data.resolve("shell.sock")).orElseThrow()) {
            int status = client.execute(commands, stream(answer), stream(err));
            return new Answer(status, answer.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /** What these commands print; they must not fail. */
    String ask(String commands) throws IOException {
        Answer answer = execute(commands);
        assertEquals(0, answer.status(), answer.err());
        return answer.out();
    }

    /** Lets it go on for this time. */
    void run(Duration time) throws InterruptedException {
        process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How long its operating system lets its files be: of what is written beyond, nothing is. */
    void limitFiles(String bytes) throws IOException {
        Commands.run("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + bytes + ":unlimited");
    }

    /** Sends it a signal, by name. */
    void signal(String name) throws IOException {
        Commands.run("kill", "-" + name, Long.toString(process.pid()));
    }

    long pid() {
        return process.pid();
    }

    /** The processor time that it has taken so far. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** The memory that it holds, in kilobytes. */
    long resident() throws IOException {
        return Long.parseLong(
                Commands.run("ps", "-o", "rss=", "-p", Long.toString(pid())).strip());
    }

    /** Kills it without a chance to do anything about it. */
    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        out.close();
    }
}
