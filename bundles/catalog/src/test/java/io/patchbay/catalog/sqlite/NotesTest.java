package io.patchbay.catalog.sqlite;

import static io.patchbay.catalog.sqlite.TestCatalog.patch;
import static io.patchbay.catalog.sqlite.TestSnapshot.full;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.patchbay.catalog.Candidate;
import io.patchbay.model.Update;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedException.Code;
import io.patchbay.spi.UpdateSink;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a provider notes of a snapshot is there as long as that is the last that was committed for it. */
class NotesTest {
    private static final Update A = patch("a");

    @TempDir
    Path folder;

    private TestCatalog catalog;

    @BeforeEach
    void open() throws FeedException {
        catalog = new TestCatalog(folder);
        commit("1", "first", " and more");
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    private Candidate begin(String name) throws FeedException {
        Candidate candidate = catalog.service().begin("vendor", full(name), "fingerprint of " + name);
        candidate.add(A);
        return candidate;
    }

    private void commit(String name, String... notes) throws FeedException {
        try (Candidate candidate = begin(name)) {
            note(candidate, notes);
            candidate.commit();
        }
    }

    private static void note(Candidate candidate, String... notes) throws FeedException {
        for (String part : notes) {
            candidate.note(part.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Optional<String> notes(String provider) {
        return catalog.service()
                .notes(provider)
                .map(bytes -> StandardCharsets.UTF_8.decode(bytes).toString());
    }

    @Test
    void areThoseOfTheLastCommit() {
        assertEquals(Optional.of("first and more"), notes("vendor"));
        assertEquals(Optional.empty(), notes("other"));
    }

    @Test
    void outliveTheProcess() throws Exception {
        catalog.close();
        catalog = new TestCatalog(folder);
        assertEquals(Optional.of("first and more"), notes("vendor"));
    }

    @Test
    void areReplacedAlsoWhereNothingChanged() throws Exception {
        try (Candidate candidate = begin("2")) {
            note(candidate, "second");
            assertEquals(Optional.empty(), candidate.commit());
        }
        assertEquals(Optional.of("second"), notes("vendor"));
    }

    @Test
    void goWhereTheNextCommitHasNone() throws Exception {
        commit("2");
        assertEquals(Optional.empty(), notes("vendor"));
    }

    @Test
    void stayWhereNothingIsCommitted() throws Exception {
        try (Candidate candidate = begin("2")) {
            note(candidate, "second");
        }
        assertEquals(Optional.of("first and more"), notes("vendor"));
    }

    @Test
    void areNotMoreThanThereMayBe() throws Exception {
        try (Candidate candidate = begin("2")) {
            candidate.note(new byte[UpdateSink.MOST_NOTED]);
            FeedException refused = assertThrows(FeedException.class, () -> candidate.note(new byte[1]));
            assertEquals(Code.LIMIT, refused.code());
        }
    }
}
