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

import io.patchbay.cabinet.CabinetLimits;
import io.patchbay.cabinet.CabinetReader;
import io.patchbay.cabinet.LzxCabinets;
import io.patchbay.cabinet.Member;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.fetch.FetchResult;
import io.patchbay.fetch.http.LoopbackClient;
import io.patchbay.model.Classification;
import io.patchbay.model.Eula;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.spi.FeedException;
import io.patchbay.testkit.FakeUpstream;
import io.patchbay.testkit.Samples;
import io.patchbay.testkit.wsus.StoredUpdate;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportCabinetTest {
    private static final String SHA1 = "h/W9BGlYUAaqXTp30cZi/SiV3c0=";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** A title may have line breaks around it. */
    private static final Pattern ROW =
            Pattern.compile("(Company|ProductFamily|Product|UpdateClassification)\\t([^\\t]*?)\\s*\\t(" + ID
                    + ")\\t(\\d+)\\t([^\\t]*)\\t");

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

    /** The 3,690 documents are revisions of 3,633 updates. */
    @Test
    void readsARealExport() throws IOException, FeedException {
        Optional<Path> sample = Samples.feeds("microsoft/wsus-export/wsus-export-2020-04-21.cab");
        if (sample.isEmpty()) {
            return;
        }
        assertEquals(Map.of("Category", 399, "Detectoid", 3_291), documents(sample.get()));
        Map<UpdateId, Update> updates = updates(Files.readAllBytes(sample.get()));
        assertEquals(3_633, updates.size());
        assertEquals(362, count(updates.values(), UpdateType.CATEGORY));
        assertEquals(3_271, count(updates.values(), UpdateType.DETECTOID));
        assertTree(updates);
    }

    /** How many documents there are of each type. */
    private static Map<String, Integer> documents(Path export) throws IOException, FeedException {
        Map<String, Integer> types = new TreeMap<>();
        try (CabinetReader cabinet = new CabinetReader(Files.newInputStream(export), CabinetLimits.DEFAULT)) {
            for (Member member = cabinet.next(); member != null; member = cabinet.next()) {
                if (member.name().equals("metadata.txt")) {
                    count(new MetadataRecords(cabinet.content(), "metadata.txt"), types);
                }
            }
        }
        return types;
    }

    private static void count(MetadataRecords records, Map<String, Integer> types) throws IOException, FeedException {
        for (var entry = records.next(); entry != null; entry = records.next()) {
            UpdateBlob blob = new UpdateBlob("metadata.txt", entry.revision());
            blob.readText(entry.xml());
            types.merge(blob.metadata().properties().getOrDefault("UpdateType", ""), 1, Integer::sum);
        }
    }

    private static long count(Collection<Update> updates, UpdateType type) {
        return updates.stream().filter(update -> update.type() == type).count();
    }

    /** The tree of 2024 where both have a category: the same kind and categories above, and of the same revision the same title. */
    private static void assertTree(Map<UpdateId, Update> updates) throws IOException {
        int both = 0;
        int same = 0;
        Path table =
                Samples.feeds("microsoft/wsus-export/categories-2024-06-19.tsv").orElseThrow();
        Matcher row = ROW.matcher(Files.readString(table));
        while (row.find()) {
            Update category = updates.get(UpdateId.parse(row.group(3)));
            if (category == null) {
                continue;
            }
            both++;
            assertEquals(row.group(1), category.installation().attributes().get("CategoryType"), row.group(2));
            assertEquals(ids(row.group(5)), above(category), row.group(2));
            if (category.vendorRevision() == Integer.parseInt(row.group(4))) {
                same++;
                assertEquals(row.group(2).strip(), category.description().title());
            }
        }
        assertEquals(355, both);
        assertEquals(344, same);
    }

    private static Set<String> ids(String list) {
        return ID.matcher(list).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> above(Update category) {
        return category.relationships().prerequisites().stream()
                .flatMap(Collection::stream)
                .map(UpdateId::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
