package io.patchbay.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.catalog.ChangeCounts;
import io.patchbay.model.UpdateId;
import io.patchbay.sync.Held;
import io.patchbay.sync.Objection;
import io.patchbay.sync.Objection.Code;
import io.patchbay.sync.review.Decisions;
import io.patchbay.sync.review.Decisions.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

        again.forget(again.all().get(0), "mistaken", NOON);
        assertEquals(1, again.all().size());
        assertEquals(again.all(), Decisions.open(file).all());
    }

    /** As after a downgrade: an operator would be asked anew, or would never be. */
    @Test
    void losesNoDecisionThatCannotBeRead() throws IOException {
        Path file = folder.resolve("decisions.tsv");
        Decisions.open(file).add(RUN, Verdict.RELEASED, "known", NOON);
        replace(file, "RELEASED", "POSTPONED");
        IOException unknown = assertThrows(IOException.class, () -> Decisions.open(file));
        assertTrue(unknown.getMessage().startsWith(file + " line 1 cannot be read: "), unknown.getMessage());
        assertTrue(unknown.getMessage().contains("POSTPONED"), unknown.getMessage());
        Files.writeString(file, "\0\0\0\n");
        assertThrows(IOException.class, () -> Decisions.open(file));
    }

    @ParameterizedTest
    @CsvSource({"HOST_NOT_ALLOWED, LATER_RULE", "7, seven", "2026-08-16T12:00:00Z, noon", "'1,2,3,4,5,6', '1,2'"})
    void losesNothingHeldThatCannotBeRead(String written, String unknown) throws IOException {
        Quarantine.open(folder).hold("putty", List.of(RUN, UPDATE));
        Path file = folder.resolve("putty.tsv");
        replace(file, written, unknown);
        UncheckedIOException failure = assertThrows(UncheckedIOException.class, () -> Quarantine.open(folder));
        assertTrue(failure.getMessage().contains(file + " line "), failure.getMessage());
    }

    private static void replace(Path file, String old, String fresh) throws IOException {
        Files.writeString(file, Files.readString(file).replace(old, fresh));
    }
}
