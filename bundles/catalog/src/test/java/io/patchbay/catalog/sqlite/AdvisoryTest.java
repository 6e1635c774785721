package io.patchbay.catalog.sqlite;

import static io.patchbay.catalog.sqlite.TestCatalog.patch;
import static io.patchbay.catalog.sqlite.TestSnapshot.delta;
import static io.patchbay.catalog.sqlite.TestSnapshot.full;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.catalog.Advice;
import io.patchbay.catalog.Candidate;
import io.patchbay.catalog.CatalogView;
import io.patchbay.catalog.ChangeCounts;
import io.patchbay.catalog.Conflict;
import io.patchbay.catalog.Details;
import io.patchbay.catalog.Entry;
import io.patchbay.catalog.Generation;
import io.patchbay.catalog.Query;
import io.patchbay.catalog.Supersession;
import io.patchbay.catalog.view.Ranking;
import io.patchbay.model.Advisory;
import io.patchbay.model.Advisory.Fix;
import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.Cve;
import io.patchbay.model.Description;
import io.patchbay.model.Part;
import io.patchbay.model.Relationships;
import io.patchbay.model.Release;
import io.patchbay.model.Security;
import io.patchbay.model.Severity;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What advisories say is joined to updates by KB number and product, and goes on along supersedence. */
class AdvisoryTest {
    private static final String WINDOWS_10 = "Windows 10 Version 1809 for x64-based Systems";
    private static final String SERVER = "Windows Server 2012";
    private static final Update CLIENT = microsoft("2020-12 Update for " + WINDOWS_10 + " (KB4592440)", "4592440");

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

    private static Update microsoft(String title, String kb, Update... superseded) {
        return update("Microsoft", title, kb, Severity.UNSPECIFIED, superseded);
    }

    private static Update update(String vendor, String title, String kb, Severity severity, Update... superseded) {
        Release release = Release.of(
                vendor, List.of(), null, null, Architecture.ANY, List.of(), Classification.SECURITY_UPDATES, null);
        List<UpdateId> older = Arrays.stream(superseded).map(Update::id).toList();
        Update.Builder update = Update.builder(UpdateId.of("test", title), UpdateType.SOFTWARE)
                .release(release, "feed")
                .description(Description.english(title, "").withKbArticles(List.of(kb)), "feed")
                .relationships(Relationships.of(List.of(), List.of(), older), "feed");
        if (severity != Severity.UNSPECIFIED) {
            update.security(new Security(severity, null, List.of(), List.of()), "feed");
        }
        return update.build();
    }

    private static Fix fix(String kb, String product, Severity severity, String... supersededKbs) {
        return new Fix(kb, product, "", "Security Update", severity, "", null, List.of(supersededKbs), null);
    }

    private static Advisory advisory(String cve, Fix... fixes) {
        return advisory(cve, true, fixes);
    }

    private static Advisory advisory(String cve, boolean exploited, Fix... fixes) {
        Cve rated = new Cve(cve, "A flaw", Severity.CRITICAL, "Critical", 8.8, "CVSS:3.1/AV:N", "MSRC", exploited);
        return new Advisory(cve, "A flaw", List.of(rated), null, null, List.of(), List.of(fixes), List.of("feed"));
    }

    private Optional<Generation> advise(Snapshot snapshot, Advisory... advisories) throws FeedException {
        return advise(catalog.service(), snapshot, advisories);
    }

    private static Optional<Generation> advise(CatalogService service, Snapshot snapshot, Advisory... advisories)
            throws FeedException {
        try (Candidate candidate = service.begin("msrc", snapshot, snapshot.name())) {
            for (Advisory advisory : advisories) {
                candidate.add(advisory);
            }
            return candidate.commit();
        }
    }

    private Details details(Update update) {
        return catalog.view().details(update.id()).orElseThrow();
    }

    @Test
    void givesAnUpdateTheVulnerabilitiesAndTheRatingOfItsProduct() throws FeedException {
        Update server = microsoft("2020-12 Update for " + SERVER + " (KB4592440)", "4592440");
        catalog.commit("scan", full("s1"), CLIENT, server);
        advise(
                full("m1"),
                advisory("CVE-2020-0001", fix("4592440", WINDOWS_10, Severity.IMPORTANT)),
                advisory("CVE-2020-0002", fix("4592440", SERVER + "  (Server Core installation)", Severity.CRITICAL)),
                advisory("CVE-2020-0003", fix("1", WINDOWS_10, Severity.CRITICAL)));
        assertEquals(List.of("CVE-2020-0001"), catalog.entry(CLIENT).cves());
        assertEquals(Severity.IMPORTANT, catalog.entry(CLIENT).severity());
        assertEquals(List.of("CVE-2020-0002"), catalog.entry(server).cves());
        assertEquals(Severity.CRITICAL, catalog.entry(server).severity());
    }

