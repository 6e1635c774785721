package io.patchbay.provider.microsoft.wsus;

import io.patchbay.cabinet.CabinetException;
import io.patchbay.cabinet.CabinetLimits;
import io.patchbay.cabinet.CabinetReader;
import io.patchbay.cabinet.Member;
import io.patchbay.feeds.Xml;
import io.patchbay.feeds.XmlLimits;
import io.patchbay.feeds.XmlReader;
import io.patchbay.feeds.microsoft.UpdateMetadata;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what {@code wsusutil export} writes: a cabinet of package.xml, which lists revisions, and metadata.txt with their documents. It is
 * read as it goes by, once for the list and the categories and once for everything, so that nothing of it is held.
 */
final class ExportCabinet {
    private static final String NAME = MicrosoftWsusProvider.EXPORT.name();
    private static final String PACKAGE = "package.xml";
    private static final String METADATA = "metadata.txt";
    private static final CabinetLimits CABINET = new CabinetLimits(16, 64L << 30, 64L << 30);
    private static final XmlLimits XML = XmlLimits.DEFAULT.withCharacters(1L << 30);

    /** So many characters of a document are searched for its type; it stands among the first thousand. */
    private static final int BEGINNING = 8_000;

    /** Stands near the beginning of a document; any but a category's need not be read to know the categories. */
    private static final Pattern TYPE = Pattern.compile("UpdateType\\s*=\\s*[\"'](\\w+)[\"']");

    private final Snapshot snapshot;

    ExportCabinet(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Reads a member of the cabinet. */
    private interface MemberReading {
        void read(InputStream in) throws IOException, FeedException;
    }

    /** Takes a record. */
    private interface Taking {
        void take(MetadataRecords.Entry entry) throws IOException, FeedException;
    }

    void read(UpdateSink sink) throws IOException, FeedException {
        List<ExportPackage> lists = new ArrayList<>();
        CategoryTable table = new CategoryTable();
        members(Map.of(
                PACKAGE,
                in -> lists.add(readPackage(in)),
                METADATA,
                in -> forEach(in, entry -> addCategory(entry, table))));
        ExportPackage exported = lists.get(0);
        UpdateAssembler assembler = new UpdateAssembler(table, NAME);
        Set<Revision> seen = new HashSet<>();
        members(Map.of(
                METADATA,
                in -> forEach(in, entry -> {
                    if (exported.revisions().has(entry.revision()) && seen.add(entry.revision())) {
                        sink.accept(assembler.update(
                                metadata(entry), exported.filed(entry.revision()), exported.addresses()));
                    }
                })));
    }

    private static void addCategory(MetadataRecords.Entry entry, CategoryTable table)
            throws IOException, FeedException {
        Reader xml = entry.xml();
        xml.mark(BEGINNING);
        CharBuffer beginning = CharBuffer.allocate(BEGINNING);
        while (beginning.hasRemaining() && xml.read(beginning) >= 0) {
            // Until there is enough of it, or no more.
        }
        xml.reset();
        Matcher type = TYPE.matcher(beginning.flip());
        if (type.find() && type.group(1).equals("Category")) {
            table.add(metadata(entry));
        }
    }

    private static ExportPackage readPackage(InputStream in) throws IOException, FeedException {
        try (XmlReader xml = Xml.open(in, NAME + "!" + PACKAGE, XML)) {
            return ExportPackage.read(xml);
        }
    }

    /** There may be several revisions of an update, in any order, and more than package.xml lists. */
    private static void forEach(InputStream in, Taking taking) throws IOException, FeedException {
        MetadataRecords records = new MetadataRecords(in, NAME + "!" + METADATA);
        for (var entry = records.next(); entry != null; entry = records.next()) {
            take(entry, taking, records);
        }
    }

    private static void take(MetadataRecords.Entry entry, Taking taking, MetadataRecords records)
            throws IOException, FeedException {
        try {
            taking.take(entry);
        } catch (CharConversionException e) {
            throw records.failure(String.valueOf(e.getMessage()));
        }
    }

    private static UpdateMetadata metadata(MetadataRecords.Entry entry) throws IOException, FeedException {
        UpdateBlob blob = new UpdateBlob(NAME + "!" + METADATA, entry.revision());
        blob.readText(entry.xml());
        return blob.metadata();
    }

    /** Reads the members of these names as they come by; all must be there. */
    private void members(Map<String, MemberReading> readings) throws IOException, FeedException {
        Set<String> missing = new TreeSet<>(readings.keySet());
        try (InputStream in = snapshot.open(NAME);
                CabinetReader cabinet = new CabinetReader(NAME, in, CABINET)) {
            for (Member member = cabinet.next(); member != null; member = cabinet.next()) {
                String name = member.name().toLowerCase(Locale.ROOT);
                if (missing.remove(name)) {
                    Objects.requireNonNull(readings.get(name)).read(cabinet.content());
                }
            }
        } catch (CabinetException e) {
            throw new FeedException(NAME, "", "not a cabinet as expected: " + e.getMessage(), e);
        }
        if (!missing.isEmpty()) {
            throw new FeedException(NAME, "", "expected the members " + missing);
        }
    }
}
