package io.patchbay.catalog.sqlite;

import static io.patchbay.catalog.sqlite.TestCatalog.patch;
import static io.patchbay.catalog.sqlite.TestSnapshot.delta;
import static io.patchbay.catalog.sqlite.TestSnapshot.full;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.catalog.ChangeCounts;
import io.patchbay.catalog.Conflict;
import io.patchbay.catalog.Details;
import io.patchbay.catalog.Entry;
import io.patchbay.catalog.Query;
import io.patchbay.catalog.Statement;
import io.patchbay.catalog.Supersession;
import io.patchbay.catalog.view.Ranking;
import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Cve;
import io.patchbay.model.Description;
import io.patchbay.model.Digest;
import io.patchbay.model.Part;
import io.patchbay.model.Product;
import io.patchbay.model.PublicationState;
import io.patchbay.model.Relationships;
import io.patchbay.model.Release;
import io.patchbay.model.Security;
import io.patchbay.model.Severity;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.spi.FeedException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An update of which two providers speak is one entry; {@code wsus} is heard before {@code scan}. */
class SharedUpdateTest {
    private static final UpdateId ID = UpdateId.parse("6d3a8b0e-0f3c-4f1e-9a55-3f2d2f1c7a10");
    private static final Update OLD = patch("old");
    private static final Update OLDER = patch("older");

    @TempDir
    Path folder;

    private TestCatalog catalog;

