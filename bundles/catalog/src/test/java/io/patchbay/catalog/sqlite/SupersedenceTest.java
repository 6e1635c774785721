package io.patchbay.catalog.sqlite;

import static io.patchbay.catalog.sqlite.TestCatalog.expired;
import static io.patchbay.catalog.sqlite.TestCatalog.patch;
import static io.patchbay.catalog.sqlite.TestCatalog.release;
import static io.patchbay.catalog.sqlite.TestSnapshot.delta;
import static io.patchbay.catalog.sqlite.TestSnapshot.full;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.patchbay.catalog.Query;
import io.patchbay.catalog.Supersession;
import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.PublicationState;
import io.patchbay.model.Release;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    void namesTheCurrentUpdateThatWasReleasedLastToInstallInstead() throws FeedException {
        Update old = patch("old");
        Update middle = patch("middle", old);
        Update newest = released("newest", "2026-02-10", middle);
        Update other = released("other", "2026-01-13", middle, old);
        catalog.commit("a", full("s1"), old, middle, newest, other);
        assertEquals(newest.id(), catalog.entry(old).newestSuperseding());
        assertEquals(newest.id(), catalog.entry(middle).newestSuperseding());
        assertNull(catalog.entry(newest).newestSuperseding());
        catalog.commit("a", full("s2"), old, middle, other);
        assertEquals(other.id(), catalog.entry(old).newestSuperseding());
        catalog.commit("a", full("s3"), old, middle);
        assertEquals(middle.id(), catalog.entry(old).newestSuperseding());
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
    void breaksACircleAtOneLinkAndReportsIt() throws FeedException {
        Update a = patch("a", patch("b"));
        Update b = patch("b", patch("c"));
        Update c = patch("c", patch("a"), patch("outside"));
        catalog.commit("a", full("s1"), a, b, c, patch("outside"), patch("above", patch("a")));
        List<Supersession> broken = catalog.view().brokenLinks();
        assertEquals(1, broken.size());
        assertFalse(superseders(update(broken.get(0).superseded(), a, b, c))
                .contains(broken.get(0).superseding()));
        assertEquals(
                3,
                Stream.of(a, b, c)
                        .mapToInt(update -> superseders(update).size())
                        .sum());
        assertEquals(Set.of(c.id()), superseders(patch("outside")));
    }

    private static Update update(UpdateId id, Update... updates) {
        return Stream.of(updates)
                .filter(update -> update.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void breaksTheLinkByWhichAnUpdateReplacesALaterOne() throws FeedException {
        Update january = released("january", "2026-01-01", patch("march"));
        Update february = released("february", "2026-02-01", patch("january"));
        Update march = released("march", "2026-03-01", patch("february"));
        catalog.commit("a", full("s1"), march, january, february);
        assertEquals(Set.of(), superseders(march));
        assertEquals(Set.of(february.id()), superseders(january));
        assertEquals(Set.of(march.id()), superseders(february));
        assertEquals(
                List.of(new Supersession(january.id(), march.id(), new TreeSet<>(Set.of("a")))),
                catalog.view().brokenLinks());
    }

    private static Update released(String name, String day, Update... superseded) {
        Update plain = patch(name, superseded);
        Release release = Release.of(
                "Vendor",
                List.of(),
                null,
                null,
                Architecture.ANY,
                List.of(),
                Classification.UPDATES,
                LocalDate.parse(day));
        return Update.builder(plain.id(), plain.type())
                .release(release, "feed")
                .description(plain.description(), "feed")
                .relationships(plain.relationships(), "feed")
                .build();
    }

    @Test
    void breaksTheLinkThatFewerProvidersGive() throws FeedException {
        Update a = patch("a", patch("b"));
        Update b = patch("b", patch("a"));
        for (Update stronger : List.of(a, b)) {
            Update weaker = stronger == a ? b : a;
            try (TestCatalog own =
                    new TestCatalog(folder.resolve(stronger.description().title()))) {
                own.commit("one", full("s1"), a, b);
                own.commit("two", full("s1"), stronger);
                assertEquals(Set.of(stronger.id()), own.entry(weaker).supersededBy());
                assertEquals(Set.of(), own.entry(stronger).supersededBy());
            }
        }
    }

    @Test
    void findsTheOneAmongHundredsThatAllReplaceEachOther() throws FeedException {
        List<UpdateId> all =
                IntStream.range(0, 300).mapToObj(i -> patch("" + i).id()).toList();
        catalog.commit(
                "a",
                full("s1"),
                IntStream.range(0, 300)
                        .mapToObj(i -> patch("" + i, PublicationState.PUBLISHED, all))
                        .toList());
        assertEquals(
                1,
                catalog.view().search(Query.builder().superseded(false).build()).total());
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
