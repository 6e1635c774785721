package io.patchbay.cabinet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The bytes of one member; nothing is decoded before the first is asked for. */
final class MemberContent extends InputStream {
    private final CabinetReader reader;
    private final Entry entry;

    private @Nullable FolderContent folder;
    private long position;
    private boolean closed;

    MemberContent(CabinetReader reader, Entry entry) {
        this.reader = reader;
        this.entry = entry;
        position = entry.offset();
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        long remaining = remaining();
        if (length == 0 || remaining == 0) {
            return length == 0 ? 0 : -1;
        }
        int read = folder().read(into, offset, (int) Math.min(length, remaining));
        position += read;
        return read;
    }

    @Override
    public long transferTo(OutputStream out) throws IOException {
        long from = position;
        while (remaining() > 0) {
            position += folder().writeTo(out, remaining());
        }
        return position - from;
    }

    /** Skips by decoding without copying. */
    @Override
    public long skip(long count) throws IOException {
        long skipped = Math.max(0, Math.min(count, remaining()));
        folder().skipTo(position + skipped);
        position += skipped;
        return skipped;
    }

    private FolderContent folder() throws IOException {
        if (folder == null) {
            folder = reader.open(entry.folder());
            folder.skipTo(position);
        }
        return folder;
    }

    private long remaining() throws IOException {
        if (closed) {
            throw new IOException("the content of " + entry.place() + " is closed");
        }
        return entry.end() - position;
    }

    @Override
    public void close() {
        closed = true;
    }
}
