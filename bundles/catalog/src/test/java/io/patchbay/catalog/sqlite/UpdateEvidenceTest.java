package io.patchbay.catalog.sqlite;

import static io.patchbay.catalog.sqlite.TestSnapshot.full;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.patchbay.catalog.Evidence;
import io.patchbay.catalog.Facet;
import io.patchbay.catalog.FileEvidence;
import io.patchbay.catalog.Query;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Description;
import io.patchbay.model.Digest;
import io.patchbay.model.Digest.Algorithm;
import io.patchbay.model.Relationships;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.spi.FeedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdateEvidenceTest {
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

    private static Digest digest(Algorithm algorithm, int value) {
        return new Digest(algorithm, String.format("%04x", value) + "0".repeat(2 * algorithm.length() - 4), "sums");
    }

    private static Digest sha256(int value) {
        return digest(Algorithm.SHA256, value);
    }

    private static ContentFile file(String name, Digest... digests) {
        return file(name, null, List.of(digests));
    }

    private static ContentFile file(String name, @Nullable String language, List<Digest> digests) {
        return new ContentFile(name, 7, digests, List.of(), language, ContentFile.Patching.SELF_CONTAINED);
    }

    private static Update update(String name, ContentFile... files) {
        return update(name, List.of(files));
    }

    private static Update update(String name, List<ContentFile> files) {
        return Update.builder(UpdateId.of("test", name), UpdateType.SOFTWARE)
                .description(Description.english(name, ""), "feed")
                .files(files, "feed")
                .build();
    }

    private @Nullable Evidence grade(String name) {
        return catalog.view().entry(UpdateId.of("test", name)).orElseThrow().evidence();
    }

    private List<FileEvidence> evidence(String name) {
        return catalog.view().details(UpdateId.of("test", name)).orElseThrow().evidence();
    }

    @Test
    void isTheWorstOfTheFiles() throws FeedException {
        ContentFile proven = file("a.exe", sha256(1).signedBy("Vendor"));
        catalog.commit("a", full("s"), update("one", proven), update("two", proven, file("b.exe")), update("none"));
        assertEquals(Evidence.B, grade("one"));
        assertEquals(Evidence.D, grade("two"));
        assertNull(grade("none"));
        assertEquals(
                List.of(Evidence.B, Evidence.D),
                evidence("two").stream().map(FileEvidence::grade).toList());
        catalog.restart();
        assertEquals(Evidence.D, grade("two"));
    }

    @Test
    void ofABundleIsAlsoThatOfWhatItBundles() throws FeedException {
        Update bundle = Update.builder(UpdateId.of("test", "bundle"), UpdateType.BUNDLE)
                .relationships(
                        Relationships.of(
                                List.of(),
                                List.of(Set.of(UpdateId.of("test", "good")), Set.of(UpdateId.of("test", "bad"))),
                                List.of()),
                        "feed")
                .build();
        catalog.commit(
                "a", full("1"), bundle, update("good", file("a.exe", sha256(1).signedBy("Vendor"))));
        assertEquals(Evidence.B, grade("bundle"));
        catalog.commit("b", full("1"), update("bad", file("b.exe", sha256(2))));
        assertEquals(Evidence.C, grade("bundle"));
    }

    @Test
    void isAskedForAndCounted() throws FeedException {
        catalog.commit(
                "a",
                full("s"),
                update("b", file("a.exe", sha256(1).signedBy("Vendor"))),
                update("c", file("a.exe", sha256(1))),
                update("d", file("a.exe")),
                update("none"));
        assertEquals(
                Set.of("b", "c"),
                Set.copyOf(catalog.titles(
                        Query.builder().evidenceAtLeast(Evidence.C).build())));
        assertEquals(
                List.of("d"),
                catalog.titles(Query.builder().evidence(Evidence.D).build()));
        assertEquals(
                new TreeMap<>(Map.of("B", 1L, "C", 1L, "D", 1L)),
                catalog.view().facets(Query.all()).get(Facet.EVIDENCE));
    }

    @Test
    void isNoneWhereProvidersContradictEachOther() throws FeedException {
        catalog.commit("scan", full("1"), update("u", file("a.exe", sha256(1).signedBy("Vendor"))));
        catalog.commit("wsus", full("1"), update("u", file("a.exe", sha256(2))));
        assertEquals(Evidence.X, grade("u"));
        String words = "sha256 of a.exe: scan says " + sha256(1).value() + ", wsus says "
                + sha256(2).value();
        assertEquals(List.of(new FileEvidence(Evidence.X, words)), evidence("u"));
        assertEquals(
                List.of(),
                catalog.titles(Query.builder().evidenceAtLeast(Evidence.D).build()));
        catalog.restart();
        assertEquals(Evidence.X, grade("u"));
        catalog.commit("wsus", full("2"), update("u", file("a.exe", sha256(1))));
        assertEquals(Evidence.B, grade("u"));
    }

    @Test
    void isOfWhoeverStillOffersIt() throws FeedException {
        catalog.commit("scan", full("1"), update("u", file("a.exe", sha256(1))));
        catalog.commit("wsus", full("1"), update("u", file("a.exe", sha256(2))));
        catalog.commit("wsus", full("2"), update("other"));
        assertEquals(Evidence.C, grade("u"));
        assertEquals(Evidence.C, evidence("u").get(0).grade());
    }

    /** What the view holds of digests, and whole digests, give the same. */
    @Test
    void isTheSameInListsAsInDetails() throws FeedException {
        Random random = new Random(1);
        List<Update> scan = new ArrayList<>();
        List<Update> wsus = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            scan.add(update("u" + i, files(random)));
            wsus.add(update("u" + i, files(random)));
        }
        catalog.commit("scan", full("1"), scan);
        catalog.commit("wsus", full("1"), wsus);
        int contradictions = 0;
        for (int i = 0; i < 200; i++) {
            Evidence worst = evidence("u" + i).stream()
                    .map(FileEvidence::grade)
                    .reduce(Evidence::worst)
                    .orElse(null);
            assertEquals(worst, grade("u" + i), "u" + i);
            contradictions += worst == Evidence.X ? 1 : 0;
        }
        assertEquals(
                contradictions,
                catalog.view().conflicts().stream()
                        .map(conflict -> conflict.id())
                        .distinct()
                        .count());
    }

    /** The same names always, so that whatever is contradicted is served. */
    private static List<ContentFile> files(Random random) {
        List<ContentFile> files = new ArrayList<>();
        for (String name : List.of("a.exe", "b.exe")) {
            for (String language : List.of("de", "en")) {
                List<Digest> digests = new ArrayList<>();
                for (Algorithm algorithm : List.of(Algorithm.SHA1, Algorithm.SHA256)) {
                    if (random.nextInt(4) > 0) {
                        digests.add(digest(algorithm, random.nextInt(3)));
                    }
                }
                files.add(file(name, language, digests));
            }
        }
        return files;
    }
}
