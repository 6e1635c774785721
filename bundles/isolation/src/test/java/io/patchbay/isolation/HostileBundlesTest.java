package io.patchbay.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.isolation.wire.Described;
import io.patchbay.model.Advisory;
import io.patchbay.model.Update;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedException.Code;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import vendor.hostile.HostileActivator;
import vendor.hostile.Misbehaviour;

/** Whatever a bundle does to its process, this one goes on, says what happened, and nothing is left. */
class HostileBundlesTest {
    private static final String NAME = "hostile 1.0.0";

    @TempDir
    Path work;

    private final List<Advisory> taken = new ArrayList<>();

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        assertFalse(Files.exists(work.resolve("child")));
        assertEquals(
                0,
                ProcessHandle.current()
                        .children()
                        .filter(ProcessHandle::isAlive)
                        .count());
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().endsWith(NAME)) {
                thread.join(10_000);
                assertFalse(thread.isAlive(), thread.getName());
            }
        }
    }

    private Child start(Misbehaviour misbehaviour) throws IOException {
        Path jar = TestJar.write(
                work.resolve("hostile.jar"), HostileActivator.class, Map.of("Misbehaviour", misbehaviour.name()));
        return Child.start(TestCommand.withHeap(192), NAME, jar, List.of(), work.resolve("child"));
    }

    /** The exception, or null. */
    private Void parse(Misbehaviour misbehaviour, int most) throws IOException, FeedException {
        HostileActivator honest = new HostileActivator();
        Described described = new Described(honest.info(), honest.feeds(), 0);
        SnapshotFolder snapshot = SnapshotFolder.open(Files.createDirectories(work.resolve("snapshot")));
        new IsolatedProvider(described, () -> start(misbehaviour)).parse(snapshot, sink(most));
        return null;
    }

    private UpdateSink sink(int most) {
        return new UpdateSink() {
            @Override
            public void accept(Update update) {}

            @Override
            public void accept(Advisory advisory) throws FeedException {
                taken.add(advisory);
                if (taken.size() > most) {
                    throw new FeedException(Code.LIMIT, "hostile", "", "enough");
                }
            }
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "THROWS                  | the provider of hostile 1.0.0 failed: java.lang.IllegalStateException: a bug",
                "OVERFLOWS_THE_STACK     | the provider of hostile 1.0.0 failed: java.lang.StackOverflowError",
                "FILLS_THE_HEAP          | ended with status 3: Terminating due to java.lang.OutOfMemoryError: Java heap space",
                "EXITS                   | the process of hostile 1.0.0 ended with status 0",
                "HALTS                   | the process of hostile 1.0.0 ended with status 7",
                "GIVES_GIANT_TEXTS       | more than 16777216",
                "WRITES_GARBAGE          | its process sent what is no answer: no message begins with the byte 103",
                "CLAIMS_A_LONG_MESSAGE   | its process sent what is no answer: UPDATE cannot have 2147483647 bytes",
                "GIVES_WRONG_UPDATES     | its process sent what is no answer: ",
                "DIRECTS_WHAT_IT_MAY_NOT | its process sent what is no answer: nothing of kind CALL is expected"
            })
    void failsAndIsNamed(Misbehaviour misbehaviour, String reason) {
        Exception failure = assertThrows(Exception.class, () -> parse(misbehaviour, 10));
        assertTrue(failure.getMessage().contains(reason), failure.toString());
        assertTrue(failure.getMessage().contains("hostile 1.0.0"), failure.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "THROWS_IN_START    | Activator start error",
                "EXITS_IN_START     | the process of hostile 1.0.0 ended with status 0",
                "CLAIMS_A_LONG_LIST | its process sent what is no answer: ",
            })
    void isNotStarted(Misbehaviour misbehaviour, String reason) {
        Exception failure = assertThrows(Exception.class, () -> IsolatedProvider.of(() -> start(misbehaviour)));
        assertTrue(failure.getMessage().contains(reason), failure.toString());
    }

    @ParameterizedTest
    @EnumSource(names = {"HANGS_IN_PARSE", "IGNORES_INTERRUPTS", "SPINS"})
    void isKilledWhenTheRunIsStopped(Misbehaviour misbehaviour) throws Exception {
        assertInterrupted(() -> parse(misbehaviour, 10));
    }

    @Test
    void isKilledWhenItDoesNotStart() throws Exception {
        assertInterrupted(() -> IsolatedProvider.of(() -> start(Misbehaviour.HANGS_IN_START)));
    }

    private void assertInterrupted(Callable<?> call) throws InterruptedException {
        FutureTask<?> task = new FutureTask<>(call);
        Thread thread = new Thread(task);
        thread.start();
        while (!Files.exists(work.resolve("child/reached")) && thread.isAlive()) {
            Thread.onSpinWait();
        }
        thread.interrupt();
        thread.join();
        Throwable failure = assertThrows(ExecutionException.class, task::get).getCause();
        assertInstanceOf(InterruptedIOException.class, failure);
    }

    @Test
    void isKilledWhenNothingMoreIsTaken() {
        FeedException failure = assertThrows(FeedException.class, () -> parse(Misbehaviour.FLOODS, 10_000));
        assertEquals(Code.LIMIT, failure.code());
    }

    /** What a process can do to others is for the command to forbid that runs it. */
    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {
                "HANGS_IN_STOP",
                "LEAKS_THREADS",
                "OPENS_A_SOCKET",
                "READS_FILES",
                "CLOSES_ITS_INPUT",
                "CLOSES_ITS_OUTPUT",
                "COMPLAINS_WITHOUT_END"
            })
    void endsWithItsProcess(Misbehaviour misbehaviour) throws Exception {
        parse(misbehaviour, 1);
        assertEquals(misbehaviour == Misbehaviour.HANGS_IN_STOP ? 0 : 1, taken.size());
    }

    @Test
    void takesWhatItStartedWithIt() throws Exception {
        parse(Misbehaviour.STARTS_A_PROCESS, 1);
        long pid = Long.parseLong(taken.get(0).title());
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            while (runs(pid)) {
                Thread.onSpinWait();
            }
        });
    }

    /** Even if that holds what was the process's standard output. */
    @Test
    void isNotWaitedForByWhatItLeft() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            Exception failure = assertThrows(IOException.class, () -> parse(Misbehaviour.LEAVES_A_PROCESS, 1));
            assertEquals("the process of hostile 1.0.0 ended with status 5", failure.getMessage());
        });
    }

    /** One that was killed may stand in the list of processes for a while, but no more with its program. */
    private static boolean runs(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .isPresent();
    }

    @Test
    void seesNothingOfTheEnginesEnvironment() throws Exception {
        parse(Misbehaviour.READS_THE_ENVIRONMENT, 1);
        assertEquals("variables [LC_ALL]", taken.get(0).title());
    }
}
