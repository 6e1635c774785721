package io.patchbay.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.catalog.ChangeCounts;
import io.patchbay.model.UpdateId;
import io.patchbay.sync.Held;
import io.patchbay.sync.Objection;
import io.patchbay.sync.Objection.Code;
import io.patchbay.sync.review.Decisions;
import io.patchbay.sync.review.Decisions.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantineTest {
    private static final Instant NOON = Instant.parse("2026-08-16T12:00:00Z");
    private static final Objection REMOVAL = new Objection(Code.MASS_REMOVAL, "would withdraw 6 of 6; \"=:ü");
    private static final Objection HOST = new Objection(Code.HOST_NOT_ALLOWED, "https://evil.example/");
    private static final Held RUN = new Held(
            "putty", 7, NOON, "2026-08-16", null, "", "f00d", List.of(REMOVAL), new ChangeCounts(1, 2, 3, 4, 5, 6));
    private static final Held UPDATE = new Held(
            "putty",
            7,
            NOON,
            "2026-08-16",
            UpdateId.of("putty", "0.85"),
            "PuTTY 0.85",
            "beef",
            List.of(HOST, REMOVAL),
            null);

    @TempDir
    Path folder;

    @Test
    void survivesARestart() throws IOException {
        Quarantine.open(folder).hold("putty", List.of(RUN, UPDATE));
        assertEquals(List.of(RUN, UPDATE), Quarantine.open(folder).all());
    }

    @Test
    void forgetsWhatIsHeldNoLonger() throws IOException {
        Quarantine quarantine = Quarantine.open(folder);
        quarantine.hold("putty", List.of(RUN));
        quarantine.hold("putty", List.of());
        quarantine.hold("putty", List.of());
        assertEquals(List.of(), Quarantine.open(folder).all());
        assertEquals(List.of(), quarantine.all());
    }

    @Test
    void remembersSinceWhenTheSameContentIsHeld() throws IOException {
        Quarantine quarantine = Quarantine.open(folder);
        quarantine.hold("putty", List.of(UPDATE));
        quarantine.hold("putty", List.of(later(UPDATE, "beef")));
        assertEquals(NOON, quarantine.of("putty").get(0).since());
        assertEquals(8, quarantine.of("putty").get(0).run());
        quarantine.hold("putty", List.of(later(UPDATE, "other")));
        assertEquals(NOON.plusSeconds(60), quarantine.of("putty").get(0).since());
    }

    private static Held later(Held held, String content) {
        return new Held(
                held.provider(),
                8,
                NOON.plusSeconds(60),
                "2026-08-17",
                held.update(),
                held.title(),
                content,
                held.objections(),
                held.changes());
    }

    @Test
    void decisionsSurviveARestartAndALineCutShort() throws IOException {
        Path file = folder.resolve("decisions.tsv");
        Decisions.open(file).add(UPDATE, Verdict.REJECTED, "not\tours", NOON);
        Files.writeString(file, "2026-08-16T12:00:00Z\tputty\t\tf00d\tREL", StandardOpenOption.APPEND);
        Decisions.open(file).add(RUN, Verdict.RELEASED, "known", NOON);

        Decisions again = Decisions.open(file);
        assertEquals(Optional.of(Verdict.REJECTED), again.of("putty", UPDATE.update(), "beef"));
        assertEquals(Optional.of(Verdict.RELEASED), again.of("putty", null, "f00d"));
        assertEquals(Optional.empty(), again.of("putty", UPDATE.update(), "other"));
        assertEquals(Optional.empty(), again.of("mozilla", null, "f00d"));
    }
}
