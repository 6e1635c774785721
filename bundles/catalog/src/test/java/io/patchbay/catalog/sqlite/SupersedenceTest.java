package io.patchbay.catalog.sqlite;

import static io.patchbay.catalog.sqlite.TestCatalog.expired;
import static io.patchbay.catalog.sqlite.TestCatalog.patch;
import static io.patchbay.catalog.sqlite.TestCatalog.release;
import static io.patchbay.catalog.sqlite.TestSnapshot.delta;
import static io.patchbay.catalog.sqlite.TestSnapshot.full;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.patchbay.catalog.Query;
import io.patchbay.model.PublicationState;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupersedenceTest {
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

    private Set<UpdateId> superseders(Update update) {
        return catalog.entry(update).supersededBy();
    }

    private Set<UpdateId> superseded(Update update) {
        return catalog.entry(update).supersedes();
    }

    @Test
    void supersedesWhatADocumentNames() throws FeedException {
        Update old = patch("old");
        catalog.commit("a", full("s1"), old, patch("new", old));
        assertEquals(Set.of(patch("new").id()), superseders(old));
        assertEquals(Set.of(old.id()), superseded(patch("new")));
    }

    @Test
    void showsTheNewestOfALineAsTheOneThatReplacesAllOlderOnes() throws FeedException {
        catalog.commit("a", full("s1"), release("P", "1.9"), release("P", "1.10"), release("P", "1.2"));
        assertEquals(Set.of(release("P", "1.10").id()), superseders(release("P", "1.2")));
        assertEquals(Set.of(release("P", "1.10").id()), superseders(release("P", "1.9")));
        assertEquals(Set.of(release("P", "1.2").id(), release("P", "1.9").id()), superseded(release("P", "1.10")));
        assertEquals(Set.of(), superseded(release("P", "1.9")));
    }

    @Test
    void neverComparesAcrossLines() throws FeedException {
        catalog.commit("a", full("s1"), release("P", "1"), release("Q", "2"));
        assertFalse(catalog.entry(release("P", "1")).superseded());
    }

    @Test
    void letsTwoTextsOfOneVersionStand() throws FeedException {
        catalog.commit("a", full("s1"), release("P", "1"), release("P", "1.0"));
        assertFalse(catalog.entry(release("P", "1")).superseded());
        assertFalse(catalog.entry(release("P", "1.0")).superseded());
    }

    @Test
    void tellsOnlyTheReleaseThatWasCurrentWhenALineGoesOn() throws FeedException {
        catalog.commit("a", full("s1"), release("P", "1"), release("P", "2"));
        catalog.commit("a", full("s2"), release("P", "1"), release("P", "2"), release("P", "3"));
        assertEquals(List.of("SUPERSEDED P 2", "ADDED P 3"), catalog.news());
        assertEquals(Set.of(release("P", "3").id()), superseders(release("P", "1")));
    }

    @Test
    void hidesNothingBehindWhatTheCatalogueDoesNotHave() throws FeedException {
        Update unknown = patch("unknown");
        catalog.commit("a", full("s1"), patch("new", unknown));
        assertEquals(Set.of(unknown.id()), superseded(patch("new")));
        catalog.commit("a", delta("s2", "x"), unknown);
        assertEquals(Set.of(patch("new").id()), superseders(unknown));
    }

    @Test
    void hidesNothingBehindWhatIsWithdrawnOrExpired() throws FeedException {
        Update old = patch("old");
        catalog.commit("a", full("s1"), old, patch("new", old));
        catalog.commit("a", full("s2"), old);
        assertEquals(List.of("CURRENT old", "WITHDRAWN new"), catalog.news());
        assertFalse(catalog.entry(old).superseded());
        catalog.commit("a", full("s3"), old, patch("new", old));
        assertEquals(List.of("SUPERSEDED old", "RESTORED new"), catalog.news());
        catalog.commit("a", full("s4"), old, patch("new", PublicationState.EXPIRED, List.of(old.id())));
        assertEquals(List.of("CURRENT old", "WITHDRAWN new"), catalog.news());
    }

    @Test
    void supersedesAcrossProviders() throws FeedException {
        Update old = patch("old");
        catalog.commit("a", full("s1"), old);
        catalog.commit("b", full("s1"), patch("new", old));
        assertEquals(List.of("SUPERSEDED old", "ADDED new"), catalog.news());
        assertEquals(2, catalog.entry(old).generation());
        assertEquals(List.of("a"), catalog.entry(old).providers());
    }

    @Test
    void ignoresAnUpdateThatReplacesItself() throws FeedException {
        Update self = patch("self", patch("self"));
        catalog.commit("a", full("s1"), self);
        assertFalse(catalog.entry(self).superseded());
    }

    @Test
    void hidesNobodyInACircle() throws FeedException {
        Update a = patch("a", patch("b"));
        Update b = patch("b", patch("c"));
        Update c = patch("c", patch("a"), patch("outside"));
        catalog.commit("a", full("s1"), a, b, c, patch("outside"), patch("above", patch("a")));
        assertEquals(Set.of(patch("above").id()), superseders(a));
        assertFalse(catalog.entry(b).superseded());
        assertFalse(catalog.entry(c).superseded());
        assertEquals(Set.of(c.id()), superseders(patch("outside")));
    }

    @Test
    void letsTheLineDecideWhereADocumentContradictsIt() throws FeedException {
        Update newer = release("P", "2");
        Update contradiction = Update.builder(
                        release("P", "1").id(), release("P", "1").type())
                .release(release("P", "1").release(), "feed")
                .relationships(patch("x", newer).relationships(), "feed")
                .build();
        catalog.commit("a", full("s1"), contradiction, newer);
        assertFalse(catalog.entry(newer).superseded());
        assertEquals(Set.of(newer.id()), superseders(contradiction));
    }

    @Test
    void supersedesWhatIsExpired() throws FeedException {
        catalog.commit("a", full("s1"), expired("old"), patch("new", patch("old")));
        assertEquals(Set.of(patch("new").id()), superseders(patch("old")));
    }

    @Test
    void worksOutLongChains() throws FeedException {
        List<Update> chain = new ArrayList<>(List.of(patch("0")));
        for (int i = 1; i < 3_000; i++) {
            chain.add(patch("" + i, chain.get(i - 1)));
        }
        catalog.commit("a", full("s1"), chain);
        assertEquals(
                1,
                catalog.view().search(Query.builder().superseded(false).build()).total());
    }
}
