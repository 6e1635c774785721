package io.patchbay.catalog.sqlite;

import static io.patchbay.catalog.sqlite.TestCatalog.patch;
import static io.patchbay.catalog.sqlite.TestCatalog.release;
import static io.patchbay.catalog.sqlite.TestSnapshot.full;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.catalog.Facet;
import io.patchbay.catalog.ProductLine;
import io.patchbay.catalog.Query;
import io.patchbay.catalog.QueryBuilder;
import io.patchbay.model.PublicationState;
import io.patchbay.model.Release;
import io.patchbay.model.Rollout;
import io.patchbay.model.Update;
import io.patchbay.spi.FeedException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where lines stand while their vendors give out, hold back and take back releases. */
class LinesTest {
    private static final Update OLD = release("P", "1");

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

    private static Update release2(Rollout rollout) {
        return with(release("P", "2"), release -> release.withRollout(rollout));
    }

    private static Update with(Update update, UnaryOperator<Release> change) {
        return Update.builder(update.id(), update.type())
                .release(change.apply(update.release()), "feed")
                .description(update.description(), "feed")
                .build();
    }

    private List<ProductLine> lines() {
        return catalog.view().lines(Query.all());
    }

    private String currentVersion() {
        return Objects.requireNonNull(lines().get(0).current()).version();
    }

    @Test
    void aReleaseThatIsNotGivenOutTakesNoPlace() throws FeedException {
        catalog.commit("a", full("s1"), OLD);
        for (Rollout rollout : List.of(Rollout.SETTLING, Rollout.EXISTS)) {
            catalog.commit("a", full("s-" + rollout), OLD, release2(rollout));
            assertEquals(Set.of(), catalog.entry(OLD).supersededBy());
            assertEquals("1", currentVersion());
            assertEquals("2", Objects.requireNonNull(lines().get(0).coming()).version());
            assertEquals(rollout, catalog.entry(release2(rollout)).rollout());
            assertEquals(List.of("P 1"), titles(query -> query.current(true)));
            assertTrue(catalog.entry(OLD).current());
            assertFalse(catalog.entry(release2(rollout)).current());
            assertEquals(List.of("P 2"), titles(query -> query.current(false)));
            assertEquals(List.of("P 2"), titles(query -> query.rollout(rollout)));
        }
        catalog.commit("a", full("s3"), OLD, release2(Rollout.OFFERED));
        assertEquals(List.of("SUPERSEDED P 1", "CHANGED P 2"), catalog.news());
        assertEquals("2", currentVersion());
        assertNull(lines().get(0).coming());
        assertEquals(List.of("P 2"), titles(query -> query.current(true).rollout(Rollout.OFFERED)));
        var facets = catalog.view().facets(Query.all());
        assertEquals(Map.of("true", 1L, "false", 1L), facets.get(Facet.CURRENT));
        assertEquals(Map.of("complete", 1L, "offered", 1L), facets.get(Facet.ROLLOUT));
    }

    private List<String> titles(UnaryOperator<QueryBuilder> query) {
        return catalog.titles(query.apply(Query.builder()).build());
    }

    @Test
    void whatIsNoLongerListedWhileTheNextSettlesStays() throws FeedException {
        catalog.commit("a", full("s1"), OLD);
        catalog.commit("a", full("s2"), release2(Rollout.SETTLING));
        assertEquals("1", currentVersion());
        assertEquals(List.of("ADDED P 2"), catalog.news());
    }

    @Test
    void aVendorThatGoesBackWithdraws() throws FeedException {
        catalog.commit("a", full("s1"), OLD);
        catalog.commit("a", full("s2"), release("P", "2"));
        catalog.commit("a", full("s3"), OLD);
        assertEquals(List.of("CURRENT P 1", "WITHDRAWN P 2"), catalog.news());
        assertEquals("1", currentVersion());
        assertEquals(2, lines().get(0).releases());
        assertEquals(1, catalog.entry(OLD).revision());
    }

    @Test
    void linesAreTheOnesOfWhatMatchesAndSurviveARestart() throws FeedException {
        Update ending = with(release("Q", "5"), release -> release.withEndOfLife(LocalDate.parse("2027-01-01")));
        catalog.commit("a", full("s1"), OLD, ending, patch("in no line"));
        assertEquals(List.of("P", "Q"), names(Query.all()));
        assertEquals(List.of("Q"), names(Query.builder().product("Q").build()));
        catalog.restart();
        assertEquals(OLD.release().line(), lines().get(0).line());
        assertEquals(LocalDate.parse("2027-01-01"), catalog.entry(ending).endOfLife());
        assertEquals(LocalDate.parse("2027-01-01"), lines().get(1).endOfLife());
        assertNull(lines().get(0).endOfLife());
    }

    @Test
    void aLineOfWhichNothingIsOfferedAnyMoreStillTellsWhenItEnded() throws FeedException {
        Update ended = with(release("Q", "5"), release -> release.withEndOfLife(LocalDate.parse("2020-12-31")));
        Update expired = Update.builder(ended.id(), ended.type())
                .revision(0, PublicationState.EXPIRED)
                .release(ended.release(), "feed")
                .build();
        catalog.commit("a", full("s1"), expired);
        assertNull(lines().get(0).current());
        assertEquals(LocalDate.parse("2020-12-31"), lines().get(0).endOfLife());
    }

    private List<String> names(Query query) {
        return catalog.view().lines(query).stream()
                .map(line -> line.line().product())
                .toList();
    }
}
