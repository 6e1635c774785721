package io.patchbay.provider.microsoft.scan;

import io.patchbay.feeds.Xml;
import io.patchbay.feeds.XmlLimits;
import io.patchbay.feeds.XmlReader;
import io.patchbay.feeds.microsoft.MetadataReader;
import io.patchbay.feeds.microsoft.UpdateMetadata;
import io.patchbay.spi.FeedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads the fragments of a revision, as one document: they are so small, and a million of them, that to begin with each would cost more
 * than to read it. Not thread-safe.
 */
final class FragmentsReader {
    /** How many bytes at most are put together. */
    private static final int SMALL = 1 << 20;

    private static final UpdateMetadata NOTHING = new MetadataReader(ScanFile.NAME).result();

    private final String shard;
    private final Document document = new Document();

    FragmentsReader(String shard) {
        this.shard = shard;
    }

    /** What the fragments say; an {@link IllegalArgumentException} if that contradicts the model. */
    UpdateMetadata read(List<Fragment> fragments) throws IOException, FeedException {
        if (fragments.isEmpty()) {
            return NOTHING;
        }
        try {
            return areSmall(fragments) ? readTogether(fragments) : readOneByOne(fragments);
        } catch (FeedException e) {
            // Which of them it is, or whether it only cannot stand beside others, shows when each is read by itself.
            return readOneByOne(fragments);
        }
    }

    private static boolean areSmall(List<Fragment> fragments) {
        long length = 0;
        for (Fragment fragment : fragments) {
            length += fragment.length();
        }
        return length <= SMALL;
    }

    private UpdateMetadata readTogether(List<Fragment> fragments) throws IOException, FeedException {
        MetadataReader reader = new MetadataReader(ScanFile.NAME);
        int done = 0;
        while (done < fragments.size()) {
            done += readTogether(fragments.subList(done, fragments.size()), reader);
        }
        return reader.result();
    }

    /** Reads as many as come before the first that is cut off at its component manifest, and that one; returns how many. */
    private int readTogether(List<Fragment> fragments, MetadataReader reader) throws IOException, FeedException {
        int done = 0;
        try (XmlReader xml = Xml.open(document.of(fragments), shard, XmlLimits.DEFAULT)) {
            boolean ended = !xml.nextChild(0);
            while (!ended && xml.nextChild(1)) {
                ended = reader.readToManifest(xml);
                done++;
            }
            if (done > fragments.size() || (!ended && (xml.nextChild(0) || done < fragments.size()))) {
                throw xml.failure("expected each fragment to be whole");
            }
        }
        return done;
    }

    private UpdateMetadata readOneByOne(List<Fragment> fragments) throws IOException, FeedException {
        MetadataReader reader = new MetadataReader(ScanFile.NAME);
        for (Fragment fragment : fragments) {
            String name = ScanFile.NAME + "!" + shard + "!" + fragment.member();
            try (XmlReader xml = Xml.fragments(fragment.open(), name, XmlLimits.DEFAULT)) {
                reader.readToManifest(xml);
            }
        }
        return reader.result();
    }

    /** An element for each fragment, in one for all; in one array for all revisions. */
    private static final class Document extends ByteArrayOutputStream {
        private static final byte[] START = ascii("<fragment>");
        private static final byte[] END = ascii("</fragment>");
        private static final byte[] START_ALL = ascii("<fragments>");
        private static final byte[] END_ALL = ascii("</fragments>");

        private static byte[] ascii(String tag) {
            return tag.getBytes(StandardCharsets.US_ASCII);
        }

        InputStream of(List<Fragment> fragments) throws IOException {
            reset();
            write(START_ALL);
            for (Fragment fragment : fragments) {
                write(START);
                fragment.open().transferTo(this);
                write(END);
            }
            write(END_ALL);
            return new ByteArrayInputStream(buf, 0, count);
        }
    }
}
