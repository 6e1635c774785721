package io.patchbay.cabinet;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** The decoded bytes of one folder, read forward. */
final class FolderContent implements Closeable {
    private final CabinetInput input;
    private final DataBlocks blocks;
    private final Decoder decoder;

    /** Where in the folder the current block ends. */
    private long end;
    /** How many bytes of the current block are still unread, and where they begin in the decoder's output. */
    private int unread;

    private int next;
    private boolean broken;

    FolderContent(CabinetInput input, Folder folder, long needed) throws IOException {
        this.input = input;
        try {
            blocks = new DataBlocks(input, folder);
            decoder = folder.compression().decoder(needed);
        } catch (MalformedDataException e) {
            throw input.malformed(folder.place(), e);
        }
    }

    /** How many bytes were decoded so far. */
    long decoded() {
        return end;
    }

    /** Passes over the bytes before a position, which is not behind what was read. */
    void skipTo(long position) throws IOException {
        while (end < position) {
            nextBlock(position);
        }
        int left = (int) (end - position);
        next += unread - left;
        unread = left;
    }

    /** Reads at least one byte. */
    int read(byte[] into, int offset, int length) throws IOException {
        int count = advance(length);
        System.arraycopy(decoder.output(), next - count, into, offset, count);
        return count;
    }

    /** Writes at least one byte, without a copy in between. */
    int writeTo(OutputStream out, long most) throws IOException {
        int count = advance(most);
        out.write(decoder.output(), next - count, count);
        return count;
    }

    private int advance(long most) throws IOException {
        if (unread == 0) {
            nextBlock(end);
        }
        int count = (int) Math.min(most, unread);
        next += count;
        unread -= count;
        return count;
    }

    /** Decodes the next block; need not if all its bytes are before a position, and those behind do not depend on them. */
    private void nextBlock(long position) throws IOException {
        if (broken) {
            throw input.malformed(blocks.place(), "nothing can be read after the damage found here");
        }
        broken = true;
        try {
            blocks.next();
            if (decoder.isSolid() || end + blocks.size() > position) {
                blocks.read();
                next = decoder.decode(blocks.data(), blocks.length(), blocks.size());
            } else {
                blocks.pass();
            }
        } catch (MalformedDataException e) {
            throw input.malformed(blocks.place(), e);
        }
        unread = blocks.size();
        end += unread;
        broken = false;
    }

    @Override
    public void close() {
        decoder.close();
    }
}
