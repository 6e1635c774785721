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

    private static String head(InputStream fragment) throws IOException {
        return new String(
                new FragmentBuffer().readHead("c/1", fragment, 1 << 20).open().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void endsBehindTheIdentityOfAManifest() throws Exception {
        assertEquals(HEAD, head(stream(HEAD + "<package/></assembly>")));
    }

    @Test
    void findsTheMarksWhereverAReadEnds() throws Exception {
        for (int length = 1; length < HEAD.length(); length++) {
            InputStream start = stream(HEAD.substring(0, length));
            assertEquals(HEAD, head(new SequenceInputStream(start, stream(HEAD.substring(length) + "rest"))));
        }
    }

    @Test
    void findsAMarkBehindItsFirstLetters() throws Exception {
        String fragment = "<<CbsPackage<CbsPackageApplicabilityMetadata<assembly<assemblyIdentity>";
        assertEquals(fragment, head(stream(fragment + "rest")));
    }

    @Test
    void anIdentityOutsideAManifestIsNoEnd() throws Exception {
        String fragment = "<<CbsPackage><assemblyIdentity/><b/>";
        assertEquals(fragment, head(stream(fragment)));
    }

    @Test
    void readsNoMoreThanAllowed() throws Exception {
        assertEquals(
                100_000,
                new FragmentBuffer()
                        .readHead("c/1", stream("x".repeat(200_000)), 100_000)
                        .length());
        assertEquals(
                100_000,
                new FragmentBuffer()
                        .read("c/1", stream("x".repeat(200_000)), 100_000)
                        .length());
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
        assertEquals(HEAD, head(new SequenceInputStream(stream(HEAD), manifest)));
        assertTrue(read[0] <= 16 << 10, () -> read[0] + " bytes");
    }
}
