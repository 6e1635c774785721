package io.patchbay.catalog.sqlite;

import static io.patchbay.catalog.sqlite.TestCatalog.patch;
import static io.patchbay.catalog.sqlite.TestSnapshot.full;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.catalog.Candidate;
import io.patchbay.catalog.ChangeCounts;
import io.patchbay.catalog.Generation;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Updates of which a candidate is only told that they are as before. */
class UnchangedTest {
    private static final Update A = patch("a");
    private static final Update B = patch("b");
    private static final Update C = patch("c");

    @TempDir
    Path folder;

    private TestCatalog catalog;

    @BeforeEach
    void open() throws FeedException {
        catalog = new TestCatalog(folder);
        catalog.commit("vendor", full("1"), A, B);
        catalog.commit("other", full("1"), C);
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    private Candidate begin(String name) {
        return catalog.service().begin("vendor", full(name), "fingerprint of " + name);
    }

    private FeedException refuses(Candidate candidate, UpdateId id) {
        return assertThrows(FeedException.class, () -> candidate.unchanged(id));
    }

    @Test
    void areStillThere() throws Exception {
        try (Candidate candidate = begin("2")) {
            candidate.unchanged(A.id());
            ChangeCounts counts = candidate.commit().map(Generation::changes).orElseThrow();
            assertEquals(new ChangeCounts(0, 0, 0, 0, 1, 1), counts);
        }
    }

    @Test
    void makeNoGeneration() throws Exception {
        try (Candidate candidate = begin("2")) {
            candidate.unchanged(A.id());
            candidate.unchanged(B.id());
            assertEquals(Optional.empty(), candidate.commit());
        }
    }

    @Test
    void areNotAnotherProviders() throws Exception {
        try (Candidate candidate = begin("2")) {
            assertTrue(String.valueOf(refuses(candidate, C.id()).getMessage()).contains(C.id().toString()));
            refuses(candidate, UpdateId.of("test", "nobody's"));
        }
    }

    @Test
    void areNotThoseThatWereWithdrawn() throws Exception {
        catalog.commit("vendor", full("2"), B);
        try (Candidate candidate = begin("3")) {
            refuses(candidate, A.id());
        }
    }

    @Test
    void areGivenOnce() throws Exception {
        try (Candidate candidate = begin("2")) {
            candidate.unchanged(A.id());
            refuses(candidate, A.id());
            assertThrows(FeedException.class, () -> candidate.add(A));
            candidate.add(B);
            refuses(candidate, B.id());
        }
    }
}
