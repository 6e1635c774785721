package io.patchbay.catalog.sqlite;

import static io.patchbay.catalog.sqlite.TestSnapshot.delta;
import static io.patchbay.catalog.sqlite.TestSnapshot.full;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.catalog.Entry;
import io.patchbay.catalog.Facet;
import io.patchbay.catalog.Query;
import io.patchbay.model.Acquisition;
import io.patchbay.model.Description;
import io.patchbay.model.Eula;
import io.patchbay.model.Installation;
import io.patchbay.model.Installation.Handler;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Licensing;
import io.patchbay.model.Relationships;
import io.patchbay.model.Security;
import io.patchbay.model.Severity;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.spi.FeedException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
    private static final Licensing LICENSED = new Licensing(new Eula("e", Map.of(), false), Acquisition.DOWNLOADABLE);

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

    private static Update update(
            String name, Reboot reboot, Severity severity, Licensing licensing, String... bundled) {
        List<Set<UpdateId>> groups = Arrays.stream(bundled)
                .map(part -> Set.of(UpdateId.of("test", part)))
                .toList();
        return Update.builder(UpdateId.of("test", name), bundled.length > 0 ? UpdateType.BUNDLE : UpdateType.SOFTWARE)
                .description(Description.english(name, ""), "feed")
                .security(new Security(severity, null, List.of(), List.of()), "feed")
                .licensing(licensing, "feed")
                .relationships(Relationships.of(List.of(), groups, List.of()), "feed")
                .installation(Installation.of(Handler.CBS, "", "", null, List.of(), reboot), "feed")
                .build();
    }

    private static Update bundle(String name, Severity severity, String... bundled) {
        return update(name, Reboot.NEVER, severity, Licensing.FREE, bundled);
    }

    private static Update part(String name, Reboot reboot) {
        return update(name, reboot, Severity.UNSPECIFIED, Licensing.FREE);
    }

    private Reboot reboot(String name) {
        return catalog.view().entry(UpdateId.of("test", name)).orElseThrow().reboot();
    }

    @Test
    void restartsIfAnythingThatItBundlesDoes() throws FeedException {
        catalog.commit(
                "a",
                full("s1"),
                bundle("bundle", Severity.UNSPECIFIED, "quiet", "loud", "unknown"),
                part("quiet", Reboot.CAN_REQUEST),
                part("loud", Reboot.ALWAYS));
        assertEquals(Reboot.ALWAYS, reboot("bundle"));
        assertEquals(Reboot.CAN_REQUEST, reboot("quiet"));
        assertEquals(
                List.of("bundle", "loud"),
                catalog.titles(Query.builder()
                        .reboot(Reboot.ALWAYS)
                        .order(Query.Order.TITLE, false)
                        .build()));
        assertEquals(
                Map.of(Reboot.ALWAYS.title(), 2L, Reboot.CAN_REQUEST.title(), 1L),
                catalog.view().facets(Query.all()).get(Facet.REBOOT));
        catalog.restart();
        assertEquals(Reboot.ALWAYS, reboot("bundle"));
    }

    @Test
    void tellsOfPartsThatAreNoLongerWantedBecauseTheirBundleIsNot() throws FeedException {
        Update inner = bundle("inner", Severity.UNSPECIFIED, "part");
        catalog.commit(
                "a", full("s1"), bundle("bundle", Severity.UNSPECIFIED, "inner"), inner, part("part", Reboot.NEVER));
        catalog.commit("a", full("s2"), inner, part("part", Reboot.NEVER));
        assertEquals(List.of("WITHDRAWN bundle", "SUPERSEDED inner", "SUPERSEDED part"), catalog.news());
        Entry part = catalog.view().entry(UpdateId.of("test", "part")).orElseThrow();
        assertFalse(part.current());
        assertEquals(2, part.generation());
        catalog.commit(
                "a", full("s3"), bundle("bundle", Severity.UNSPECIFIED, "inner"), inner, part("part", Reboot.NEVER));
        assertEquals(List.of("RESTORED bundle", "CURRENT inner", "CURRENT part"), catalog.news());
    }

    @Test
    void followsWhatItBundlesWithEachCommit() throws FeedException {
        catalog.commit("a", full("s1"), bundle("bundle", Severity.UNSPECIFIED, "part"), part("part", Reboot.NEVER));
        assertEquals(Reboot.NEVER, reboot("bundle"));
        catalog.commit("a", delta("s2", "x"), part("part", Reboot.ALWAYS));
        assertEquals(Reboot.ALWAYS, reboot("bundle"));
        assertEquals(List.of("CHANGED part"), catalog.news());
        catalog.commit("a", delta("s3", "x"), part("part", Reboot.NEVER));
        assertEquals(Reboot.NEVER, reboot("bundle"));
    }

    @Test
    void isRatedAsTheWorstThatItBundlesUnlessItIsRatedItself() throws FeedException {
        catalog.commit(
                "a",
                full("s1"),
                bundle("unrated", Severity.UNSPECIFIED, "low", "critical"),
                bundle("rated", Severity.LOW, "critical"),
                update("low", Reboot.NEVER, Severity.LOW, Licensing.FREE),
                update("critical", Reboot.NEVER, Severity.CRITICAL, Licensing.FREE));
        assertEquals(
                Severity.CRITICAL,
                catalog.view()
                        .entry(UpdateId.of("test", "unrated"))
                        .orElseThrow()
                        .severity());
        assertEquals(
                Set.of("critical", "unrated"),
                Set.copyOf(catalog.titles(
                        Query.builder().severity(Severity.CRITICAL).build())));
        assertEquals(
                Set.of("critical", "unrated"),
                Set.copyOf(catalog.titles(Query.builder()
                                .order(Query.Order.SEVERITY, true)
                                .build())
                        .subList(0, 2)));
    }

    @Test
    void needsTheLicencesOfWhatItBundles() throws FeedException {
        catalog.commit(
                "a",
                full("s1"),
                bundle("bundle", Severity.UNSPECIFIED, "licensed"),
                bundle("free", Severity.UNSPECIFIED, "other"),
                update("licensed", Reboot.NEVER, Severity.UNSPECIFIED, LICENSED));
        assertTrue(catalog.view()
                .entry(UpdateId.of("test", "bundle"))
                .orElseThrow()
                .eula());
        assertFalse(
                catalog.view().entry(UpdateId.of("test", "free")).orElseThrow().eula());
    }

    @Test
    void looksThroughBundlesOfBundlesAlsoWhereTheyHoldEachOther() throws FeedException {
        catalog.commit(
                "a",
                full("s1"),
                bundle("outer", Severity.UNSPECIFIED, "middle"),
                bundle("middle", Severity.UNSPECIFIED, "inner", "outer"),
                bundle("inner", Severity.UNSPECIFIED, "part"),
                part("part", Reboot.ALWAYS));
        assertEquals(Reboot.ALWAYS, reboot("outer"));
        assertEquals(Reboot.ALWAYS, reboot("middle"));
    }

    private List<String> current(boolean parts) {
        return catalog.titles(Query.builder()
                .current(true)
                .part(parts)
                .order(Query.Order.TITLE, false)
                .build());
    }

    private static Update superseding(String name, String superseded, String part) {
        return Update.builder(UpdateId.of("test", name), UpdateType.BUNDLE)
                .description(Description.english(name, ""), "feed")
                .relationships(
                        Relationships.of(
                                List.of(),
                                List.of(Set.of(UpdateId.of("test", part))),
                                List.of(UpdateId.of("test", superseded))),
                        "feed")
                .build();
    }

    @Test
    void makesItsPartsCurrentAsLongAsItIs() throws FeedException {
        catalog.commit(
                "a",
                full("s1"),
                bundle("old", Severity.UNSPECIFIED, "1", "2"),
                part("1", Reboot.NEVER),
                part("2", Reboot.NEVER));
        assertEquals(List.of("1", "2"), current(true));
        assertEquals(List.of("old"), current(false));
        catalog.commit("a", delta("s2", "x"), superseding("new", "old", "2"));
        assertEquals(List.of("2"), current(true));
        assertEquals(List.of("new"), current(false));
        Entry gone = catalog.view().entry(UpdateId.of("test", "1")).orElseThrow();
        assertFalse(gone.current());
        assertFalse(gone.superseded());
        assertEquals(Set.of(UpdateId.of("test", "old")), gone.bundledBy());
        catalog.restart();
        assertEquals(List.of("2"), current(true));
    }

    @Test
    void makesPartsOfItsPartsCurrentAndHoldsNotItself() throws FeedException {
        catalog.commit(
                "a",
                full("s1"),
                bundle("outer", Severity.UNSPECIFIED, "inner", "outer"),
                bundle("inner", Severity.UNSPECIFIED, "part"),
                part("part", Reboot.NEVER));
        assertEquals(List.of("inner", "part"), current(true));
        assertEquals(List.of("outer"), current(false));
        catalog.commit("a", delta("s2", "x"), superseding("new", "outer", "other"));
        assertEquals(List.of(), current(true));
    }
}
