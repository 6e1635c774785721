package io.patchbay.provider.putty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.patchbay.spi.FeedException;
import io.patchbay.testkit.RecordedSnapshot;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator reads when PuTTY's site is not what it was. */
final class ChangedUpstreamTest {
    private RecordedSnapshot release;

    @BeforeEach
    void openRelease() throws IOException, FeedException {
        release = Recorded.release085();
    }

    @Test
    void refusesAPageWithoutInstallers() throws Exception {
        edit("latest.html", "-installer.msi", "-installer.zip");
        refusesAt("latest.html", "a[href$=/putty/latest/w32/putty-0.85-installer.msi]");
    }

    @Test
    void refusesAPageThatLinksAnotherVersion() throws Exception {
        edit("latest.html", "putty-arm64-0.85-installer.msi\"", "putty-arm64-0.84-installer.msi\"");
        refusesAt("latest.html", "a[href$=/putty/latest/wa64/putty-arm64-0.85-installer.msi]");
    }

    @Test
    void refusesAPageThatLinksASnapshotBuildInstead() throws Exception {
        edit(
                "latest.html",
                "https://the.earth.li/~sgtatham/putty/latest/w64/putty.exe\"",
                "https://tartarus.org/~simon/putty-snapshots/w64/putty.exe\"");
        refusesAt("latest.html", "a[href$=/putty/latest/w64/putty.exe]");
    }

    @Test
    void refusesAPageThatEndsAmongTheLinks() throws Exception {
        cut("latest.html", "w32/putty-0.85-installer.msi");
        refusesAt("latest.html", "a[href$=/putty/latest/w32/putty-0.85-installer.msi]");
    }

    @Test
    @DisplayName("Failure 13: a page that changed is refused at the first look")
    void refusesAPageThatDoesNotSayWhatIsCurrent() throws Exception {
        edit("latest.html", "Currently this is", "The newest is");
        refusesAt("latest.html", "p:contains(Currently this is)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"85", "1.0.0", "0.76.0.20220208", "0.85b", "0.85~pre1", "../0.85", "\uff10.\uff18\uff15"})
    void refusesAVersionOfAnotherForm(String version) throws Exception {
        edit("latest.html", "this is 0.85,", "this is " + version + ",");
        FeedException refused = refusesAt("latest.html", "p:contains(Currently this is)");
        assertEquals(
                "latest.html at p:contains(Currently this is): expected a version of scheme PUTTY, found \"" + version
                        + '"',
                refused.getMessage());
    }

    @Test
    void refusesADateThatIsNone() throws Exception {
        edit("latest.html", "on 2026-08-16", "on 2026-02-30");
        FeedException refused = refusesAt("latest.html", "p:contains(Currently this is)");
        assertEquals(
                "latest.html at p:contains(Currently this is): expected a day such as 2026-04-21, found \"2026-02-30\"",
                refused.getMessage());
    }

    @Test
    void refusesAChangeListThatDoesNotKnowTheRelease() throws Exception {
        edit("changes.html", "releases/0.85.html", "releases/0.86.html");
        refusesAt("changes.html", "p:has(> a[href=releases/0.85.html]) + ul > li");
    }

    @Test
    void refusesAChangeListThatEndsAmongTheChanges() throws Exception {
        cut("changes.html", "Denial-of-service");
        refusesAt("changes.html", "");
    }

    @Test
    void refusesChecksumsOfAnotherRelease() throws Exception {
        release = release.with("sha256sums/0.85", Recorded.release084().bytes("sha256sums/0.84"));
        refusesAt("sha256sums/0.85", "w32/putty-0.85-installer.msi");
    }

    @Test
    void refusesChecksumsOfAnotherAlgorithm() throws Exception {
        release = release.with("sha512sums/0.85", release.bytes("sha256sums/0.85"));
        refusesAt("sha512sums/0.85", "w32/putty-0.85-installer.msi");
    }

    @Test
    void refusesALinkedFileThatHasNoChecksum() throws Exception {
        edit("sha512sums/0.85", "  wa64/putty.exe\n", "  wa64/putty.old\n");
        refusesAt("sha512sums/0.85", "wa64/putty.exe");
    }

    @Test
    void refusesASnapshotWithoutTheChecksumsOfTheRelease() throws Exception {
        release = release.without("sha512sums/0.85");
        refusesAt("sha512sums/0.85", "");
    }

    private void edit(String document, String from, String to) throws IOException, FeedException {
        release = release.replacing(document, from, to);
    }

    private void cut(String document, String before) throws IOException, FeedException {
        release = release.cut(document, release.text(document).indexOf(before));
    }

    private FeedException refusesAt(String document, String place) {
        FeedException refused = assertThrows(FeedException.class, () -> Recorded.updates(release));
        assertEquals(document, refused.feed());
        assertEquals(place, refused.place());
        return refused;
    }
}
