package io.patchbay.provider.microsoft.wsus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.cabinet.CabinetWriter;
import io.patchbay.feeds.XmlReader;
import io.patchbay.feeds.microsoft.UpdateMetadata;
import io.patchbay.spi.FeedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpdateBlobTest {
    private static final Revision REVISION = UpdateXml.revision(UpdateXml.id(1), 1);

    /** Behind CFHEADER, of 36 bytes, and one CFFOLDER, of 8. */
    private static final int HIGHEST_BYTE_OF_MEMBER_SIZE = 36 + 8 + 3;

    private static InputStream utf16(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_16LE));
    }

    private static byte[] cabinet(InputStream content) throws IOException {
        CabinetWriter cabinet = CabinetWriter.mszip();
        cabinet.add("blob", LocalDateTime.of(1980, 1, 1, 0, 0), content);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        cabinet.writeTo(out);
        return out.toByteArray();
    }

    private static UpdateMetadata read(byte[] cabinet) throws IOException, FeedException {
        String xml = "<XmlUpdateBlobCompressed>" + Base64.getEncoder().encodeToString(cabinet)
                + "</XmlUpdateBlobCompressed>";
        try (XmlReader reader =
                Soap.open(new ByteArrayInputStream(xml.getBytes(StandardCharsets.US_ASCII)), "updates/a")) {
            reader.nextChild(0);
            UpdateBlob blob = new UpdateBlob("updates/a", REVISION);
            blob.readCompressed(reader);
            return blob.metadata();
        }
    }

    /** The largest document that was seen is a component manifest of 46.9 MB, of which only the identity counts. */
    @Test
    void readsADocumentOf47Megabytes() throws IOException, FeedException {
        String[] parts = UpdateXml.document(
                        REVISION,
                        "UpdateType=\"Software\">",
                        "large",
                        "",
                        "<upd:ApplicabilityRules><upd:Metadata><CbsPackageApplicabilityMetadata><assembly>"
                                + "<assemblyIdentity name=\"Package_for_RollupFix\" />|</assembly>"
                                + "</CbsPackageApplicabilityMetadata></upd:Metadata></upd:ApplicabilityRules>"
                                + "<upd:Files><upd:File Digest=\"h/W9BGlYUAaqXTp30cZi/SiV3c0=\" FileName=\"a.cab\" /></upd:Files>")
                .split("\\|");
        String component =
                "<component name=\"microsoft-windows\" version=\"10.0.26100.1\"><update /></component>".repeat(1_000);
        int repeats = 47_000_000 / component.length();
        InputStream middle =
                new SequenceInputStream(Collections.enumeration(Collections.nCopies(repeats, component).stream()
                        .map(UpdateBlobTest::utf16)
                        .toList()));
        byte[] cabinet = cabinet(
                new SequenceInputStream(Collections.enumeration(List.of(utf16(parts[0]), middle, utf16(parts[1])))));
        UpdateMetadata metadata = read(cabinet);
        assertEquals("large", metadata.englishTitle());
        assertEquals(1, metadata.files().size());
    }

    @Test
    void acceptsAByteOrderMark() throws IOException, FeedException {
        String xml = UpdateXml.document(REVISION, "UpdateType=\"Software\">", "marked", "", "");
        assertEquals("marked", read(cabinet(utf16("\ufeff" + xml))).englishTitle());
    }

    @Test
    void refusesADocumentOfAnotherCharacterSet() throws IOException {
        String xml = UpdateXml.document(REVISION, "UpdateType=\"Software\">", "\u00e9", "", "");
        for (Charset other : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.ISO_8859_1)) {
            byte[] cabinet = cabinet(new ByteArrayInputStream(xml.getBytes(other)));
            FeedException failure = assertThrows(FeedException.class, () -> read(cabinet));
            assertTrue(failure.getMessage().startsWith("updates/a!" + REVISION), failure.getMessage());
        }
    }

    @Test
    void refusesTheDocumentOfAnotherRevision() throws IOException {
        Revision other = UpdateXml.revision(UpdateXml.id(1), 2);
        byte[] cabinet = cabinet(utf16(UpdateXml.document(other, "UpdateType=\"Software\">", "other", "", "")));
        FeedException failure = assertThrows(FeedException.class, () -> read(cabinet));
        String expected = "updates/a at " + REVISION + ": expected the document of this revision, found " + other;
        assertEquals(expected, failure.getMessage());
    }

    @Test
    void refusesACabinetBomb() throws IOException {
        byte[] cabinet = cabinet(utf16("<a/>"));
        cabinet[HIGHEST_BYTE_OF_MEMBER_SIZE] = 0x7f;
        FeedException failure = assertThrows(FeedException.class, () -> read(cabinet));
        assertTrue(
                failure.getMessage().startsWith("updates/a at " + REVISION + ": not a cabinet as expected"),
                failure.getMessage());
    }
}
