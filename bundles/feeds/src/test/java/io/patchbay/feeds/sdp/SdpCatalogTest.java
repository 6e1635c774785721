package io.patchbay.feeds.sdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.cabinet.CabinetWriter;
import io.patchbay.model.Update;
import io.patchbay.spi.FeedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** The forms in which catalogues are published, and what is none of them. */
class SdpCatalogTest {
    private static final String XML = Packages.catalog(Packages.EVERYTHING, PackageReaderTest.MSI);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] cabinet(Map<String, String> members) throws IOException {
        CabinetWriter cabinet = CabinetWriter.mszip();
        for (Map.Entry<String, String> member : members.entrySet()) {
            cabinet.add(member.getKey(), Packages.TIME, new ByteArrayInputStream(bytes(member.getValue())));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        cabinet.writeTo(out);
        return out.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
            zip.write(bytes("nothing"));
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }

    /** The XML of a package alone, as the second form has it. */
    private static String single(String xml) {
        return Packages.catalog(xml)
                .replace("smc:SystemsManagementCatalog", "smc:SoftwareDistributionPackage")
                .replaceFirst("<smc:SoftwareDistributionPackage SchemaVersion=\"1.0\">", "")
                .replaceFirst("</smc:SoftwareDistributionPackage>\\s*</smc", "</smc");
    }

    @Test
    void readsEachFormOfACatalogue() throws Exception {
        List<Update> expected = Packages.read(XML);
        assertEquals(2, expected.size());
        byte[] cabinet = cabinet(Map.of("Catalog.XML", XML));
        assertEquals(expected, Packages.read(cabinet));
        assertEquals(expected, Packages.read(zip("Catalog.cab", cabinet)));
        assertEquals(expected, Packages.read(zip("Catalog.xml", bytes(XML))));
    }

    @Test
    void readsTheFilesOfPackagesAndNotTheSamePackagesOnceMore() throws Exception {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("Catalog.xml", XML);
        members.put("V2\\update_manifest.json", "{}");
        members.put("V2\\11111111-aaaa-4000-8000-000000000001.sdp", single(Packages.EVERYTHING));
        members.put("V3\\categories.json", "[]");
        List<Update> updates = Packages.read(cabinet(members));
        assertEquals(List.of(Packages.read(XML).get(0)), updates);
    }

    @Test
    void readsOnePackageAlone() throws Exception {
        assertEquals(Packages.read(XML).get(0), Packages.only(single(Packages.EVERYTHING)));
    }

    @Test
    void refusesWhatIsNoCatalogue() throws Exception {
        assertRefused(bytes("<html/>"), "expected a SystemsManagementCatalog");
        assertRefused(bytes("nonsense"), "not well-formed");
        assertRefused(new byte[0], "not well-formed");
        assertRefused(bytes(Packages.catalog()), "expected packages, found none");
        assertRefused(cabinet(Map.of("readme.txt", "nothing")), "expected packages, found none");
        assertRefused(zip("Catalog.txt", bytes(XML)), "expected packages, found none");
        assertRefused(bytes("<!DOCTYPE a><a/>"), "expected no document type declaration");
        assertRefused(bytes(XML + "<more/>"), "not well-formed");
    }

    @Test
    void refusesACabinetThatExpandsToNothingButLetters() throws Exception {
        byte[] letters = bytes("a".repeat(1 << 20));
        InputStream catalog = new SequenceInputStream(Collections.enumeration(Collections.nCopies(100, letters).stream()
                .map(ByteArrayInputStream::new)
                .toList()));
        CabinetWriter bomb = CabinetWriter.mszip();
        InputStream beginning = new ByteArrayInputStream(bytes("<SystemsManagementCatalog>"));
        bomb.add("a.xml", LocalDateTime.of(2026, 1, 1, 0, 0), new SequenceInputStream(beginning, catalog));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        bomb.writeTo(out);
        assertTrue(out.size() < 1 << 20, () -> "" + out.size());
        assertRefused(out.toByteArray(), "beyond a limit");
    }

    @Test
    void refusesACatalogueThatIsCutShort() throws Exception {
        byte[] cabinet = cabinet(Map.of("Catalog.xml", XML));
        byte[] zip = zip("Catalog.cab", cabinet);
        assertRefused(Arrays.copyOf(cabinet, cabinet.length - 100), "catalog");
        assertRefused(Arrays.copyOf(zip, zip.length / 2), "catalog");
        assertRefused(Arrays.copyOf(bytes(XML), XML.length() / 2), "not well-formed");
    }

    private static void assertRefused(byte[] document, String reason) {
        FeedException e = assertThrows(FeedException.class, () -> Packages.read(document));
        assertTrue(e.getMessage().contains(reason), e.getMessage());
    }

    @Test
    void refusesAZipFileThatExpandsTooMuch() throws IOException {
        byte[] zip = zip("Catalog.txt", bytes(" ".repeat(8 << 20)));
        assertRefused(zip, "a member expands to more than 100 times its size");
    }

    @Test
    void refusesAZipFileWithANameThatIsNotUtf8() throws IOException {
        byte[] zip = zip("\u00e9.xml", bytes(XML));
        int name = new String(zip, StandardCharsets.ISO_8859_1).indexOf("\u00c3\u00a9.xml");
        zip[name] = (byte) 0xff;
        assertRefused(zip, "catalog");
    }
}