    @Test
    void tellsWhoSaysSoAndWhere() throws FeedException {
        catalog.commit("scan", full("s1"), CLIENT);
        Fix meant = fix("4592440", WINDOWS_10, Severity.IMPORTANT);
        Advisory advisory = advisory("CVE-2020-0001", meant, fix("4592440", SERVER, Severity.LOW));
        advise(full("m1"), advisory);
        Details details = details(CLIENT);
        Advice advice = details.advice().get(0);
        assertEquals(advisory, advice.advisory());
        assertEquals(List.of(meant), advice.fixes());
        assertEquals(CLIENT.id(), advice.update());
        assertEquals("msrc", advice.provider());
        assertEquals("m1", advice.provenance().get(0).snapshot());
        assertEquals(advisory.cves(), details.update().security().cves());
        assertEquals(Severity.IMPORTANT, details.update().security().severity());
        assertEquals("msrc", details.provenance().get(Part.SECURITY).provider());
        assertEquals(CLIENT, details.statements().get(0).update());
    }

    @Test
    void takesAllThatIsSaidOfTheKbNumberWhereTheTitleNamesNoProduct() throws FeedException {
        Update update = microsoft("Update for something (KB7)", "7");
        catalog.commit("scan", full("s1"), update);
        advise(
                full("m1"),
                advisory("CVE-2020-0001", fix("7", WINDOWS_10, Severity.LOW)),
                advisory("CVE-2020-0002", fix("7", SERVER, Severity.MODERATE)));
        assertEquals(
                List.of("CVE-2020-0001", "CVE-2020-0002"), catalog.entry(update).cves());
        assertEquals(Severity.MODERATE, catalog.entry(update).severity());
    }

    @Test
    void doesNotTakeOneProductForAnotherWhoseNameBeginsAlike() throws FeedException {
        Update update = microsoft("Update for Windows Server 2012 R2 (KB7)", "7");
        catalog.commit("scan", full("s1"), update);
        advise(
                full("m1"),
                advisory("CVE-2020-0001", fix("7", SERVER, Severity.CRITICAL)),
                advisory("CVE-2020-0002", fix("7", "Windows Server 2012 R2", Severity.LOW)));
        assertEquals(List.of("CVE-2020-0002"), catalog.entry(update).cves());
    }

    @Test
    void leavesTheRatingOfTheDocumentAndListsTheContradiction() throws FeedException {
        Update rated = update("Microsoft", "Update (KB7)", "7", Severity.MODERATE);
        catalog.commit("scan", full("s1"), rated);
        advise(full("m1"), advisory("CVE-2020-0001", fix("7", SERVER, Severity.CRITICAL)));
        assertEquals(Severity.MODERATE, catalog.entry(rated).severity());
        assertEquals(Severity.MODERATE, details(rated).update().security().severity());
        Conflict conflict = catalog.view().conflicts().get(0);
        assertEquals("severity", conflict.subject());
        assertEquals(Map.of("scan", "Moderate", "msrc", "Critical"), conflict.values());
    }

    @Test
    void speaksOfNoUpdateOfAnotherCompany() throws FeedException {
        Update other = update("HP", "Softpaq 7 for " + SERVER, "7", Severity.UNSPECIFIED);
        catalog.commit("sdp", full("s1"), other);
        advise(full("m1"), advisory("CVE-2020-0001", fix("7", SERVER, Severity.CRITICAL)));
        assertEquals(List.of(), catalog.entry(other).cves());
        assertEquals(List.of(), details(other).advice());
    }

    @Test
    void handsDownToWhatReplacesAnUpdateAndIsNotSpokenOf() throws FeedException {
        Update november = microsoft("2020-11 for " + WINDOWS_10, "11");
        Update december = microsoft("2020-12 for " + WINDOWS_10, "12", november);
        Update preview = microsoft("Preview for " + WINDOWS_10, "13", december, november);
        Update second = microsoft("Second preview for " + WINDOWS_10, "14", preview);
        catalog.commit("scan", full("s1"), november, december, preview, second);
        advise(
                full("m1"),
                advisory("CVE-2020-0011", fix("11", WINDOWS_10, Severity.CRITICAL)),
                advisory("CVE-2020-0012", fix("12", WINDOWS_10, Severity.IMPORTANT)));
        assertEquals(List.of("CVE-2020-0012"), catalog.entry(december).cves());
        for (Update heir : List.of(preview, second)) {
            assertEquals(List.of("CVE-2020-0012"), catalog.entry(heir).cves());
            assertEquals(Severity.IMPORTANT, catalog.entry(heir).severity());
            assertEquals(december.id(), details(heir).advice().get(0).update());
        }
    }

