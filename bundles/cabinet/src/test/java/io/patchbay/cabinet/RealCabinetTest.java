package io.patchbay.cabinet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads the cabinets that Microsoft's servers really sent. */
class RealCabinetTest {
    private static final String MICROSOFT = "feeds/microsoft/";
    private static final Pattern BLOB = Pattern.compile("<XmlUpdateBlobCompressed>([^<]+)<");

    @Test
    void readsAnExportOfAServer() throws Exception {
        Optional<Path> export = SharedSamples.find(MICROSOFT + "wsus-export/wsus-export-2020-04-21.cab");
        if (export.isEmpty()) {
            return;
        }
        Map<String, byte[]> members = Contents.read(Files.newInputStream(export.get()));
        assertEquals("a21748a0341d5c0425d0e802d237fe3e", md5(members.get("package.xml")));
        assertEquals("61ae5840310ccf37a214596a8f7cb45a", md5(members.get("metadata.txt")));
    }

    @ParameterizedTest
    @CsvSource({
        "14-GetUpdateData-response-leaf-with-file-lzx.xml, 9560af3bb8cebb073b34f47e5a63c9f3",
        "16-GetUpdateData-response-category-lzx.xml, 29418cb6044a93196e7d9667cbc89dad"
    })
    void readsTheDocumentsOfASynchronization(String response, String md5) throws Exception {
        Optional<Path> sample = SharedSamples.find(MICROSOFT + "wsusss/observed/" + response);
        if (sample.isEmpty()) {
            return;
        }
        Matcher blob = BLOB.matcher(Files.readString(sample.get()));
        assertEquals(true, blob.find());
        Map<String, byte[]> members = Contents.read(Base64.getMimeDecoder().decode(blob.group(1)));
        assertEquals(md5, md5(members.get("blob")));
    }

    @Test
    void readsCabinetsInsideTheScanFile() throws IOException {
        Optional<Path> folder = SharedSamples.find(MICROSOFT + "wsusscn2");
        if (folder.isEmpty()) {
            return;
        }
        Map<String, byte[]> expected = extracted(folder.get().resolve("extracted"));
        Map<String, byte[]> actual = new TreeMap<>();
        try (InputStream in = Files.newInputStream(folder.get().resolve("wsusscn2-small.cab"))) {
            readNested("", new CabinetReader("wsusscn2-small.cab", in, CabinetLimits.DEFAULT), actual);
        }
        Contents.assertEqual(expected, actual);
    }

    private static void readNested(String prefix, CabinetReader reader, Map<String, byte[]> into) throws IOException {
        for (Member member = reader.next(); member != null; member = reader.next()) {
            String name = member.name().replace('\\', '/');
            if (name.endsWith(".cab")) {
                String inner = prefix + name.replace(".cab", "/");
                readNested(inner, new CabinetReader(name, reader.content(), CabinetLimits.DEFAULT), into);
            } else {
                into.put(prefix + name, reader.content().readAllBytes());
            }
        }
    }

    private static Map<String, byte[]> extracted(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static String md5(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    }
}
