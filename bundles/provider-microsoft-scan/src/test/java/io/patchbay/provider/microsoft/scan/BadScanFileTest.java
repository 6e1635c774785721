package io.patchbay.provider.microsoft.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.patchbay.cabinet.CabinetWriter;
import io.patchbay.cabinet.LzxCabinets;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is wrong with a scan file is said with the names of cabinet, member and revision; nothing else ever happens. */
@Timeout(120)
class BadScanFileTest {
    private static final UpdateId A = UpdateId.parse("aaaaaaaa-0000-0000-0000-000000000001");
    private static final String MARK = "bad luck";
    private static final int MUTATIONS = 150;

    private final ScanFileBuilder file = new ScanFileBuilder(CabinetWriter::stored);

    private static String update(int revision) {
        return """
                <Update CreationDate="2022-08-09T17:00:00Z" UpdateId="%s" RevisionNumber="1" RevisionId="%d"/>"""
                .formatted(A, revision);
    }

    private static String title(String text) {
        return "<LocalizedProperties><Language>en</Language><Title>" + text + "</Title></LocalizedProperties>";
    }

    private byte[] scanFile() throws IOException {
        return file.update(update(10)).fragment("l/en", 10, title(MARK)).build();
    }

    private static String failure(byte[] scanFile) {
        OneDocument document = new OneDocument(scanFile);
        return String.valueOf(
                assertThrows(FeedException.class, document::updates).getMessage());
    }

    private static void assertNames(String message, String... names) {
        for (String name : names) {
            assertTrue(message.contains(name), message);
        }
    }

    /** The place of the last header of a cabinet in it: the shard's. */
    private static int shard(byte[] scanFile) {
        return new String(scanFile, StandardCharsets.ISO_8859_1).lastIndexOf("MSCF");
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void aWrongChecksumOfTheScanFileIsNamed() throws Exception {
        byte[] bytes = scanFile();
        int place = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(MARK);
        bytes[place] ^= 1;
        assertNames(failure(bytes), "wsusscn2.cab", "checksum");
    }

    @Test
    void aDamagedShardIsNamedWithMemberAndRevision() throws Exception {
        byte[] bytes = scanFile();
        int place = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(MARK);
        bytes[place] ^= 1;
        withoutOuterChecksums(bytes);
        assertNames(failure(bytes), "wsusscn2.cab", "package2.cab", "l\\en\\10", "checksum");
    }

    /** A checksum of nought means none: then damage is for the inner cabinet to notice. */
    private static void withoutOuterChecksums(byte[] scanFile) {
        ByteBuffer bytes = littleEndian(scanFile);
        int place = bytes.getInt(36);
        for (int block = bytes.getShort(40); block > 0; block--) {
            bytes.putInt(place, 0);
            place += 8 + Short.toUnsignedInt(bytes.getShort(place + 4));
        }
    }

    @Test
    void aScanFileThatIsCutOffIsNamed() throws Exception {
        byte[] bytes = scanFile();
        byte[] cut = new byte[bytes.length - 10];
        System.arraycopy(bytes, 0, cut, 0, cut.length);
        assertNames(failure(cut), "wsusscn2.cab", "cut short");
    }

    @Test
    void anOffsetOutOfRangeIsNamed() throws Exception {
        byte[] bytes = scanFile();
        withoutOuterChecksums(bytes);
        littleEndian(bytes).putInt(shard(bytes) + 36, bytes.length);
        assertNames(failure(bytes), "wsusscn2.cab", "package2.cab");
    }

    @Test
    void anOffsetInsideTheTablesIsNamed() throws Exception {
        byte[] bytes = scanFile();
        withoutOuterChecksums(bytes);
        littleEndian(bytes).putInt(shard(bytes) + 36, 4);
        assertNames(failure(bytes), "wsusscn2.cab", "package2.cab", "inside what lies before it");
    }

    @Test
    void aSizeThatLiesIsNamed() throws Exception {
        byte[] bytes = scanFile();
        withoutOuterChecksums(bytes);
        int files = littleEndian(bytes).getInt(shard(bytes) + 16);
        int name = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("l\\en\\10", shard(bytes) + files);
        littleEndian(bytes).putInt(name - 16, 1 << 20);
        assertNames(failure(bytes), "wsusscn2.cab", "package2.cab", "l\\en\\10");
    }

    @Test
    void twoFragmentsOfOneKindAreNamed() throws Exception {
        file.update(update(10)).member("c/10", "<a/>").member("c\\10", "<a/>");
        assertNames(failure(file.build()), "wsusscn2.cab", "package2.cab", "revision 10", "expected one member");
    }

    @Test
    void softwareInNoCategoryIsNamed() throws Exception {
        String identity = "<UpdateIdentity UpdateID=\"" + A + "\" RevisionNumber=\"1\"/>";
        file.update(update(10)).fragment("c", 10, identity + "<Properties UpdateType=\"Software\"/>");
        assertNames(failure(file.build()), "wsusscn2.cab", "package2.cab", "revision 10", "category", A.toString());
    }

    @Test
    void aDetectoidNeedsNoCategory() throws Exception {
        String identity = "<UpdateIdentity UpdateID=\"" + A + "\" RevisionNumber=\"1\"/>";
        file.update(update(10)).fragment("c", 10, identity + "<Properties UpdateType=\"Detectoid\"/>");
        assertEquals(1, new OneDocument(file.build()).updates().size());
    }

    @Test
    void aManifestOf47MegabytesIsNotHeld() throws Exception {
        String manifest =
                "<ApplicabilityRules><Metadata><CbsPackageApplicabilityMetadata><assembly><assemblyIdentity name=\"P\"/>";
        ScanFileBuilder large = new ScanFileBuilder(CabinetWriter::mszip);
        large.update(update(10)).fragment("c", 10, manifest + " ".repeat(47_000_000));
        assertEquals(1, new OneDocument(large.build()).updates().size());
    }

    @Test
    void mutationsAreRefusedOrRead() throws Exception {
        List<Supplier<CabinetWriter>> kinds =
                List.of(CabinetWriter::stored, CabinetWriter::mszip, () -> LzxCabinets.writer(15));
        List<String> refusals = new ArrayList<>();
        for (Supplier<CabinetWriter> kind : kinds) {
            byte[] whole = new ScanWorld(new Random(1), kind).file();
            Random random = new Random(11);
            for (int round = 0; round < MUTATIONS; round++) {
                byte[] damaged = whole.clone();
                withoutOuterChecksums(damaged);
                for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                    damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
                }
                read(damaged, refusals);
            }
        }
        assertTrue(refusals.size() > MUTATIONS, "only " + refusals.size() + " noticed");
    }

    private static void read(byte[] damaged, List<String> refusals) {
        try {
            new OneDocument(damaged).updates();
        } catch (FeedException e) {
            refusals.add(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            fail("bytes in memory can be read, however damaged", e);
        }
    }
}
