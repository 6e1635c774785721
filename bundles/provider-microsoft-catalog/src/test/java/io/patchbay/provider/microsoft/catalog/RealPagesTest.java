package io.patchbay.provider.microsoft.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.Html;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.model.UpdateId;
import io.patchbay.provider.microsoft.catalog.Details.Replacement;
import io.patchbay.spi.Document;
import io.patchbay.testkit.Samples;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the catalogue really sent: each field is what a person reads on the page. */
class RealPagesTest {
    private static final String ARM64 = "Windows 11 Version 22H2 for arm64-based Systems";
    private static final UpdateId APRIL = UpdateId.parse("f39d68ab-1519-4df8-85c1-d985be7f49c3");
    private static final UpdateId MAY = UpdateId.parse("0b97c243-5833-4bf3-bcf8-77063e53c42a");
    private static final UpdateId PREVIEW = UpdateId.parse("acbe4fd0-394e-40e8-a96b-c4facae62c8b");

    @TempDir
    private Path folder;

    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT);

    /** What the page says of itself, and what stands for nothing. */
    private static final Pattern OF_THE_SITE =
            Pattern.compile("|n/a|Update Details|Overview|Language Selection|Package Details"
                    + "|Install Resources|If you have a pop-up blocker enabled.*|There are no additional languages to select"
                    + "|Add to Basket|Remove from Basket|Update Basket|Close");

    private SnapshotFolder snapshot;

    private Optional<Document> sample(String name) throws Exception {
        Optional<Path> file = Samples.feeds("microsoft/update-catalog-html/" + name);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Files.copy(file.get(), folder.resolve(name));
        snapshot = SnapshotFolder.open(folder);
        return snapshot.document(name);
    }

    @Test
    void readsASearchOf2020() throws Exception {
        Optional<Document> page = sample("search-2020-page1-of-40.html");
        if (page.isEmpty()) {
            return;
        }
        SearchPage search = SearchPage.read(snapshot, page.get());
        List<Found> updates = search.updates();
        assertEquals(25, updates.size());
        assertEquals(1_000, search.total());
        assertEquals(
                new Found(
                        UpdateId.parse("1fd12850-50f0-4cb9-9fc0-9df72443ae87"),
                        "Update for Microsoft Office 2013 (KB4475562) 64-Bit Edition",
                        List.of("Office 2013"),
                        "Critical Updates",
                        LocalDate.of(2019, 9, 10),
                        "",
                        3686124,
                        "search-2020-page1-of-40.html"),
                updates.get(0));
        assertEquals(1_486_750_498, updates.stream().mapToLong(Found::size).sum());
        String form = search.next().orElseThrow();
        assertTrue(
                form.startsWith("__EVENTTARGET=ctl00%24catalogBody%24nextPageLinkText&__EVENTARGUMENT=&__VIEWSTATE="));
        assertTrue(form.contains("&__VIEWSTATEGENERATOR=BBBC20B8&__EVENTVALIDATION="));
    }

    @Test
    void readsASearchOf2023() throws Exception {
        Optional<Document> page = sample("search-KB5025239-2023.html");
        if (page.isEmpty()) {
            return;
        }
        SearchPage search = SearchPage.read(snapshot, page.get());
        assertEquals(Optional.empty(), search.next());
        assertEquals(2, search.updates().size());
        assertEquals(
                new Found(
                        APRIL,
                        "2023-04 Cumulative Update for " + ARM64 + " (KB5025239)",
                        List.of("Windows 11"),
                        "Security Updates",
                        LocalDate.of(2023, 4, 11),
                        "",
                        420959465,
                        "search-KB5025239-2023.html"),
                search.updates().get(0));
    }

    @Test
    void readsTheDetailsOfAnUpdate() throws Exception {
        Optional<Document> page = sample("scopedview-" + APRIL + ".html");
        if (page.isEmpty()) {
            return;
        }
        Details details = DetailsPage.read(snapshot, page.get()).orElseThrow();
        URI help = URI.create("https://support.microsoft.com/help/5025239");
        assertEquals(
                new Details(
                        "2023-04 Cumulative Update for " + ARM64 + " (KB5025239)",
                        LocalDate.of(2023, 4, 11),
                        "401.5 MB",
                        "Install this update to resolve issues in Windows. For a complete listing of the issues that are "
                                + "included in this update, see the associated Microsoft Knowledge Base article for more "
                                + "information. After you install this item, you may have to restart your computer.",
                        "",
                        "Security Updates",
                        List.of("Windows 11"),
                        List.of("all"),
                        List.of(),
                        "Critical",
                        List.of("5025239"),
                        List.of(help),
                        help,
                        List.of(
                                new Replacement(MAY, "2023-05 Cumulative Update for " + ARM64 + " (KB5026372)"),
                                new Replacement(
                                        UpdateId.parse("23e2eefb-e159-41df-8918-7994eee5b6f2"),
                                        "2023-04 Cumulative Update Preview for " + ARM64 + " (KB5025305)"),
                                new Replacement(
                                        PREVIEW, "2023-05 Cumulative Update Preview for " + ARM64 + " (KB5026446)")),
                        details.supersedes(),
                        "Can request restart",
                        "No",
                        "",
                        "No",
                        "",
                        "",
                        new TreeMap<>()),
                details);
        assertEquals(16, details.supersedes().size());
        assertEquals(
                "2023-02 Cumulative Update Preview for " + ARM64 + " (KB5022913) UUP",
                details.supersedes().get(10));
    }

    @Test
    void readsTheDetailsOfItsSuccessor() throws Exception {
        Optional<Document> page = sample("scopedview-" + MAY + ".html");
        if (page.isEmpty()) {
            return;
        }
        Details details = DetailsPage.read(snapshot, page.get()).orElseThrow();
        assertEquals("2023-05 Cumulative Update for " + ARM64 + " (KB5026372)", details.title());
        assertEquals(LocalDate.of(2023, 5, 9), details.modified());
        assertEquals("388.6 MB", details.size());
        assertEquals(List.of("5026372"), details.kbs());
        assertEquals(
                List.of(new Replacement(PREVIEW, "2023-05 Cumulative Update Preview for " + ARM64 + " (KB5026446)")),
                details.supersededBy());
        assertEquals(18, details.supersedes().size());
        assertTrue(details.supersedes().contains("2023-04 Cumulative Update for " + ARM64 + " (KB5025239)"));
    }

    /** Whatever a person can read on the page is in what was read: labels, buttons and explanations apart. */
    @ParameterizedTest
    @ValueSource(strings = {"f39d68ab-1519-4df8-85c1-d985be7f49c3", "0b97c243-5833-4bf3-bcf8-77063e53c42a"})
    void leavesNothingOutThatAPersonCanRead(String id) throws Exception {
        Optional<Document> page = sample("scopedview-" + id + ".html");
        if (page.isEmpty()) {
            return;
        }
        Details details = DetailsPage.read(snapshot, page.get()).orElseThrow();
        String read = details + " " + ENGLISH.format(details.modified());
        List<String> missing = Html.read(snapshot, page.get()).body().stream()
                .filter(element -> !element.hasClass("labelTitle"))
                .map(element -> element.ownText().strip())
                .filter(text ->
                        !text.endsWith(":") && !OF_THE_SITE.matcher(text).matches() && !read.contains(text))
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void readsADownloadDialog() throws Exception {
        Optional<Document> page = sample("downloaddialog-single.html");
        if (page.isEmpty()) {
            return;
        }
        UpdateId id = UpdateId.parse("7f659ce1-a58f-41a8-bcf0-18fe434f0916");
        String name = "oart-x-none_e3fa9c9103bc509dcdf7e971ca3cbea0c18a7b0d.cab";
        assertEquals(
                List.of(new DownloadDialog.File(
                        "http://download.windowsupdate.com/c/msdownload/update/software/crup/2019/01/" + name,
                        "4/qckQO8UJ3N9+lxyjy+oMGKew0=",
                        "",
                        "",
                        "all",
                        "all",
                        name)),
                DownloadDialog.read(snapshot, page.get(), id));
    }
}
