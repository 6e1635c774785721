package io.patchbay.catalog.sqlite;

import static io.patchbay.catalog.sqlite.TestCatalog.expired;
import static io.patchbay.catalog.sqlite.TestCatalog.patch;
import static io.patchbay.catalog.sqlite.TestCatalog.release;
import static io.patchbay.catalog.sqlite.TestSnapshot.delta;
import static io.patchbay.catalog.sqlite.TestSnapshot.full;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.catalog.Candidate;
import io.patchbay.catalog.CatalogException;
import io.patchbay.catalog.CatalogWriter.Committed;
import io.patchbay.catalog.ChangeCounts;
import io.patchbay.catalog.Entry;
import io.patchbay.catalog.Entry.State;
import io.patchbay.catalog.Generation;
import io.patchbay.catalog.Query;
import io.patchbay.model.Update;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationsTest {
    @TempDir
    Path folder;

    private TestCatalog catalog;

    @BeforeEach
    void open() {
        catalog = new TestCatalog(folder);
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    @Test
    void startsEmptyAtGenerationZero() {
        assertEquals(0, catalog.view().generation());
        assertEquals(List.of(), catalog.changes());
        assertEquals(List.of(), catalog.service().generations(10));
        assertEquals(Optional.empty(), catalog.service().committed("a"));
    }

    @Test
    void addsWhatIsSeenForTheFirstTime() throws FeedException {
        Update update = patch("one");
        Generation generation = catalog.commit("a", full("s1"), update).orElseThrow();
        assertEquals(new ChangeCounts(1, 0, 0, 0, 0, 0), generation.changes());
        assertEquals(List.of("ADDED one"), catalog.news());
        Entry entry = catalog.entry(update);
        assertEquals(1, entry.revision());
        assertEquals(List.of("a"), entry.providers());
        assertEquals(TestCatalog.TODAY, entry.firstSeen());
        assertEquals(1, entry.generation());
    }

    @Test
    void raisesTheRevisionOnlyWhenContentChanges() throws FeedException {
        catalog.commit("a", full("s1"), release("P", "1", "old"), patch("other"));
        Generation second = catalog.commit("a", full("s2"), release("P", "1", "new"), patch("other"))
                .orElseThrow();
        assertEquals(new ChangeCounts(0, 1, 0, 0, 0, 1), second.changes());
        assertEquals(2, catalog.entry(release("P", "1")).revision());
        assertEquals(1, catalog.entry(patch("other")).revision());
        assertEquals(List.of("CHANGED P 1"), catalog.news());
    }

    @Test
    void tellsWhoFollowsChangesThatTheyKnowAnotherCatalogue() throws FeedException {
        Generation first = catalog.commit("a", full("s1"), patch("one")).orElseThrow();
        assertEquals(Optional.of(first), catalog.service().generation(1));
        assertEquals(Optional.empty(), catalog.service().generation(0));
        assertEquals(Optional.empty(), catalog.service().generation(2));
        assertEquals(List.of(), catalog.view().changes(1, 10));
        Exception refused = assertThrows(
                IllegalArgumentException.class, () -> catalog.view().changes(2, 10));
        assertEquals("there is no generation 2 yet; the last is 1", refused.getMessage());
    }

    @Test
    void makesNoGenerationWhenNothingChanges() throws FeedException {
        catalog.commit("a", full("s1"), patch("one"));
        assertEquals(Optional.empty(), catalog.commit("a", delta("s2", "anchor"), patch("one")));
        assertEquals(1, catalog.view().generation());
        assertEquals(
                Optional.of(new Committed("s2", "fingerprint of s2", Optional.of("anchor"), 1)),
                catalog.service().committed("a"));
    }

    @Test
    void writesNothingWhenTheSameIsCommittedAgain() throws Exception {
        catalog.commit("a", full("s1"), patch("one"));
        Map<Path, List<Byte>> before = files();
        catalog.commit("a", full("s1"), patch("one"));
        assertEquals(before, files());
    }

    private Map<Path, List<Byte>> files() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*catalog\\.db(-wal)?"))
                    .collect(Collectors.toMap(file -> file, GenerationsTest::bytes));
        }
    }

    private static List<Byte> bytes(Path file) {
        try {
            List<Byte> list = new ArrayList<>();
            for (byte b : Files.readAllBytes(file)) {
                list.add(b);
            }
            return list;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void withdrawsWhatAFullSnapshotNoLongerHas() throws FeedException {
        catalog.commit("a", full("s1"), patch("one"), patch("two"));
        Generation second = catalog.commit("a", full("s2"), patch("two")).orElseThrow();
        assertEquals(new ChangeCounts(0, 0, 0, 0, 1, 1), second.changes());
        assertEquals(State.WITHDRAWN, catalog.entry(patch("one")).state());
        assertEquals(List.of("WITHDRAWN one"), catalog.news());
        assertEquals(1, catalog.entry(patch("one")).revision());
    }

    @Test
    void withdrawsNothingOfADelta() throws FeedException {
        catalog.commit("a", full("s1"), patch("one"));
        catalog.commit("a", delta("s2", "x"), patch("two"));
        assertEquals(State.PUBLISHED, catalog.entry(patch("one")).state());
    }

    @Test
    void withdrawsNothingOfAnotherProvider() throws FeedException {
        catalog.commit("a", full("s1"), patch("one"));
        catalog.commit("b", full("s1"), patch("two"));
        assertEquals(State.PUBLISHED, catalog.entry(patch("one")).state());
        assertEquals(Map.of("a", 1L, "b", 1L), catalog.view().liveCounts());
    }

    @Test
    void restoresWhatIsSeenAgain() throws FeedException {
        catalog.commit("a", full("s1"), patch("one"), patch("two"));
        catalog.commit("a", full("s2"), patch("two"));
        Generation third =
                catalog.commit("a", full("s3"), patch("one"), patch("two")).orElseThrow();
        assertEquals(new ChangeCounts(1, 0, 0, 0, 0, 1), third.changes());
        assertEquals(List.of("RESTORED one"), catalog.news());
        assertEquals(State.PUBLISHED, catalog.entry(patch("one")).state());
        assertEquals(1, catalog.entry(patch("one")).revision());
    }

    @Test
    void expiresWhatTheVendorSaysIsExpired() throws FeedException {
        catalog.commit("a", full("s1"), patch("one"), patch("two"));
        Generation second =
                catalog.commit("a", full("s2"), expired("one"), patch("two")).orElseThrow();
        assertEquals(new ChangeCounts(0, 0, 0, 0, 1, 1), second.changes());
        assertEquals(State.EXPIRED, catalog.entry(patch("one")).state());
        assertEquals(2, catalog.entry(patch("one")).revision());
        catalog.commit("a", full("s3"), patch("two"));
        assertEquals(State.EXPIRED, catalog.entry(patch("one")).state());
        catalog.commit("a", full("s4"), patch("one"), patch("two"));
        assertEquals(List.of("RESTORED one"), catalog.news());
    }

    @Test
    void keepsAReleaseThatANewerOneOfItsLineReplaced() throws FeedException {
        catalog.commit("a", full("s1"), release("P", "1"));
        Generation second = catalog.commit("a", full("s2"), release("P", "2")).orElseThrow();
        assertEquals(new ChangeCounts(1, 0, 1, 0, 0, 0), second.changes());
        assertEquals(List.of("SUPERSEDED P 1", "ADDED P 2"), catalog.news());
        assertEquals(State.PUBLISHED, catalog.entry(release("P", "1")).state());
        assertTrue(catalog.entry(release("P", "1")).superseded());
        assertEquals(2, catalog.entry(release("P", "1")).generation());
    }

    @Test
    void withdrawsTheNewestReleaseThatIsTakenBack() throws FeedException {
        catalog.commit("a", full("s1"), release("P", "1"));
        catalog.commit("a", full("s2"), release("P", "2"));
        catalog.commit("a", full("s3"), release("P", "1"));
        assertEquals(List.of("CURRENT P 1", "WITHDRAWN P 2"), catalog.news());
    }

    @Test
    void refusesAnUpdateThatComesTwice() throws FeedException {
        catalog.commit("a", full("s1"), patch("known"));
        for (Update update : List.of(patch("known"), patch("new"))) {
            FeedException failure =
                    assertThrows(FeedException.class, () -> catalog.commit("a", full("s2"), update, update));
            assertTrue(failure.getMessage().contains(update.id().toString()), failure.getMessage());
        }
        assertEquals(1, catalog.view().generation());
    }

    @Test
    void refusesACandidateThatAnotherOfItsProviderOvertook() throws FeedException {
        try (Candidate slow = catalog.service().begin("a", full("s1"), "x")) {
            slow.add(patch("one"));
            catalog.commit("a", full("s2"), patch("two"));
            assertThrows(CatalogException.class, slow::commit);
        }
        assertEquals(1, catalog.view().generation());
    }

    @Test
    void joinsAnUpdateThatAnotherProviderCommittedMeanwhile() throws FeedException {
        try (Candidate slow = catalog.service().begin("a", full("s1"), "x")) {
            slow.add(patch("one"));
            catalog.commit("b", full("s1"), patch("one"));
            slow.commit();
        }
        assertEquals(List.of("a", "b"), catalog.entry(patch("one")).providers());
    }

    @Test
    void commitsCandidatesThatWereOpenTogether() throws FeedException {
        try (Candidate a = catalog.service().begin("a", full("s1"), "x");
                Candidate b = catalog.service().begin("b", full("s1"), "x")) {
            a.add(patch("one"));
            b.add(patch("two"));
            b.commit();
            a.commit();
        }
        assertEquals(2, catalog.view().generation());
        assertEquals(2, catalog.entry(patch("one")).generation());
        assertEquals(1, catalog.entry(patch("two")).generation());
    }

    @Test
    void reviewsWithoutWriting() throws FeedException {
        catalog.commit("a", full("s1"), release("P", "1"), release("P", "2"), patch("one"));
        try (Candidate candidate = catalog.service().begin("a", full("s2"), "x")) {
            candidate.add(release("P", "3"));
            Candidate.Review review = candidate.review();
            assertEquals(new ChangeCounts(1, 0, 1, 0, 1, 0), review.changes());
            assertEquals(2, review.live());
        }
        assertEquals(1, catalog.view().generation());
    }

    @Test
    void dropsWhatIsNotCommitted() throws Exception {
        try (Candidate candidate = catalog.service().begin("a", full("s1"), "x")) {
            candidate.add(patch("one"));
        }
        assertEquals(0, catalog.view().generation());
        try (Stream<Path> files = Files.list(folder.resolve("work"))) {
            assertEquals(
                    List.of(),
                    files.filter(f -> f.toString().contains("candidate")).toList());
        }
    }

    @Test
    void marksEntriesOfProvidersThatAreAbsent() throws FeedException {
        catalog.commit("a", full("s1"), patch("one"));
        catalog.commit("b", full("s1"), patch("two"));
        assertEquals(false, catalog.entry(patch("one")).providerAbsent());
        catalog.service().present(Set.of("b"));
        assertEquals(true, catalog.entry(patch("one")).providerAbsent());
        assertEquals(false, catalog.entry(patch("two")).providerAbsent());
        assertEquals(2, catalog.view().generation());
        catalog.commit("b", full("s2"), patch("two"), patch("three"));
        assertEquals(true, catalog.entry(patch("one")).providerAbsent());
    }

    @Test
    void neverSplitsAGenerationOfChanges() throws FeedException {
        catalog.commit("a", full("s1"), patch("one"), patch("two"));
        catalog.commit("a", delta("s2", "x"), patch("three"));
        assertEquals(2, catalog.view().changes(0, 1).size());
        assertEquals(3, catalog.view().changes(0, 3).size());
        assertEquals(1, catalog.view().changes(1, 5).size());
        assertEquals(List.of(), catalog.view().changes(2, 5));
        assertThrows(IllegalArgumentException.class, () -> catalog.view().changes(0, 0));
        assertThrows(IllegalArgumentException.class, () -> catalog.view().changes(-1, 5));
    }

    @Test
    void listsGenerationsNewestFirst() throws FeedException {
        catalog.commit("a", full("s1"), patch("one"));
        catalog.commit("b", full("s2"), patch("two"));
        assertEquals(
                List.of("2 b s2 2026-03-04T05:06:07Z", "1 a s1 2026-03-04T05:06:07Z"),
                catalog.service().generations(5).stream()
                        .map(g -> g.number() + " " + g.provider() + " " + g.snapshot() + " " + g.committed())
                        .toList());
        assertEquals(1, catalog.service().generations(1).size());
        assertThrows(IllegalArgumentException.class, () -> catalog.service().generations(0));
        assertThrows(IllegalArgumentException.class, () -> catalog.service().generations(-1));
    }

    @Test
    void readsAfterARestartWhatWasThereBefore() throws FeedException {
        catalog.commit("a", full("s1"), release("P", "1"), release("P", "2", "text"), expired("gone"));
        catalog.commit("b", delta("s2", "x"), patch("one", release("P", "2")));
        List<Entry> before = entries();
        var changes = catalog.changes();
        var generations = catalog.service().generations(9);
        catalog.restart();
        assertEquals(before, entries());
        assertEquals(changes, catalog.changes());
        assertEquals(generations, catalog.service().generations(9));
        assertEquals(
                Optional.of(new Committed("s2", "fingerprint of s2", Optional.of("x"), 2)),
                catalog.service().committed("b"));
        assertEquals(Optional.empty(), catalog.commit("b", delta("s2", "x"), patch("one", release("P", "2"))));
        catalog.commit("b", delta("s3", "y"), patch("two"));
        assertEquals(3, catalog.view().generation());
    }

    private List<Entry> entries() {
        return catalog.view().search(Query.all()).entries();
    }

    @Test
    void commitsWhatWasAddedAfterAReview() throws FeedException {
        try (Candidate candidate = catalog.service().begin("a", full("s1"), "f")) {
            candidate.add(patch("one"));
            assertEquals(1, candidate.review().changes().added());
            candidate.add(patch("two"));
            assertEquals(2, candidate.review().changes().added());
            assertEquals(2, candidate.commit().orElseThrow().changes().added());
        }
    }

    @Test
    void commitsOntoWhatOthersCommittedAfterAReview() throws FeedException {
        try (Candidate candidate = catalog.service().begin("a", full("s1"), "f")) {
            candidate.add(patch("one"));
            candidate.review();
            catalog.commit("b", full("s1"), patch("other"));
            assertEquals(2, candidate.commit().orElseThrow().number());
        }
        assertEquals(2, catalog.view().search(Query.all()).total());
    }
}
