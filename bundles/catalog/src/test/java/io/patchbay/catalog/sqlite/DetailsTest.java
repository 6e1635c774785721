package io.patchbay.catalog.sqlite;

import static io.patchbay.catalog.sqlite.TestCatalog.patch;
import static io.patchbay.catalog.sqlite.TestCatalog.release;
import static io.patchbay.catalog.sqlite.TestSnapshot.full;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.catalog.CatalogView;
import io.patchbay.catalog.Details;
import io.patchbay.catalog.Entry;
import io.patchbay.catalog.Provenance;
import io.patchbay.catalog.Query;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Description;
import io.patchbay.model.Part;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.spi.FeedException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetailsTest {
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

    private static Details details(CatalogView view, Update update) {
        return view.details(update.id()).orElseThrow();
    }

    @Test
    void callsAnUpdateWithoutATitleByItsId() throws FeedException {
        Update named = release("P", "1", "text");
        Update nameless = Update.builder(named.id(), named.type())
                .release(named.release(), "feed")
                .build();
        catalog.commit("a", full("s1"), nameless);
        assertEquals(named.id().toString(), catalog.entry(named).title());
        catalog.restart();
        assertEquals(named.id().toString(), catalog.entry(named).title());
        catalog.commit("b", full("s2"), named);
        assertEquals(named.description().title(), catalog.entry(named).title());
    }

    @Test
    void givesBackWhatTheProviderSaid() throws FeedException {
        Update update = release("P", "1", "a long text");
        catalog.commit("a", full("s1"), update);
        assertEquals(update, details(catalog.view(), update).update());
        assertEquals(catalog.entry(update), details(catalog.view(), update).entry());
        assertEquals(Optional.empty(), catalog.view().details(patch("unknown").id()));
    }

    @Test
    void saysWhereEachPartIsFromAndKeepsCredentialsOut() throws FeedException {
        Update update = Update.builder(patch("x").id(), UpdateType.SOFTWARE)
                .description(Description.english("x", ""), "feed")
                .release(release("P", "1").release(), "handed-in")
                .build();
        catalog.commit("a", full("s1"), update);
        URI url = URI.create("https://vendor.example/feed");
        assertEquals(
                Map.of(
                        Part.DESCRIPTION, new Provenance("a", "s1", "feed", url, TestSnapshot.FETCHED),
                        Part.RELEASE, new Provenance("a", "s1", "handed-in", null, null)),
                details(catalog.view(), update).provenance());
    }

    @Test
    void namesTheSnapshotThatBroughtTheRevisionNotALaterOne() throws FeedException {
        catalog.commit("a", full("s1"), patch("one"));
        catalog.commit("a", full("s2"), patch("one"), patch("two"));
        assertEquals("s1", snapshot(patch("one")));
        assertEquals("s2", snapshot(patch("two")));
    }

    private String snapshot(Update update) {
        return details(catalog.view(), update)
                .provenance()
                .get(Part.DESCRIPTION)
                .snapshot();
    }

    @Test
    void readsTheRevisionOfTheViewThatIsHeld() throws FeedException {
        Update first = release("P", "1", "first");
        catalog.commit("a", full("s1"), first);
        CatalogView held = catalog.view();
        catalog.commit("a", full("s2"), release("P", "1", "second"));
        assertEquals(first, details(held, first).update());
        assertEquals(1, details(held, first).entry().revision());
        assertEquals(release("P", "1", "second"), details(catalog.view(), first).update());
        assertEquals(2, details(catalog.view(), first).entry().revision());
    }

    @Test
    void readsOldAndNewDetailsAfterARestart() throws FeedException {
        catalog.commit("a", full("s1"), release("P", "1", "first"));
        catalog.restart();
        assertEquals(
                release("P", "1", "first"),
                details(catalog.view(), release("P", "1")).update());
    }

    /** Enough for several blocks. */
    private static List<Update> withFiles(String text) {
        return IntStream.range(0, 300)
                .mapToObj(i -> Update.builder(UpdateId.of("test", "file" + i), UpdateType.SOFTWARE)
                        .description(Description.english("file " + i, i % 7 == 0 ? text : "same".repeat(50)), "feed")
                        .files(i % 5 == 0 ? List.of() : List.of(file(i)), "feed")
                        .build())
                .toList();
    }

    private static ContentFile file(int i) {
        List<URI> urls = List.of(URI.create("https://vendor.example/" + i));
        return new ContentFile(i + ".msi", i, List.of(), urls, null, ContentFile.Patching.SELF_CONTAINED);
    }

    @Test
    void givesTheFilesAndEntriesOfAllThatMatch() throws FeedException {
        catalog.commit("a", full("s1"), withFiles("old"));
        catalog.commit("b", full("s1"), patch("other"));
        catalog.commit("a", full("s2"), withFiles("new"));
        Map<UpdateId, List<ContentFile>> files = new HashMap<>();
        catalog.view().files(Query.builder().provider("a").build(), files::put);
        Map<UpdateId, List<ContentFile>> expected = withFiles("new").stream()
                .filter(update -> !update.files().isEmpty())
                .collect(Collectors.toMap(Update::id, Update::files));
        assertEquals(expected, files);
        List<Entry> entries = new ArrayList<>();
        catalog.view().entries(Query.builder().provider("b").build(), entries::add);
        assertEquals(List.of(catalog.entry(patch("other"))), entries);
    }
}
