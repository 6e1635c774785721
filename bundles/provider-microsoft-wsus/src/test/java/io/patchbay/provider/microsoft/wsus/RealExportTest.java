package io.patchbay.provider.microsoft.wsus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.cabinet.CabinetLimits;
import io.patchbay.cabinet.CabinetReader;
import io.patchbay.cabinet.Member;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.spi.FeedException;
import io.patchbay.testkit.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real export of 2020. */
class RealExportTest {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** A title may have line breaks around it. */
    private static final Pattern ROW =
            Pattern.compile("(Company|ProductFamily|Product|UpdateClassification)\\t([^\\t]*?)\\s*\\t(" + ID
                    + ")\\t(\\d+)\\t([^\\t]*)\\t");

    @TempDir
    Path folder;

    /** The 3,690 documents are revisions of 3,633 updates. */
    @Test
    void readsARealExport() throws IOException, FeedException {
        Optional<Path> sample = Samples.feeds("microsoft/wsus-export/wsus-export-2020-04-21.cab");
        if (sample.isEmpty()) {
            return;
        }
        assertEquals(Map.of("Category", 399, "Detectoid", 3_291), documents(sample.get()));
        Files.copy(sample.get(), folder.resolve("export.cab"));
        Map<UpdateId, Update> updates = SyncingTest.updates(SnapshotFolder.open(folder));
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
