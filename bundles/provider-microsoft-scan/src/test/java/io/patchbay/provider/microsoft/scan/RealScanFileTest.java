package io.patchbay.provider.microsoft.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.model.Applicability;
import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.Description;
import io.patchbay.model.Product;
import io.patchbay.model.Severity;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.testkit.Samples;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Reads a scan file of Microsoft's that was cut down to four revisions, three of them with fragments. All are bundles: they have relations,
 * and leave rules and files to the updates they bundle, which are not in it.
 */
class RealScanFileTest {
    private static final UpdateId DETECTOID = UpdateId.parse("59653007-e2e9-4f71-8525-2ff588527978");
    private static final UpdateId SERVER_2012_R2 = UpdateId.parse("d31bd4c3-d872-41c9-a2e7-231f372588cb");

    @Test
    void readsItCompletely() throws Exception {
        Optional<Path> file = Samples.feeds("microsoft/wsusscn2/wsusscn2-small.cab");
        if (file.isPresent()) {
            OneDocument scanFile = new OneDocument(Files.readAllBytes(file.get()));
            List<Update> updates = new ArrayList<>(scanFile.updates().values());
            assertEquals(4, updates.size());
            isServerUpdate(updates.get(0));
            isRollup(updates.get(1));
            isWindows8Update(updates.get(2));
            isWithoutFragments(updates.get(3));
        }
    }

    private static void isServerUpdate(Update update) {
        isBundle(update, "0a51549b-4e86-4a26-97d4-9e3567f24ea1", 201, LocalDate.of(2017, 6, 27));
        isForServer2012(update);
        assertEquals(Architecture.ANY, update.release().architecture());
        isTitled(update, "Security Update for Windows Server 2012 R2 (KB3019978)", "654321");
        assertEquals(
                List.of(URI.create("http://support.microsoft.com/kb/3019978")),
                update.description().moreInfo());
        assertEquals(
                URI.create("http://support.microsoft.com"), update.description().support());
        assertEquals(
                List.of(Set.of(UpdateId.parse("04437cf2-2157-44c9-96df-6cd88b0dc541")), Set.of(DETECTOID)),
                update.relationships().prerequisites());
        assertEquals(
                List.of(Set.of(UpdateId.parse("daad7390-d95c-4fd5-99a0-790dc6a2dc2a"))),
                update.relationships().bundles());
        assertEquals(
                Set.of(UpdateId.parse("022f39ad-6b5c-4f5a-8667-b25f2f3f0069")),
                update.relationships().supersedes());
    }

    private static void isRollup(Update update) {
        isBundle(update, "05a7711a-079e-4fbb-8d1a-9015c92a2ae0", 200, LocalDate.of(2020, 9, 7));
        isForServer2012(update);
        assertEquals(Architecture.X64, update.release().architecture());
        String title =
                "2020-09 Security Monthly Quality Rollup for Windows Server 2012 R2 for x64-based Systems (KB4577066)";
        isTitled(update, title, "765432");
        assertEquals(198, update.relationships().supersedes().size());
        assertTrue(
                update.relationships().supersedes().contains(UpdateId.parse("0a51549b-4e86-4a26-97d4-9e3567f24ea1")));
        assertEquals(
                List.of(Set.of(UpdateId.parse("abde922c-bd0a-485f-b438-64dde8fb40c6"))),
                update.relationships().bundles());
    }

    /** Only package.xml says that it supersedes the rollup. */
    private static void isWindows8Update(Update update) {
        isBundle(update, "1c560bb8-276c-41ca-b597-35ae23bf424c", 203, LocalDate.of(2017, 6, 27));
        assertEquals(Architecture.X64, update.release().architecture());
        isTitled(update, "Security Update for Windows 8 for x64-based Systems (KB2922229)", "876543");
        assertEquals(
                Set.of(UpdateId.parse("05a7711a-079e-4fbb-8d1a-9015c92a2ae0")),
                update.relationships().supersedes());
    }

    private static void isWithoutFragments(Update update) {
        isBundle(update, "913aa7a4-75d8-4abc-9d66-8ddc163be471", 200, LocalDate.of(2023, 4, 6));
        assertEquals(
                List.of(Product.of(UpdateId.parse("12c24e87-bd40-451b-9477-2c2bf501e0d7"))),
                update.release().products());
        assertEquals(Description.NONE, update.description());
        assertEquals(List.of(), update.relationships().prerequisites());
    }

    private static void isBundle(Update update, String id, int revision, LocalDate released) {
        assertEquals(UpdateId.parse(id), update.id());
        assertEquals(UpdateType.BUNDLE, update.type());
        assertEquals(revision, update.vendorRevision());
        assertEquals("Microsoft", update.release().vendor());
        assertEquals(Classification.SECURITY_UPDATES, update.release().classification());
        assertEquals(released, update.release().released());
        assertEquals(List.of(), update.files());
        assertEquals(Applicability.NONE, update.applicability());
    }

    private static void isForServer2012(Update update) {
        assertEquals(List.of(Product.of(SERVER_2012_R2)), update.release().products());
    }

    private static void isTitled(Update update, String title, String kb) {
        assertEquals(Set.of("en"), update.description().texts().keySet());
        Description.Text english = update.description().texts().get("en");
        assertEquals(title, english.title());
        assertFalse(english.description().isBlank());
        assertFalse(english.uninstallNotes().isBlank());
        assertEquals(List.of(kb), update.description().kbArticles());
        assertEquals(Severity.IMPORTANT, update.security().severity());
        assertEquals(List.of("MS00-000"), update.security().bulletins());
    }
}
