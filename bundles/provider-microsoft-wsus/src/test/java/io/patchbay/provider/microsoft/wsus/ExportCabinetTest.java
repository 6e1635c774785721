package io.patchbay.provider.microsoft.wsus;

import static io.patchbay.provider.microsoft.wsus.UpdateXml.DEFENDER;
import static io.patchbay.provider.microsoft.wsus.UpdateXml.DEFINITION_UPDATES;
import static io.patchbay.provider.microsoft.wsus.UpdateXml.id;
import static io.patchbay.provider.microsoft.wsus.UpdateXml.revision;
import static io.patchbay.provider.microsoft.wsus.UpdateXml.software;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.patchbay.cabinet.LzxCabinets;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.fetch.FetchResult;
import io.patchbay.fetch.http.LoopbackClient;
import io.patchbay.model.Classification;
import io.patchbay.model.Eula;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import io.patchbay.testkit.FakeUpstream;
import io.patchbay.testkit.wsus.StoredUpdate;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportCabinetTest {
    private static final String SHA1 = "h/W9BGlYUAaqXTp30cZi/SiV3c0=";

    @TempDir
    Path folder;

    private Map<UpdateId, Update> updates(byte[] cabinet) throws IOException, FeedException {
        Files.write(Files.createDirectories(folder.resolve("case")).resolve("export.cab"), cabinet);
        return SyncingTest.updates(SnapshotFolder.open(folder.resolve("case")));
    }

    private String failure(byte[] cabinet) {
        return assertThrows(FeedException.class, () -> updates(cabinet)).getMessage();
    }

    private static ExportBuilder export() {
        ExportBuilder export = new ExportBuilder();
        Stream.of(UpdateXml.categories()).forEach(export::add);
        return export;
    }

    private static StoredUpdate definitions(int number, String title) {
        return software(id(1), number, title, DEFENDER, DEFINITION_UPDATES);
    }

    @Test
    void countsCharactersAndNotBytesOrLines() throws IOException, FeedException {
        StoredUpdate update = definitions(1, "\u043a\u0411\r\n2267602,\ud83d\ude80");
        Map<UpdateId, Update> updates = updates(export().add(update)
                .add(software(id(2), 1, "next", DEFENDER, DEFINITION_UPDATES))
                .build(() -> LzxCabinets.writer(21)));
        assertEquals(
                "\u043a\u0411\n2267602,\ud83d\ude80",
                updates.get(UpdateId.parse(id(1))).description().title());
        assertEquals("next", updates.get(UpdateId.parse(id(2))).description().title());
    }

    @Test
    void takesTheHighestRevisionWhateverTheOrder() throws IOException, FeedException {
        byte[] cabinet = export().add(definitions(3, "three"))
                .add(definitions(1, "one"))
                .add(definitions(2, "two"))
                .build();
        assertEquals(
                "three",
                updates(cabinet).get(UpdateId.parse(id(1))).description().title());
    }

    @Test
    void filesWhatOnlyTheListFiles() throws IOException, FeedException {
        Revision revision = revision(id(5), 1);
        String xml = UpdateXml.document(
                revision,
                "UpdateType=\"Software\">",
                "part of a bundle",
                "",
                "<upd:Files><upd:File Digest=\"" + SHA1
                        + "\" FileName=\"a\\b.exe\" Size=\"5000000000\" /></upd:Files>");
        StoredUpdate leaf = UpdateXml.stored(
                revision,
                false,
                List.of(DEFENDER, DEFINITION_UPDATES),
                xml,
                Map.of(SHA1, "http://download.windowsupdate.com/c/b.exe?P1=secret"));
        Update update = updates(export().add(leaf).build()).get(revision.id());
        assertEquals(Classification.DEFINITION_UPDATES, update.release().classification());
        assertEquals(1, update.release().products().size());
        assertEquals(5_000_000_000L, update.files().get(0).size());
        assertEquals(
                List.of(URI.create("http://download.windowsupdate.com/c/b.exe")),
                update.files().get(0).urls());
    }

    @Test
    void saysWhereTheLicenceIsInEachLanguage() throws IOException, FeedException {
        Revision revision = revision(id(5), 1);
        String licence = "<upd:EulaFile Digest=\"" + SHA1
                + "\" DigestAlgorithm=\"SHA1\" FileName=\"eula.txt\" Size=\"9\"" + " Language=\"%s\" GeoId=\"%s\" />";
        String xml = UpdateXml.document(revision, "UpdateType=\"Software\" EulaID=\"e\">", "licensed", "", "")
                .replace(
                        "</upd:LocalizedPropertiesCollection>",
                        licence.formatted("en", "") + licence.formatted("en", "DEU") + licence.formatted("de", "DEU")
                                + "</upd:LocalizedPropertiesCollection>");
        String url = "http://download.windowsupdate.com/c/eula.txt";
        StoredUpdate update =
                UpdateXml.stored(revision, false, List.of(DEFENDER, DEFINITION_UPDATES), xml, Map.of(SHA1, url));
        Eula eula = updates(export().add(update).build())
                .get(revision.id())
                .licensing()
                .eula();
        assertEquals("e", eula.id());
        assertEquals(Map.of("de", url, "en", url), eula.texts());
        assertEquals(
                List.of("en", "en DEU", "de DEU"),
                eula.files().stream()
                        .map(text -> (text.file().language() + " " + text.region()).strip())
                        .toList());
        assertEquals(List.of(URI.create(url)), eula.files().get(0).file().urls());
    }

    @Test
    void leavesOutWhatIsNotListed() throws IOException, FeedException {
        byte[] cabinet = export().record(revision(id(9), 1), "<a/>").build();
        assertEquals(UpdateXml.categories().length, updates(cabinet).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000001-0000-4000-8000-000000000000,00000001,0000ffff,<a/>\r\n",
                "00000001-0000-4000-8000-000000000000,00000001,7fffffff,<a/>\r\n",
                "00000001-0000-4000-8000-000000000000,00000001,zz,<a/>\r\n",
                "00000001-0000-4000-8000-000000000000,00000001,-0000001,<a/>\r\n",
                "00000001-0000-4000-8000-000000000000,00000001,00000004,<a/>garbage\r\n",
                "not an id,00000001,00000004,<a/>\r\n",
                "no commas in this one and it goes on for ever and ever and ever\r\n",
                "00000001-0000-4000-8000-000000000000"
            })
    void saysWhichRecordIsBroken(String record) throws IOException {
        String message = failure(export().text(record).build());
        assertTrue(message.startsWith("export.cab!metadata.txt at record 9: expected "), message);
    }

    @Test
    void refusesRecordsOfAnotherCharacterSet() throws IOException {
        String message =
                failure(export().text("\u00e9").in(StandardCharsets.ISO_8859_1).build());
        assertEquals("export.cab!metadata.txt at record 8: expected UTF-8", message);
        message = failure(export().add(definitions(1, "\u00e9"))
                .in(StandardCharsets.ISO_8859_1)
                .build());
        assertTrue(message.startsWith("export.cab!metadata.txt"), message);
        assertTrue(message.contains("expected UTF-8"), message);
    }

    /** Most of the largest documents is a component manifest, of which only the identity counts. */
    @Test
    void holdsNothingOfADocumentOf47Megabytes() throws IOException, FeedException {
        Revision revision = revision(id(5), 1);
        String manifest = "<upd:ApplicabilityRules><upd:Metadata><CbsPackageApplicabilityMetadata><assembly>"
                + "<assemblyIdentity name=\"Package_for_RollupFix\" />"
                + "<component name=\"microsoft-windows\" version=\"10.0.26100.1\"><update /></component>"
                        .repeat(620_000)
                + "</assembly></CbsPackageApplicabilityMetadata></upd:Metadata></upd:ApplicabilityRules>";
        String xml = UpdateXml.document(revision, "UpdateType=\"Software\">", "large", "", manifest);
        assertTrue(xml.length() > 47_000_000, () -> "" + xml.length());
        StoredUpdate large = UpdateXml.stored(revision, false, List.of(DEFENDER, DEFINITION_UPDATES), xml, Map.of());
        byte[] cabinet = export().add(large).build();
        Files.write(Files.createDirectories(folder.resolve("case")).resolve("export.cab"), cabinet);
        // Before the compiler knows the loop, each element that is passed over leaves an object.
        SyncingTest.updates(SnapshotFolder.open(folder.resolve("case")));
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = memory.getCurrentThreadAllocatedBytes();
        Map<UpdateId, Update> updates = SyncingTest.updates(SnapshotFolder.open(folder.resolve("case")));
        long allocated = memory.getCurrentThreadAllocatedBytes() - before;
        assertEquals("large", updates.get(revision.id()).description().title());
        assertTrue(allocated < xml.length() / 2, () -> allocated + " bytes");
    }

    @Test
    void saysWhichDocumentIsBroken() throws IOException {
        StoredUpdate broken = UpdateXml.stored(revision(id(1), 1), false, List.of(), "<a>", Map.of());
        String message = failure(export().add(broken).build());
        assertTrue(message.startsWith("export.cab!metadata.txt!" + id(1) + "-r1 at line 1"), message);
    }

    @Test
    void refusesACabinetCutShort() throws IOException {
        byte[] cabinet = export().build();
        for (int length = 0; length < cabinet.length; length += 97) {
            byte[] cut = Arrays.copyOf(cabinet, length);
            assertTrue(failure(cut).startsWith("export.cab"));
        }
    }

    @Test
    void readsTheFileThatAnOperatorNames() throws IOException, FeedException {
        Path file = Files.write(folder.resolve("from the other site.cab"), export().build());
        try (FakeUpstream nobody = FakeUpstream.start();
                LoopbackClient client = new LoopbackClient(new MicrosoftWsusProvider(), nobody, folder)) {
            client.move(MicrosoftWsusProvider.EXPORT, file);
            FetchResult result = client.fetch(null);
            assertEquals(
                    UpdateXml.categories().length,
                    SyncingTest.updates(result.snapshot()).size());
            assertFalse(client.fetch(result.snapshot()).changed());
            assertEquals(List.of(), nobody.requests());
        }
    }
}
