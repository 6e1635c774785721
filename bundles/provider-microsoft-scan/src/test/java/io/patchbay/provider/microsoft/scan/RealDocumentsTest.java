package io.patchbay.provider.microsoft.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.cabinet.CabinetReader;
import io.patchbay.feeds.Xml;
import io.patchbay.feeds.XmlLimits;
import io.patchbay.feeds.XmlReader;
import io.patchbay.feeds.microsoft.MetadataReader;
import io.patchbay.feeds.microsoft.UpdateMetadata;
import io.patchbay.model.Rule;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.testkit.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Reads all 3,690 documents that a real WSUS server exported, an LZX cabinet. Its member metadata.txt holds records of update id,
 * revision, length in characters (both hexadecimal) and document, with line breaks inside of some documents.
 */
class RealDocumentsTest {
    private final Map<UpdateType, Integer> types = new EnumMap<>(UpdateType.class);
    private final TreeSet<String> unknownRules = new TreeSet<>();

    @Test
    void readsEveryDocumentAndKnowsEveryRule() throws Exception {
        Optional<Path> export = Samples.feeds("microsoft/wsus-export/wsus-export-2020-04-21.cab");
        if (export.isPresent()) {
            readRecords(metadata(export.get()));
            assertEquals(Map.of(UpdateType.CATEGORY, 399, UpdateType.DETECTOID, 3_291), types);
            assertEquals(List.of(), List.copyOf(unknownRules));
        }
    }

    private static String metadata(Path export) throws IOException {
        try (InputStream in = Files.newInputStream(export);
                CabinetReader cabinet = new CabinetReader(in, ScanFile.LIMITS)) {
            while (!String.valueOf(cabinet.next()).contains("metadata.txt")) {
                // package.xml is stepped over.
            }
            return new String(cabinet.content().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void readRecords(String records) throws Exception {
        int place = records.startsWith("\ufeff") ? 1 : 0;
        while (place < records.length()) {
            String[] head =
                    records.substring(place, records.indexOf('<', place)).split(",");
            int start = records.indexOf('<', place);
            int end = start + Integer.parseInt(head[2], 16);
            UpdateMetadata update = read(records.substring(start, end));
            assertEquals(UpdateId.parse(head[0]), update.id());
            assertEquals(Integer.parseInt(head[1], 16), update.revision());
            types.merge(update.type(), 1, Integer::sum);
            collectUnknown(update);
            place = end + 2;
        }
    }

    private static UpdateMetadata read(String document) throws Exception {
        MetadataReader reader = new MetadataReader("export");
        InputStream in = new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
        try (XmlReader xml = Xml.open(in, "export", XmlLimits.DEFAULT)) {
            reader.read(xml);
        }
        return reader.result();
    }

    private void collectUnknown(UpdateMetadata update) {
        Stream.of(update.applicability().isInstalled(), update.applicability().isInstallable())
                .flatMap(Stream::ofNullable)
                .flatMap(RealDocumentsTest::leaves)
                .forEach(rule -> {
                    if (rule instanceof Rule.Unknown unknown) {
                        unknownRules.add(unknown.element().name());
                    }
                });
    }

    private static Stream<Rule> leaves(Rule rule) {
        if (rule instanceof Rule.And and) {
            return and.operands().stream().flatMap(RealDocumentsTest::leaves);
        }
        if (rule instanceof Rule.Or or) {
            return or.operands().stream().flatMap(RealDocumentsTest::leaves);
        }
        return rule instanceof Rule.Not not ? leaves(not.operand()) : Stream.of(rule);
    }
}
