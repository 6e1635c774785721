package io.patchbay.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns turns = new Turns(2);

    @Test
    void thereAreMoreAsSoonAsItIsSaid() {
        assertTrue(turns.tryAcquire(2));
        turns.resize(3);
        assertTrue(turns.tryAcquire());
        assertFalse(turns.tryAcquire());
    }

    @Test
    void thereAreFewerOnceSomeHaveEnded() {
        assertTrue(turns.tryAcquire(2));
        turns.resize(1);
        turns.release();
        assertFalse(turns.tryAcquire());
        turns.release();
        assertTrue(turns.tryAcquire());
    }

    @Test
    void thereIsAlwaysOne() {
        turns.resize(0);
        assertEquals(1, turns.availablePermits());
        turns.resize(2);
        assertEquals(2, turns.availablePermits());
        assertEquals(1, new Turns(-1).availablePermits());
    }
}
