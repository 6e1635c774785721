package io.patchbay.provider.microsoft.wsus;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.XmlReader;
import io.patchbay.spi.FeedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RevisionListTest {
    /** Begins a list and lists the same revision for ever. */
    private static final class Endless extends InputStream {
        private static final byte[] REVISION = ("<UpdateIdentity><UpdateID>" + UpdateXml.MICROSOFT
                        + "</UpdateID><RevisionNumber>1</RevisionNumber></UpdateIdentity>")
                .getBytes(StandardCharsets.US_ASCII);

        private InputStream part = new ByteArrayInputStream(
                "<GetRevisionIdListResult><Anchor>a</Anchor><NewRevisions>".getBytes(StandardCharsets.US_ASCII));

        @Override
        public int read() {
            throw new UnsupportedOperationException("asked for bytes one by one");
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = part.read(into, from, length);
            if (read >= 0) {
                return read;
            }
            part = new ByteArrayInputStream(REVISION);
            return part.read(into, from, length);
        }
    }

    @Test
    void givesUpOnAListThatDoesNotEnd() throws IOException, FeedException {
        try (XmlReader xml = Soap.open(new Endless(), "revisions/updates-000.xml")) {
            FeedException failure = assertThrows(FeedException.class, () -> RevisionList.read(xml));
            assertTrue(failure.getMessage().startsWith("revisions/updates-000.xml at line 1, column "));
            assertTrue(failure.getMessage().contains(": expected at most 1000000 revisions; "), failure.getMessage());
        }
    }
}