    @Test
    void linksUpdatesByTheKbNumbersThatAdvisoriesSayAreReplaced() throws FeedException {
        Update old = microsoft("2020-11 for " + WINDOWS_10, "11");
        Update other = microsoft("2020-11 for " + SERVER, "11");
        catalog.commit("scan", full("s1"), CLIENT, old, other);
        advise(full("m1"), advisory("CVE-2020-0001", fix("4592440", WINDOWS_10, Severity.CRITICAL, "11")));
        assertEquals(Set.of(CLIENT.id()), catalog.entry(old).supersededBy());
        assertEquals(Set.of(old.id()), catalog.entry(CLIENT).supersedes());
        assertEquals(Set.of(), catalog.entry(other).supersededBy());
        assertEquals(
                List.of(new Supersession(CLIENT.id(), old.id(), new TreeSet<>(Set.of("msrc")))),
                catalog.view().supersedence(old.id()));
        assertTrue(catalog.news().contains("SUPERSEDED 2020-11 for " + WINDOWS_10), catalog.news()::toString);
    }

    @Test
    void linksUpdatesWhoseTitlesNameTheProductInWordsOfTheirOwn() throws FeedException {
        String system = "Cumulative Update for Microsoft server operating system version 21H2";
        Update newer = microsoft("2022-09 " + system + " (KB22)", "22");
        Update older = microsoft("2022-08 " + system + " (KB21)", "21");
        Update other = microsoft("2022-08 Update for .NET Framework (KB21)", "21");
        catalog.commit("scan", full("s1"), newer, older, other);
        advise(full("m1"), advisory("CVE-2022-0001", fix("22", "Windows Server 2022", Severity.CRITICAL, "21")));
        assertEquals(Set.of(newer.id()), catalog.entry(older).supersededBy());
        assertEquals(Set.of(), catalog.entry(other).supersededBy());
    }

    @Test
    void breaksACircleAtTheLinkOfAnAdvisory() throws FeedException {
        Update old = microsoft("2020-11 for " + WINDOWS_10, "11");
        Update contradicted = microsoft("2020-12 for " + WINDOWS_10, "12");
        Update newer = microsoft("2020-11 revised for " + WINDOWS_10, "11", contradicted);
        catalog.commit("scan", full("s1"), old, contradicted, newer);
        advise(full("m1"), advisory("CVE-2020-0001", fix("12", WINDOWS_10, Severity.CRITICAL, "11")));
        assertEquals(Set.of(newer.id()), catalog.entry(contradicted).supersededBy());
        assertEquals(Set.of(), catalog.entry(newer).supersededBy());
        assertEquals(Set.of(contradicted.id()), catalog.entry(old).supersededBy());
        assertEquals(
                List.of(new Supersession(contradicted.id(), newer.id(), new TreeSet<>(Set.of("msrc")))),
                catalog.view().brokenLinks());
    }

    @Test
    void isToldAsAChangeOfTheUpdate() throws FeedException {
        catalog.commit("scan", full("s1"), CLIENT, patch("other"));
        Advisory advisory = advisory("CVE-2020-0001", fix("4592440", WINDOWS_10, Severity.IMPORTANT));
        Generation first = advise(full("m1"), advisory).orElseThrow();
        assertEquals(new ChangeCounts(1, 0, 0, 1, 0, 0), first.changes());
        assertEquals(List.of("RATED " + CLIENT.description().title()), catalog.news());
        assertEquals(2, catalog.entry(CLIENT).generation());
        assertEquals(1, catalog.entry(CLIENT).revision());
        assertTrue(advise(full("m2"), advisory).isEmpty());
        Generation second = advise(full("m3"), advisory("CVE-2020-0002", fix("1", SERVER, Severity.LOW)))
                .orElseThrow();
        assertEquals(new ChangeCounts(1, 0, 0, 1, 1, 0), second.changes());
        assertEquals(List.of(), catalog.entry(CLIENT).cves());
    }

    @Test
    void isToldAsAChangeOfTheUpdateOnceAttacksBegin() throws FeedException {
        catalog.commit("scan", full("s1"), CLIENT);
        Fix fix = fix("4592440", WINDOWS_10, Severity.IMPORTANT);
        advise(full("m1"), advisory("CVE-2020-0001", false, fix));
        assertFalse(catalog.entry(CLIENT).exploited());
        assertEquals(8.8, catalog.entry(CLIENT).score());
        Generation next =
                advise(full("m2"), advisory("CVE-2020-0001", true, fix)).orElseThrow();
        assertEquals(new ChangeCounts(0, 1, 0, 1, 0, 0), next.changes());
        assertTrue(catalog.entry(CLIENT).exploited());
    }

