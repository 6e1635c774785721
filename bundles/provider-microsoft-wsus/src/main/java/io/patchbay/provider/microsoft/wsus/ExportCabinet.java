package io.patchbay.provider.microsoft.wsus;

import io.patchbay.cabinet.CabinetException;
import io.patchbay.cabinet.CabinetLimits;
import io.patchbay.cabinet.CabinetReader;
import io.patchbay.cabinet.Member;
import io.patchbay.feeds.Xml;
import io.patchbay.feeds.XmlLimits;
import io.patchbay.feeds.XmlReader;
import io.patchbay.feeds.microsoft.UpdateMetadata;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads what {@code wsusutil export} writes: a cabinet of package.xml, which lists revisions, and metadata.txt with their documents. It is
 * read as it goes by, once for the list, once for the categories and once for everything, so that nothing of it is held.
 */
final class ExportCabinet {
    private static final String NAME = MicrosoftWsusProvider.EXPORT.name();
    private static final String PACKAGE = "package.xml";
    private static final String METADATA = "metadata.txt";
    private static final CabinetLimits CABINET = new CabinetLimits(16, 64L << 30, 64L << 30);
    private static final XmlLimits XML = XmlLimits.DEFAULT.withCharacters(1L << 30);

    /** What the document of a category has; any other need not be read to know the categories. */
    private static final Pattern CATEGORY = Pattern.compile("UpdateType\\s*=\\s*[\"']Category[\"']");

    private final Snapshot snapshot;

    ExportCabinet(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Reads a member of the cabinet. */
    private interface MemberReading<T> {
        T read(InputStream in) throws IOException, FeedException;
    }

    /** Takes a record. */
    private interface Taking {
        void take(MetadataRecords.Entry entry) throws IOException, FeedException;
    }

    void read(UpdateSink sink) throws IOException, FeedException {
        ExportPackage exported = member(PACKAGE, ExportCabinet::readPackage);
        CategoryTable table = new CategoryTable();
        forEach(exported, entry -> {
            if (CATEGORY.matcher(entry.xml()).find()) {
                table.add(metadata(entry));
            }
        });
        UpdateAssembler assembler = new UpdateAssembler(table, NAME);
        forEach(exported, entry -> {
            SortedSet<UpdateId> filed = exported.categories().getOrDefault(entry.revision(), new TreeSet<>());
            sink.accept(assembler.update(metadata(entry), filed, exported.addresses()));
        });
    }

    private static ExportPackage readPackage(InputStream in) throws IOException, FeedException {
        try (XmlReader xml = Xml.open(in, NAME + "!" + PACKAGE, XML)) {
            return ExportPackage.read(xml);
        }
    }

    /** The revisions that count, each once; there may be older ones, in any order, and more than are listed. */
    private void forEach(ExportPackage exported, Taking taking) throws IOException, FeedException {
        member(METADATA, in -> {
            MetadataRecords records = new MetadataRecords(in, NAME + "!" + METADATA);
            Set<Revision> seen = new HashSet<>();
            for (var entry = records.next(); entry != null; entry = records.next()) {
                if (exported.revisions().has(entry.revision()) && seen.add(entry.revision())) {
                    taking.take(entry);
                }
            }
            return seen;
        });
    }

    private static UpdateMetadata metadata(MetadataRecords.Entry entry) throws IOException, FeedException {
        UpdateBlob blob = new UpdateBlob(NAME + "!" + METADATA, entry.revision());
        blob.readText(entry.xml());
        return blob.metadata();
    }

    private <T> T member(String name, MemberReading<T> reading) throws IOException, FeedException {
        try (InputStream in = snapshot.open(NAME);
                CabinetReader cabinet = new CabinetReader(NAME, in, CABINET)) {
            for (Member member = cabinet.next(); member != null; member = cabinet.next()) {
                if (member.name().equalsIgnoreCase(name)) {
                    return reading.read(cabinet.content());
                }
            }
        } catch (CabinetException e) {
            throw new FeedException(NAME, "", "not a cabinet as expected: " + e.getMessage(), e);
        }
        throw new FeedException(NAME, "", "expected the member " + name);
    }
}
