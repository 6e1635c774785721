package io.patchbay.deployer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RefusalTest {
    /** A jar that fails to start says itself why, and may say what it likes. */
    @Test
    void isOneShortLine() {
        assertEquals(
                "cannot start: no 2026-01-01 INFO all is well",
                new Refusal("cannot start: no\n2026-01-01 INFO all is well").getMessage());
        assertEquals(
                2_000,
                new Refusal("x".repeat(5_000_000), new IllegalStateException())
                        .getMessage()
                        .length());
    }
}
