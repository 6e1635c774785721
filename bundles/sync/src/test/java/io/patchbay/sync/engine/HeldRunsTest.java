package io.patchbay.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.catalog.ChangeCounts;
import io.patchbay.sync.Held;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldRunsTest {
    private static final Held PUTTY = new Held(
            "putty",
            7,
            Instant.parse("2026-08-16T12:00:00Z"),
            "2026-08-16",
            "MASS_REMOVAL",
            "would withdraw 6 of 6; \"=:ü",
            new ChangeCounts(1, 2, 3, 4, 5, 6));

    @TempDir
    Path folder;

    @Test
    void survivesARestart() throws IOException {
        HeldRuns.open(folder).hold(PUTTY);
        assertEquals(List.of(PUTTY), HeldRuns.open(folder).all());
    }

    @Test
    void forgetsWhatIsCleared() throws IOException {
        HeldRuns held = HeldRuns.open(folder);
        held.hold(PUTTY);
        held.clear("putty");
        held.clear("putty");
        assertEquals(List.of(), HeldRuns.open(folder).all());
        assertEquals(List.of(), held.all());
    }
}
