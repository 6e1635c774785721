package io.patchbay.cabinet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static String md5(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    }
}
