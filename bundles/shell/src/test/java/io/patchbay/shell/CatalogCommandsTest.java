package io.patchbay.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.catalog.Entry;
import io.patchbay.catalog.Entry.State;
import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Rollout;
import io.patchbay.model.Severity;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CatalogCommandsTest {
    @Test
    void tellsWhatIsNotGivenOutToAllFromWhatIs() {
        assertEquals("published", state(State.PUBLISHED, Rollout.COMPLETE));
        assertEquals("offered", state(State.PUBLISHED, Rollout.OFFERED));
        assertEquals("exists", state(State.PUBLISHED, Rollout.EXISTS));
        assertEquals("settling", state(State.PUBLISHED, Rollout.SETTLING));
    }

    @Test
    void saysFirstThatSomethingIsGoneOrReplaced() {
        assertEquals("withdrawn", state(State.WITHDRAWN, Rollout.SETTLING));
        assertEquals("superseded", state(State.PUBLISHED, Rollout.SETTLING, UpdateId.of("test", "newer")));
    }

    @Test
    void saysThatItsBundlesAreReplaced() {
        assertEquals("bundle not current", state(true, State.PUBLISHED, Rollout.COMPLETE));
        assertEquals("expired", state(true, State.EXPIRED, Rollout.COMPLETE));
    }

    private static String state(State state, Rollout rollout, UpdateId... supersededBy) {
        return state(false, state, rollout, supersededBy);
    }

    private static String state(boolean isReplacedBundlesPart, State state, Rollout rollout, UpdateId... supersededBy) {
        return CatalogCommands.state(new Entry(
                UpdateId.of("test", "update"),
                1,
                List.of("test"),
                state,
                false,
                UpdateType.SOFTWARE,
                "Example 1",
                "Example Ltd",
                List.of(),
                List.of(),
                "1",
                Architecture.ANY,
                new TreeSet<>(),
                Classification.UPDATES,
                Severity.UNSPECIFIED,
                Reboot.NEVER,
                false,
                null,
                null,
                rollout,
                null,
                LocalDate.EPOCH,
                List.of(),
                List.of(),
                List.of(),
                false,
                null,
                new TreeSet<>(),
                new TreeSet<>(List.of(supersededBy)),
                supersededBy.length == 0 ? null : supersededBy[0],
                List.of(),
                new TreeSet<>(),
                rollout == Rollout.COMPLETE && !isReplacedBundlesPart,
                1));
    }
}