    @Test
    void changesNoUpdateThatItDoesNotSpeakOfDifferently() throws FeedException {
        catalog.commit("scan", full("s1"), CLIENT);
        Fix fix = fix("4592440", WINDOWS_10, Severity.IMPORTANT);
        advise(full("m1"), advisory("CVE-2020-0001", fix));
        Generation next = advise(full("m2"), advisory("CVE-2020-0001", fix, fix("1", SERVER, Severity.LOW)))
                .orElseThrow();
        assertEquals(new ChangeCounts(0, 1, 0, 0, 0, 0), next.changes());
        assertEquals(List.of(), catalog.news());
    }

    @Test
    void staysWhereADeltaDoesNotNameIt() throws FeedException {
        advise(full("m1"), advisory("CVE-2020-0001"));
        advise(delta("m2", "anchor"), advisory("CVE-2020-0002"));
        assertEquals(Map.of("msrc", 2L), catalog.view().liveCounts());
        try (Candidate candidate = catalog.service().begin("msrc", full("m3"), "m3")) {
            candidate.add(advisory("CVE-2020-0003"));
            assertEquals(new ChangeCounts(1, 0, 0, 0, 2, 0), candidate.review().changes());
            assertEquals(2, candidate.review().live());
        }
    }

    @Test
    void isFoundAndTheSameAfterARestart() throws FeedException {
        catalog.commit("scan", full("s1"), CLIENT);
        Advisory advice = new Advisory(
                "ADV200013",
                "Guidance",
                List.of(),
                null,
                null,
                List.of(),
                List.of(fix("4592440", WINDOWS_10, Severity.LOW)),
                List.of("feed"));
        advise(full("m1"), advisory("CVE-2020-0001", fix("4592440", WINDOWS_10, Severity.IMPORTANT)), advice);
        Entry before = catalog.entry(CLIENT);
        Details details = details(CLIENT);
        assertEquals(List.of("ADV200013"), before.bulletins());
        catalog.restart();
        assertEquals(before, catalog.entry(CLIENT));
        assertEquals(details, details(CLIENT));
        assertEquals(List.of("ADV200013"), details.update().security().bulletins());
        for (Query query : List.of(
                Query.builder().cve("cve-2020-0001").build(),
                Query.builder().bulletin("ADV200013").build(),
                Query.builder().text("CVE-2020-0001").build(),
                Query.builder().severity(Severity.IMPORTANT).build())) {
            assertEquals(1, catalog.titles(query).size(), query::toString);
        }
        assertEquals(
                0, catalog.titles(Query.builder().text("CVE-2020-0002").build()).size());
    }

    @Test
    void isShownToAViewAsItWasThen() throws FeedException {
        catalog.commit("scan", full("s1"), CLIENT);
        Advisory first = advisory("CVE-2020-0001", fix("4592440", WINDOWS_10, Severity.LOW));
        advise(full("m1"), first);
        CatalogView before = catalog.view();
        advise(full("m2"), advisory("CVE-2020-0001", fix("4592440", WINDOWS_10, Severity.CRITICAL)));
        Details then = before.details(CLIENT.id()).orElseThrow();
        assertEquals(first, then.advice().get(0).advisory());
        assertEquals(Severity.LOW, then.entry().severity());
        assertEquals(Severity.CRITICAL, catalog.entry(CLIENT).severity());
        advise(full("m3"), first);
        assertEquals(first, details(CLIENT).advice().get(0).advisory());
    }

    @Test
    void isDroppedALongTimeAfterItWasReplaced() throws FeedException, SQLException {
        advise(full("m1"), advisory("CVE-2020-0001"));
        advise(full("m2"), advisory("CVE-2020-0001", fix("1", SERVER, Severity.LOW)));
        assertEquals(2, stored());
        close();
        Clock later = Clock.fixed(TestCatalog.CLOCK.instant().plus(Duration.ofDays(200)), ZoneOffset.UTC);
        try (CatalogService service = new CatalogService(folder, later, Retention.DEFAULT, new Ranking(List.of()))) {
            advise(service, full("m3"), advisory("CVE-2020-0001", fix("2", SERVER, Severity.LOW)));
        }
        assertEquals(2, stored());
        open();
    }

    private int stored() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("catalog.db"));
                ResultSet result = connection.createStatement().executeQuery("SELECT count(*) FROM advisory")) {
            return result.getInt(1);
        }
    }

    @Test
    void isRefusedTwice() throws FeedException {
        try (Candidate candidate = catalog.service().begin("msrc", full("m1"), "m1")) {
            candidate.add(advisory("CVE-2020-0001"));
            FeedException e = assertThrows(FeedException.class, () -> candidate.add(advisory("CVE-2020-0001")));
            assertTrue(e.getMessage().contains("CVE-2020-0001"), e::getMessage);
        }
    }
}
