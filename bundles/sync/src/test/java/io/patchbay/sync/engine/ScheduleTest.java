package io.patchbay.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.sync.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
    private static final Instant ENDED = Instant.parse("2026-08-16T12:00:00Z");

    private final Schedule schedule = new Schedule(Duration.ofHours(6));
    private final Plugged plugged = PatchPanelTest.plugged(1, "putty", "1.0.0");

    @Test
    void runsAtOnceWhatNeverRan() {
        assertTrue(schedule.isDue(plugged, Optional.empty(), ENDED));
    }

    @Test
    void runsAtOnceWhatIsNewInThisVersion() {
        assertTrue(schedule.isDue(plugged, Optional.of(run("0.9.0", Run.State.UNCHANGED)), ENDED));
    }

    @ParameterizedTest
    @CsvSource({"CHANGED, 360", "UNCHANGED, 360", "HELD, 360", "FAILED, 15", "STOPPED, 15"})
    void waitsShorterAfterAFailure(Run.State state, int minutes) {
        Optional<Run> last = Optional.of(run("1.0.0", state));
        assertFalse(schedule.isDue(plugged, last, ENDED.plus(Duration.ofMinutes(minutes - 1))));
        assertTrue(schedule.isDue(plugged, last, ENDED.plus(Duration.ofMinutes(minutes))));
    }

    @Test
    void doesNotWaitForATimeThatWasBeforeTheClockWasSetBack() {
        Optional<Run> last = Optional.of(run("1.0.0", Run.State.CHANGED));
        assertTrue(schedule.isDue(plugged, last, ENDED.minus(Duration.ofDays(1))));
        assertFalse(schedule.isDue(plugged, last, ENDED));
    }

    @Test
    void neverWaitsLongerAfterAFailureThanAfterASuccess() {
        Schedule quick = new Schedule(Duration.ofMinutes(2));
        assertTrue(
                quick.isDue(plugged, Optional.of(run("1.0.0", Run.State.FAILED)), ENDED.plus(Duration.ofMinutes(2))));
    }

    /** One run tells the time anew; until it has ended, and from then on, all is as usual. */
    @Test
    void runsOnceMoreWhenTheClockWasSetBackOrForward() {
        for (int days : new int[] {-1, 400}) {
            Instant now = ENDED.plus(Duration.ofDays(days));
            assertTrue(schedule.isDue(plugged, Optional.of(run("1.0.0", Run.State.CHANGED)), now));
            assertFalse(schedule.isDue(plugged, Optional.of(run(now)), now.plus(Duration.ofMinutes(359))));
            assertTrue(schedule.isDue(plugged, Optional.of(run(now)), now.plus(Duration.ofMinutes(360))));
        }
    }

    @Test
    void leavesEverythingToTheOperatorWithoutAnInterval() {
        for (int minutes : new int[] {0, -1}) {
            Schedule none = new Schedule(Duration.ofMinutes(minutes));
            assertFalse(none.isDue(plugged, Optional.empty(), ENDED));
            assertFalse(none.isDue(plugged, Optional.of(run("1.0.0", Run.State.UNCHANGED)), ENDED));
        }
    }

    private static Run run(Instant ended) {
        return new Run(2, "putty", "1.0.0", Run.State.CHANGED, ended, ended, "", 0, 0, "", 0, null, 0, "");
    }

    private static Run run(String version, Run.State state) {
        Run run = new Run(1, "putty", version, state, ENDED, ENDED, "", 0, 0, "", 0, null, 0, "");
        assertEquals(state, run.state());
        return run;
    }
}
