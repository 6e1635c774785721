package io.patchbay.sync.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class LoggedFailureTest {
    @Test
    void saysWhereAFailureWasAndWhatCausedIt() {
        Exception failure = new IllegalStateException("odd", new ArithmeticException("/ by zero"));
        LoggedFailure logged = LoggedFailure.of(failure);
        assertEquals("java.lang.IllegalStateException: odd", logged.getMessage());
        assertEquals(
                "java.lang.ArithmeticException: / by zero", logged.getCause().getMessage());
        assertArrayEquals(failure.getStackTrace(), logged.getStackTrace());
    }

    @Test
    void neitherFillsTheLogNorForgesItsLines() {
        String words = "odd\n2026-11-23 INFO all is well" + "x".repeat(1_000_000);
        Exception endless = new IllegalStateException(words);
        endless.initCause(new IllegalStateException(words, endless));
        StringWriter trace = new StringWriter();
        LoggedFailure.of(endless).printStackTrace(new PrintWriter(trace, true));
        assertTrue(trace.toString().length() < 100_000, "of " + trace.toString().length() + " characters");
        assertTrue(trace.toString().lines().noneMatch(line -> line.startsWith("2026")));
    }
}
