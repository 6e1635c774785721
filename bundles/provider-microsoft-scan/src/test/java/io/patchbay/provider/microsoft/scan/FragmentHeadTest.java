package io.patchbay.provider.microsoft.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FragmentHeadTest {
    private static final String HEAD =
            "<a><Metadata><CbsPackageApplicabilityMetadata><assembly><assemblyIdentity name=\"P\" />";

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String head(String fragment) throws IOException {
        return new String(new FragmentHead(stream(fragment)).readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void endsBehindTheIdentityOfAManifest() throws Exception {
        assertEquals(HEAD, head(HEAD + "<package/></assembly>"));
    }

    @Test
    void findsTheMarksWhereverABufferEnds() throws Exception {
        for (int length = 1; length < 40; length++) {
            FragmentHead head = new FragmentHead(stream(HEAD + "rest"));
            StringBuilder text = new StringBuilder();
            for (byte[] part = head.readNBytes(length); part.length > 0; part = head.readNBytes(length)) {
                text.append(new String(part, StandardCharsets.UTF_8));
            }
            assertEquals(HEAD, text.toString());
        }
    }

    @Test
    void anIdentityOutsideAManifestIsNoEnd() throws Exception {
        String fragment = "<<CbsPackage><assemblyIdentity/><b/>";
        assertEquals(fragment, head(fragment));
    }

    @Test
    void hardlyReadsAManifestOf47Megabytes() throws Exception {
        long[] read = new long[1];
        InputStream manifest = new InputStream() {
            @Override
            public int read() {
                return read[0]++ < 47_000_000 ? 'x' : -1;
            }
        };
        byte[] head = new FragmentHead(new SequenceInputStream(stream(HEAD), manifest)).readNBytes(1 << 20);
        assertEquals(HEAD.length(), head.length);
        assertTrue(read[0] <= 16 << 10, () -> read[0] + " bytes");
    }
}
