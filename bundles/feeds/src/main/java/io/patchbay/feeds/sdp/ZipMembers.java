package io.patchbay.feeds.sdp;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** A zip file that expands to a limit and a ratio and no further, and that whoever reads one of its members cannot close. */
final class ZipMembers extends ZipInputStream {
    private static final long LIMIT = 1L << 32;
    private static final long RATIO = 100;
    private static final long UNSUSPICIOUS = 1 << 20;

    private long expanded;

    ZipMembers(InputStream in) {
        super(in);
    }

    /** Java complains of names that are not UTF-8 by an unchecked exception. */
    @Override
    public @Nullable ZipEntry getNextEntry() throws IOException {
        try {
            return super.getNextEntry();
        } catch (IllegalArgumentException e) {
            throw (IOException) new ZipException("expected names of members in UTF-8").initCause(e);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        expanded += Math.max(0, count);
        if (expanded > LIMIT) {
            throw new ZipException("expected at most " + LIMIT + " bytes once expanded");
        }
        if (inf.getBytesWritten() > UNSUSPICIOUS && inf.getBytesWritten() > RATIO * inf.getBytesRead()) {
            throw new ZipException("a member expands to more than " + RATIO + " times its size");
        }
        return count;
    }

    @Override
    public void close() {}
}
