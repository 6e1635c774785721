package io.patchbay.catalog.sqlite;

import static io.patchbay.catalog.sqlite.TestCatalog.patch;
import static io.patchbay.catalog.sqlite.TestSnapshot.delta;
import static io.patchbay.catalog.sqlite.TestSnapshot.full;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.catalog.Entry.State;
import io.patchbay.catalog.Facet;
import io.patchbay.catalog.Page;
import io.patchbay.catalog.Query;
import io.patchbay.catalog.Query.Order;
import io.patchbay.catalog.QueryBuilder;
import io.patchbay.model.Acquisition;
import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.Cve;
import io.patchbay.model.Description;
import io.patchbay.model.Description.Text;
import io.patchbay.model.Eula;
import io.patchbay.model.Installation;
import io.patchbay.model.Installation.Handler;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Licensing;
import io.patchbay.model.Product;
import io.patchbay.model.Relationships;
import io.patchbay.model.Release;
import io.patchbay.model.Security;
import io.patchbay.model.Severity;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.spi.FeedException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryTest {
    private static final UpdateId FAMILY = UpdateId.of("test", "category", "Windows");
    private static final UpdateId PRODUCT = UpdateId.of("test", "category", "Windows 11");
    private static final UpdateId UNKNOWN = UpdateId.of("test", "category", "unknown");

    @TempDir
    Path folder;

    private TestCatalog catalog;

    @BeforeEach
    void fill() throws FeedException {
        catalog = new TestCatalog(folder);
        catalog.commit(
                "microsoft", full("s1"), category(FAMILY, "Windows"), category(PRODUCT, "Windows 11", FAMILY), kb());
        catalog.commit("mozilla", full("s1"), firefox(), patch("Plain"));
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    private static Update category(UpdateId id, String title, UpdateId... parents) {
        return Update.builder(id, UpdateType.CATEGORY)
                .description(Description.english(title, ""), "feed")
                .relationships(Relationships.of(List.of(Set.of(parents)), List.of(), List.of()), "feed")
                .build();
    }

    private static Update kb() {
        Text text = new Text("Cumulative Update", "Fixes the Überlauf in win32k.sys", "");
        return Update.builder(UpdateId.of("test", "kb"), UpdateType.BUNDLE)
                .release(
                        Release.of(
                                "Microsoft",
                                List.of(Product.of(PRODUCT), Product.of(UNKNOWN)),
                                null,
                                null,
                                Architecture.X64,
                                List.of("en", "de"),
                                Classification.SECURITY_UPDATES,
                                LocalDate.parse("2026-02-10")),
                        "feed")
                .description(
                        Description.of("en", Map.of("en", text), List.of("5034441"), List.of(), null, null), "feed")
                .security(
                        new Security(
                                Severity.IMPORTANT,
                                null,
                                List.of("MS26-001"),
                                List.of(
                                        cve("CVE-2026-1000", Severity.CRITICAL, 7.5, false),
                                        cve("CVE-2026-1000", Severity.LOW, 3.1, true))),
                        "feed")
                .licensing(new Licensing(new Eula("e", Map.of(), false), Acquisition.DOWNLOADABLE), "feed")
                .installation(Installation.of(Handler.CBS, "", "", null, List.of(), Reboot.CAN_REQUEST), "feed")
                .build();
    }

    private static Cve cve(String id, Severity severity, double score, boolean exploited) {
        return new Cve(id, "", severity, null, score, null, "test", exploited);
    }

    private static Update firefox() {
        return Update.builder(UpdateId.of("test", "firefox"), UpdateType.SOFTWARE)
                .release(
                        Release.of(
                                "Mozilla",
                                List.of(Product.named("Firefox ESR", "Firefox")),
                                null,
                                null,
                                Architecture.ANY,
                                List.of(),
                                Classification.UPDATES,
                                LocalDate.parse("2026-01-05")),
                        "feed")
                .description(Description.english("Firefox 140", "A browser"), "feed")
                .build();
    }

    private void assertFinds(UnaryOperator<QueryBuilder> query, String... titles) {
        assertEquals(
                List.of(titles),
                catalog.titles(
                        query.apply(Query.builder().order(Order.TITLE, false)).build()));
    }

    @Test
    void findsWhatCanBeInstalledUnlessAskedForMore() {
        assertFinds(q -> q, "Cumulative Update", "Firefox 140", "Plain");
        assertFinds(q -> q.type(UpdateType.CATEGORY), "Windows", "Windows 11");
    }

    @Test
    void findsByReference() {
        assertFinds(q -> q.kb("5034441"), "Cumulative Update");
        assertFinds(q -> q.kb("kb5034441"), "Cumulative Update");
        assertFinds(q -> q.kb("503444"));
        assertFinds(q -> q.kb("-"));
        assertFinds(q -> q.cve("CVE-2026-1000").kb("1"));
        assertFinds(q -> q.cve("cve-2026-1000"), "Cumulative Update");
        assertFinds(q -> q.bulletin("ms26-001"), "Cumulative Update");
    }

    @Test
    void findsByVendorProductAndFamily() {
        assertFinds(q -> q.provider("mozilla"), "Firefox 140", "Plain");
        assertFinds(q -> q.vendor("mozilla"), "Firefox 140");
        assertFinds(q -> q.product("firefox esr"), "Firefox 140");
        assertFinds(q -> q.product("Firefox"), "Firefox 140");
        assertFinds(q -> q.family("firefox"), "Firefox 140");
        assertFinds(q -> q.product("windows 11"), "Cumulative Update");
        assertFinds(q -> q.family("Windows"), "Cumulative Update");
        assertFinds(q -> q.family("Windows 11"));
    }

    @Test
    void findsByKind() {
        assertFinds(q -> q.classification(Classification.SECURITY_UPDATES), "Cumulative Update");
        assertFinds(q -> q.severity(Severity.CRITICAL), "Cumulative Update");
        assertFinds(q -> q.severityAtLeast(Severity.IMPORTANT), "Cumulative Update");
        assertFinds(q -> q.severityAtLeast(Severity.UNSPECIFIED), "Firefox 140", "Plain");
        assertFinds(q -> q.reboot(Reboot.CAN_REQUEST), "Cumulative Update");
        assertFinds(q -> q.eula(true), "Cumulative Update");
        assertFinds(q -> q.eula(false), "Firefox 140", "Plain");
        assertFinds(q -> q.state(State.WITHDRAWN));
        assertFinds(q -> q.superseded(true));
    }

    @Test
    void findsByTheWorstThatIsSaidOfItsVulnerabilities() {
        for (int start = 0; start < 2; start++) {
            assertFinds(q -> q.exploited(true), "Cumulative Update");
            assertFinds(q -> q.exploited(false), "Firefox 140", "Plain");
            assertFinds(q -> q.scoreAtLeast(7.5), "Cumulative Update");
            assertFinds(q -> q.scoreAtLeast(0), "Cumulative Update");
            assertFinds(q -> q.scoreAtLeast(7.6));
            catalog.restart();
        }
    }

    @Test
    void findsWhatServesARegionOfALanguage() throws FeedException {
        catalog.commit(
                "regions", full("s1"), spoken("American", "en-US"), spoken("British", "en-GB"), spoken("German", "de"));
        assertFinds(q -> q.provider("regions").language("EN"), "American", "British");
        assertFinds(q -> q.provider("regions").language("en-us"), "American");
        assertFinds(q -> q.provider("regions").language("de-AT"), "German");
    }

    private static Update spoken(String title, String language) {
        return Update.builder(UpdateId.of("test", title), UpdateType.SOFTWARE)
                .release(
                        Release.of(
                                "Vendor",
                                List.of(),
                                null,
                                null,
                                Architecture.ANY,
                                List.of(language),
                                Classification.UPDATES,
                                LocalDate.parse("2026-01-05")),
                        "feed")
                .description(Description.english(title, ""), "feed")
                .build();
    }

    @Test
    void findsWhatServesALanguageOrProcessor() {
        assertFinds(q -> q.language("DE"), "Cumulative Update", "Firefox 140", "Plain");
        assertFinds(q -> q.language("fr"), "Firefox 140", "Plain");
        assertFinds(q -> q.language("d"), "Firefox 140", "Plain");
        assertFinds(q -> q.language("den"), "Firefox 140", "Plain");
        assertFinds(q -> q.architecture(Architecture.X64), "Cumulative Update", "Firefox 140", "Plain");
        assertFinds(q -> q.architecture(Architecture.ARM64), "Firefox 140", "Plain");
    }

    @Test
    void findsByDateAndTakesTheFirstDaySeenWhereThereIsNone() {
        assertFinds(q -> q.releasedFrom(LocalDate.parse("2026-02-10")), "Cumulative Update", "Plain");
        assertFinds(q -> q.releasedTo(LocalDate.parse("2026-02-10")), "Cumulative Update", "Firefox 140");
        assertFinds(q -> q.releasedFrom(TestCatalog.TODAY).releasedTo(TestCatalog.TODAY), "Plain");
    }

    @Test
    void findsByTheBeginningsOfWords() {
        assertFinds(q -> q.text("cumul UPD"), "Cumulative Update");
        assertFinds(q -> q.text("uberlauf"), "Cumulative Update");
        assertFinds(q -> q.text("win32k.sys"), "Cumulative Update");
        assertFinds(q -> q.text("mulative"));
        assertFinds(q -> q.text("KB5034"), "Cumulative Update");
        assertFinds(q -> q.text("CVE-2026-10"), "Cumulative Update");
        assertFinds(q -> q.text("CVE-1000"));
        assertFinds(q -> q.text("ms26-001 windows"), "Cumulative Update");
        assertFinds(q -> q.text("esr browser"), "Firefox 140");
        assertFinds(q -> q.text("\"* OR (NEAR"));
        assertFinds(q -> q.text(" - "), "Cumulative Update", "Firefox 140", "Plain");
    }

    @Test
    void findsTheTextOfTheNewestRevisionOnly() throws FeedException {
        Page before = catalog.view().search(Query.builder().text("browser").build());
        var held = catalog.view();
        Update renamed = Update.builder(firefox().id(), UpdateType.SOFTWARE)
                .description(Description.english("Waterfox", ""), "feed")
                .build();
        catalog.commit("mozilla", delta("s2", "x"), renamed);
        assertFinds(q -> q.text("browser"));
        assertFinds(q -> q.text("waterfox"), "Waterfox");
        assertEquals(before, held.search(Query.builder().text("browser").build()));
    }

    @Test
    void refusesASearchForTooManyWords() {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 65; i++) {
            words.append(i).append(' ');
        }
        Query query = Query.builder().text(words.toString()).build();
        assertThrows(IllegalArgumentException.class, () -> catalog.view().search(query));
    }

    @Test
    void namesProductsByTheirCategory() {
        var entry = catalog.entry(kb());
        assertEquals(List.of("Windows 11", UNKNOWN.toString()), entry.products());
        assertEquals(List.of("Windows"), entry.families());
        assertEquals(List.of("CVE-2026-1000"), entry.cves());
        assertEquals(Severity.CRITICAL, entry.severity());
    }

    @Test
    void countsByFacet() {
        var facets = catalog.view().facets(Query.builder().limit(1).build());
        assertEquals(Set.of(Facet.values()), facets.keySet());
        assertEquals(Map.of("microsoft", 1L, "mozilla", 2L), facets.get(Facet.PROVIDER));
        assertEquals(Map.of("Windows 11", 1L, UNKNOWN.toString(), 1L, "Firefox ESR", 1L), facets.get(Facet.PRODUCT));
        assertEquals(Map.of("Windows", 1L, "Firefox", 1L), facets.get(Facet.FAMILY));
        assertEquals(Map.of("Critical", 1L, "Unspecified", 2L), facets.get(Facet.SEVERITY));
        assertEquals(Map.of("published", 3L), facets.get(Facet.STATE));
        assertEquals(Map.of("bundle", 1L, "software", 2L), facets.get(Facet.TYPE));
        assertEquals(Map.of("all", 2L, "de", 1L, "en", 1L), facets.get(Facet.LANGUAGE));
        assertEquals(Map.of("x64", 1L, "any", 2L), facets.get(Facet.ARCHITECTURE));
        assertEquals(Map.of("false", 3L), facets.get(Facet.SUPERSEDED));
        assertEquals(Map.of("true", 1L, "false", 2L), facets.get(Facet.EULA));
        assertEquals(
                Map.of(), catalog.view().facets(Query.builder().kb("1").build()).get(Facet.VENDOR));
    }

    @Test
    void sortsInEveryOrder() {
        assertEquals(List.of("Plain", "Cumulative Update", "Firefox 140"), sorted(Order.RELEASED, true));
        assertEquals(List.of("Firefox 140", "Cumulative Update", "Plain"), sorted(Order.RELEASED, false));
        assertEquals(List.of("Plain", "Firefox 140", "Cumulative Update"), sorted(Order.TITLE, true));
        assertEquals("Cumulative Update", sorted(Order.SEVERITY, true).get(0));
        assertEquals(List.of("Plain", "Cumulative Update", "Firefox 140"), sorted(Order.VENDOR, false));
        assertEquals("Cumulative Update", sorted(Order.GENERATION, false).get(0));
        List<String> byId = new ArrayList<>(sorted(Order.ID, false));
        Collections.reverse(byId);
        assertEquals(byId, sorted(Order.ID, true));
    }

    private List<String> sorted(Order order, boolean descending) {
        return catalog.titles(Query.builder().order(order, descending).build());
    }

    @Test
    void pagesThroughEverythingInEveryOrder() {
        for (Order order : Order.values()) {
            for (boolean descending : new boolean[] {true, false}) {
                QueryBuilder query = Query.builder().order(order, descending);
                List<String> all = catalog.titles(query.build());
                assertEquals(all, paged(query, all.size()));
            }
        }
    }

    private List<String> paged(QueryBuilder query, int total) {
        List<String> titles = new ArrayList<>();
        Page page = catalog.view().search(query.limit(1).build());
        while (page.next() != null) {
            titles.add(page.entries().get(0).title());
            assertEquals(total, page.total());
            page = catalog.view().search(query.limit(1).cursor(page.next()).build());
        }
        titles.add(page.entries().get(0).title());
        query.cursor(null);
        return titles;
    }

    @Test
    void goesOnAtTheSamePlaceAfterACommit() throws FeedException {
        QueryBuilder query = Query.builder().order(Order.TITLE, false).limit(2);
        Page first = catalog.view().search(query.build());
        catalog.commit("other", full("s1"), patch("Aardvark"), patch("Zebra"));
        Page second = catalog.view().search(query.cursor(first.next()).build());
        assertEquals(
                List.of("Plain", "Zebra"),
                second.entries().stream().map(e -> e.title()).toList());
    }

    @Test
    void refusesACursorOfAnotherQuery() {
        String cursor = catalog.view().search(Query.builder().limit(1).build()).next();
        for (QueryBuilder other : List.of(
                Query.builder().vendor("x"),
                Query.builder().exploited(true),
                Query.builder().scoreAtLeast(7),
                Query.builder().order(Order.TITLE, true))) {
            assertRefused(other.cursor(cursor), "another query");
        }
        assertEquals(
                2,
                catalog.view()
                        .search(Query.builder().cursor(cursor).build())
                        .entries()
                        .size());
    }

    @Test
    void refusesWhatIsNoCursor() {
        String cursor = catalog.view().search(Query.builder().limit(1).build()).next();
        String cut = Objects.requireNonNull(cursor).substring(0, cursor.length() / 2);
        for (String bad : List.of("", "%", "abcd", "AAAA", cut)) {
            assertRefused(Query.builder().cursor(bad), "\"" + bad + "\" is no cursor");
        }
    }

    private void assertRefused(QueryBuilder query, String reason) {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> catalog.view().search(query.build()));
        assertTrue(String.valueOf(refused.getMessage()).contains(reason), refused.getMessage());
    }
}
