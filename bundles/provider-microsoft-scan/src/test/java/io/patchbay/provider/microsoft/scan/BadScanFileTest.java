package io.patchbay.provider.microsoft.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.cabinet.CabinetWriter;
import io.patchbay.provider.microsoft.scan.OneDocument.Read;
import io.patchbay.spi.FeedException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is wrong with a scan file is said with the names of cabinet, member and revision. */
class BadScanFileTest {
    private final ScanFileBuilder file = new ScanFileBuilder(CabinetWriter::stored);

    private static String update(int revision) {
        return """
                <Update CreationDate="2022-08-09T17:00:00Z" UpdateId="%s" RevisionNumber="1" RevisionId="%d"/>"""
                .formatted(id(revision), revision);
    }

    private static String id(int revision) {
        return "aaaaaaaa-0000-0000-0000-%012d".formatted(revision);
    }

    private static String detectoid(int revision) {
        return "<UpdateIdentity UpdateID=\"%s\" RevisionNumber=\"1\"/><Properties UpdateType=\"Detectoid\"/>"
                .formatted(id(revision));
    }

    private void updates(int from, int to) {
        for (int revision = from; revision < to; revision++) {
            file.update(update(revision));
        }
    }

    private static String refusal(OneDocument document) {
        FeedException refused = assertThrows(FeedException.class, document::updates);
        return String.valueOf(refused.getMessage());
    }

    private static void assertRefused(byte[] scanFile, Iterable<String> names) {
        String message = refusal(new OneDocument(scanFile));
        assertTrue(message.startsWith("wsusscn2.cab"), message);
        for (String name : names) {
            assertTrue(message.contains(name), message);
        }
    }

    @Test
    void theIntactOneIsRead() throws Exception {
        assertEquals(2, new OneDocument(Damage.intact()).updates().size());
    }

    @ParameterizedTest
    @EnumSource
    void damageIsNamed(Damage damage) throws Exception {
        assertRefused(damage.scanFile(), damage.names());
    }

    @ParameterizedTest
    @EnumSource
    void damageIsNamedAlsoIfTheFileBeforeIsKnown(Damage damage) throws Exception {
        byte[] scanFile = damage.scanFile();
        Read intact = new OneDocument(Damage.intact()).read(new Effort());
        assertEquals(refusal(new OneDocument(scanFile)), refusal(new OneDocument(scanFile).after(intact)));
    }

    @Test
    void twoFragmentsOfOneKindAreNamed() throws Exception {
        file.update(update(10)).member("c/10", "<a/>").member("c\\10", "<a/>");
        assertRefused(file.build(), List.of("package2.cab", "revision 10", "expected one member"));
    }

    @Test
    void aRevisionWithAnEndlessNumberOfLanguagesIsNamed() throws Exception {
        file.update(update(10));
        for (int i = 0; i < 501; i++) {
            file.member("l/x" + i + "/10", "<a/>");
        }
        assertRefused(file.build(), List.of("package2.cab", "revision 10", "at most 500 fragments"));
    }

    @Test
    void manyRevisionsWithoutFragmentsAreNamed() throws Exception {
        updates(10, 32);
        file.fragment("x", 30, "<ExtendedProperties/>").fragment("c", 31, detectoid(31));
        assertRefused(file.build(), List.of("package2.cab", "revision 10", "21 of 22"));
    }

    @Test
    void aFewMayLackTheirFragments() throws Exception {
        updates(10, 31);
        file.fragment("c", 30, detectoid(30));
        assertEquals(21, new OneDocument(file.build()).updates().size());
    }

    @Test
    void allMayLackTheirFragments() throws Exception {
        updates(10, 60);
        assertEquals(50, new OneDocument(file.build()).updates().size());
    }

    @Test
    void aDetectoidNeedsNoCategory() throws Exception {
        file.update(update(10)).fragment("c", 10, detectoid(10));
        assertEquals(1, new OneDocument(file.build()).updates().size());
    }
}
