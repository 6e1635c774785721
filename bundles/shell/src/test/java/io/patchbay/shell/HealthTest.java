package io.patchbay.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.sync.Freshness;
import io.patchbay.sync.ProviderStatus;
import io.patchbay.sync.ProviderStatus.Presence;
import io.patchbay.sync.Run;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    private static Run run(Run.State state, String reason) {
        return new Run(1, "sample", "1.0.0", state, NOW, NOW, "", 0, 0, "1", 0, null, 0, reason);
    }

    private static ProviderStatus status(Presence presence, Freshness freshness) {
        Run last = run(Run.State.RUNNING, "");
        return new ProviderStatus(
                "sample", presence, "bundle", "1.0.0", null, 1, last, NOW, false, false, freshness, "");
    }

    @Test
    void isWellWhenNothingWaits() {
        ProviderStatus status = status(Presence.PRESENT, Freshness.WARNING);
        assertEquals(List.of(), new Health(status, 0, null).troubles());
        assertEquals(List.of(), new Health(status, 0, run(Run.State.STOPPED, "stopped by alice")).troubles());
    }

    @Test
    void tellsOfWhatIsHeldAlthoughTheLastRunFailed() {
        Health health =
                new Health(status(Presence.PRESENT, Freshness.ALARM), 2, run(Run.State.FAILED, "no connection"));
        assertEquals(
                List.of("sample failed (no connection)", "a feed of sample is an alarm", "2 held of sample"),
                health.troubles());
        assertEquals(2L, health.fields().get("heldCount"));
    }

    @Test
    void tellsOfAProviderThatWentOnlyWhatCanStillBeDecided() {
        Health health = new Health(status(Presence.ABSENT, Freshness.NEVER), 1, run(Run.State.FAILED, "odd"));
        assertEquals(List.of("1 held of sample"), health.troubles());
    }
}