    @BeforeEach
    void open() {
        catalog = new TestCatalog(folder, new Ranking(List.of("wsus", "scan")));
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    /** As WSUS gives it: filed, titled, unrated. */
    private static Update wsus(PublicationState state) {
        Release release = Release.of(
                "Microsoft",
                List.of(Product.named("Windows 10", "Windows")),
                null,
                null,
                Architecture.X64,
                List.of(),
                Classification.SECURITY_UPDATES,
                null);
        return Update.builder(ID, UpdateType.SOFTWARE)
                .revision(200, state)
                .release(release, "batch")
                .description(
                        Description.english("Cumulative Update", "What it fixes.")
                                .withKbArticles(List.of("1")),
                        "batch")
                .relationships(Relationships.of(List.of(), List.of(), List.of(OLD.id())), "batch")
                .build();
    }

    private static Update wsus() {
        return wsus(PublicationState.PUBLISHED);
    }

    /** As a scan file gives it: with severity, files and another old update, but under another classification and title. */
    private static Update scan() {
        Release release = Release.of(
                "Microsoft", List.of(), null, null, Architecture.ANY, List.of(), Classification.UPDATES, null);
        ContentFile file = new ContentFile(
                "a.cab",
                7,
                List.of(),
                List.of(URI.create("https://example.com/a.cab")),
                null,
                ContentFile.Patching.SELF_CONTAINED);
        Cve cve = Cve.unrated("CVE-2020-17095", "", "scan");
        return Update.builder(ID, UpdateType.SOFTWARE)
                .release(release, "wsusscn2.cab")
                .description(Description.english("Scanned", "").withKbArticles(List.of("1", "2")), "wsusscn2.cab")
                .security(new Security(Severity.CRITICAL, null, List.of("MS20-001"), List.of(cve)), "wsusscn2.cab")
                .relationships(Relationships.of(List.of(), List.of(), List.of(OLDER.id())), "wsusscn2.cab")
                .files(List.of(file), "wsusscn2.cab")
                .build();
    }

    private void commitBoth() throws FeedException {
        catalog.commit("scan", full("s1"), scan(), OLD, OLDER);
        catalog.commit("wsus", delta("w1", "anchor"), wsus());
    }

    private Entry entry() {
        return catalog.view().entry(ID).orElseThrow();
    }

    @Test
    void isOneEntryWithTheBestOfBoth() throws FeedException {
        commitBoth();
        assertEquals(List.of("wsus", "scan"), entry().providers());
        assertEquals("Cumulative Update", entry().title());
        assertEquals(List.of("Windows 10"), entry().products());
        assertEquals(Classification.SECURITY_UPDATES, entry().classification());
        assertEquals(Severity.CRITICAL, entry().severity());
        assertEquals(List.of("1", "2"), entry().kbArticles());
        assertEquals(List.of("CVE-2020-17095"), entry().cves());
        assertEquals(Set.of(OLD.id(), OLDER.id()), entry().supersedes());
        assertEquals(3, catalog.view().search(Query.all()).total());
    }

    @Test
    void doesNotDependOnWhoComesFirst() throws FeedException {
        commitBoth();
        Entry scanFirst = entry();
        Update merged = catalog.view().details(ID).orElseThrow().update();
        close();
        catalog = new TestCatalog(folder.resolve("other"), new Ranking(List.of("wsus", "scan")));
        catalog.commit("wsus", delta("w1", "anchor"), wsus());
        catalog.commit("scan", full("s1"), scan(), OLD, OLDER);
        assertEquals(scanFirst.providers(), entry().providers());
        assertEquals(scanFirst.title(), entry().title());
        assertEquals(scanFirst.supersedes(), entry().supersedes());
        assertEquals(merged, catalog.view().details(ID).orElseThrow().update());
    }

    @Test
    void tellsOfEachPartWhoGivesItAndWhatEachSays() throws FeedException {
        commitBoth();
        Details details = catalog.view().details(ID).orElseThrow();
        assertEquals("wsus", details.provenance().get(Part.RELEASE).provider());
        assertEquals("scan", details.provenance().get(Part.FILES).provider());
        assertEquals(scan().files(), details.update().files());
        assertEquals(Severity.CRITICAL, details.update().security().severity());
        assertEquals(
                Set.of(OLD.id(), OLDER.id()), details.update().relationships().supersedes());
        assertEquals(
                List.of(wsus(), scan()),
                details.statements().stream().map(Statement::update).toList());
    }

    @Test
    void isFoundByWhatEitherSays() throws FeedException {
        commitBoth();
        for (String words : List.of("scanned", "cumulative", "fixes")) {
            assertEquals(
                    List.of("Cumulative Update"),
                    catalog.titles(Query.builder().text(words).build()),
                    words);
        }
        assertEquals(1, catalog.titles(Query.builder().kb("2").build()).size());
        assertEquals(1, catalog.titles(Query.builder().provider("wsus").build()).size());
        assertEquals(3, catalog.titles(Query.builder().provider("scan").build()).size());
        assertEquals(Map.of("scan", 3L, "wsus", 1L), catalog.view().liveCounts());
    }

    @Test
    void isAddedOnceAndThenChanged() throws FeedException {
        catalog.commit("scan", full("s1"), scan());
        assertEquals(List.of("ADDED Scanned"), catalog.news());
        var second = catalog.commit("wsus", delta("w1", "anchor"), wsus()).orElseThrow();
        assertEquals(new ChangeCounts(1, 0, 0, 0, 0, 0), second.changes());
        assertEquals(List.of("CHANGED Cumulative Update"), catalog.news());
    }

    @Test
    void staysOfferedWhileOneOffersIt() throws FeedException {
        commitBoth();
        catalog.commit("scan", full("s2"), OLD, OLDER);
        assertEquals(List.of("CHANGED Scanned", "CURRENT older"), catalog.news());
        assertEquals(Entry.State.PUBLISHED, entry().state());
        assertEquals(Severity.UNSPECIFIED, entry().severity());
        catalog.commit("wsus", delta("w2", "anchor"), wsus(PublicationState.EXPIRED));
        assertEquals(
                List.of("CURRENT old", "WITHDRAWN Cumulative Update"),
                catalog.news().stream().sorted().toList());
        assertEquals(Entry.State.EXPIRED, entry().state());
    }

    @Test
    void isTheSameAfterARestartAndUnderAnotherRanking() throws FeedException {
        commitBoth();
        Entry before = entry();
        catalog.restart();
        assertEquals(before, entry());
        close();
        catalog = new TestCatalog(folder, new Ranking(List.of("scan", "wsus")));
        assertEquals("Scanned", entry().title());
        assertEquals(List.of("Windows 10"), entry().products());
    }

    @Test
    void changesNothingWhereNothingChanged() throws FeedException {
        commitBoth();
        assertTrue(catalog.commit("wsus", delta("w2", "anchor"), wsus()).isEmpty());
        assertTrue(catalog.commit("scan", full("s2"), scan(), OLD, OLDER).isEmpty());
    }

    @Test
    void handsOverTheFilesOfWhoeverGivesThem() throws FeedException {
        commitBoth();
        Map<UpdateId, List<ContentFile>> files = new TreeMap<>();
        catalog.view().files(Query.all(), files::put);
        assertEquals(Map.of(ID, scan().files()), files);
    }

    @Test
    void servesNothingOfWhoNoLongerOffersItWhileAnotherDoes() throws FeedException {
        commitBoth();
        catalog.commit("scan", full("s2"), OLD, OLDER);
        Map<UpdateId, List<ContentFile>> files = new TreeMap<>();
        catalog.view().files(Query.all(), files::put);
        Details details = catalog.view().details(ID).orElseThrow();
        assertEquals(Map.of(), files);
        assertEquals(List.of(), details.update().files());
        assertEquals(2, details.statements().size());
        assertEquals(
                List.of("wsus"),
                catalog.view().supersedence(ID).stream()
                        .flatMap(link -> link.sources().stream())
                        .toList());
    }

    @Test
    void listsFilesOfWhichProvidersGiveOtherDigests() throws FeedException {
        commitBoth();
        assertEquals(1, catalog.view().conflicts().size());
        catalog.commit("wsus", delta("w2", "anchor"), withFile(wsus(), "0"));
        catalog.commit("scan", full("s2"), withFile(scan(), "1"), OLD, OLDER);
        Conflict conflict = catalog.view().conflicts().get(1);
        assertEquals("sha256 of a.cab", conflict.subject());
        assertEquals(Map.of("wsus", "0".repeat(64), "scan", "1".repeat(64)), conflict.values());
        catalog.commit("scan", full("s3"), withFile(scan(), "0"), OLD, OLDER);
        assertEquals(1, catalog.view().conflicts().size());
    }

    private static Update withFile(Update update, String digit) {
        ContentFile file = new ContentFile(
                "a.cab",
                7,
                List.of(new Digest(Digest.Algorithm.SHA256, digit.repeat(64), "feed")),
                List.of(URI.create("https://example.com/a.cab")),
                null,
                ContentFile.Patching.SELF_CONTAINED);
        return Update.builder(update.id(), update.type())
                .release(update.release(), "feed")
                .description(update.description(), "feed")
                .relationships(update.relationships(), "feed")
                .files(List.of(file), "feed")
                .build();
    }

    @Test
    void tellsWhoSaysWhatReplacesWhat() throws FeedException {
        commitBoth();
        Update page = Update.builder(OLD.id(), UpdateType.SOFTWARE)
                .relationships(Relationships.NONE.withSupersededBy(List.of(ID)), "page")
                .build();
        catalog.commit("catalog", delta("c1", "anchor"), page);
        assertEquals(
                List.of(new Supersession(ID, OLD.id(), new TreeSet<>(Set.of("catalog", "wsus")))),
                catalog.view().supersedence(OLD.id()));
        assertEquals(2, catalog.view().supersedence(ID).size());
        catalog.commit("catalog2", delta("c1", "anchor"), patch("newest", wsus()));
        assertEquals(
                List.of(ID, patch("newest").id()),
                catalog.view().supersedence(OLD.id()).stream()
                        .map(Supersession::superseding)
                        .toList());
    }

    @Test
    void isReplacedWhereOnlyItsOwnDocumentSaysSo() throws FeedException {
        Update old = Update.builder(ID, UpdateType.SOFTWARE)
                .relationships(Relationships.NONE.withSupersededBy(List.of(OLD.id())), "page")
                .build();
        catalog.commit("catalog", delta("c1", "anchor"), old);
        assertFalse(entry().superseded());
        catalog.commit("scan", delta("s1", "anchor"), OLD);
        assertEquals(Set.of(OLD.id()), entry().supersededBy());
    }

    @Test
    void listsWhatProvidersContradictEachOtherIn() throws FeedException {
        commitBoth();
        List<String> subjects = new ArrayList<>();
        for (Conflict conflict : catalog.view().conflicts()) {
            assertEquals(ID, conflict.id());
            subjects.add(conflict.subject() + " " + conflict.values());
        }
        assertEquals(List.of("kb articles {scan=1 2, wsus=1}"), subjects);
        catalog.commit("wsus", delta("w2", "anchor"), wsus(PublicationState.EXPIRED));
        assertEquals("state", catalog.view().conflicts().get(1).subject());
    }
}
