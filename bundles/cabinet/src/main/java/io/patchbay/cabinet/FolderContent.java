package io.patchbay.cabinet;

import java.io.Closeable;
import java.io.IOException;

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
        blocks = new DataBlocks(input, folder);
        try {
            decoder = folder.compression().decoder(needed);
        } catch (MalformedDataException e) {
            throw input.malformed(folder.place(), e.reason());
        }
    }

    /** Passes over the bytes before a position, which is not behind what was read. */
    void skipTo(long position) throws IOException {
        while (end < position) {
            nextBlock();
        }
        int left = (int) (end - position);
        next += unread - left;
        unread = left;
    }

    /** Reads at least one byte. */
    int read(byte[] into, int offset, int length) throws IOException {
        if (unread == 0) {
            nextBlock();
        }
        int count = Math.min(length, unread);
        System.arraycopy(decoder.output(), next, into, offset, count);
        next += count;
        unread -= count;
        return count;
    }

    private void nextBlock() throws IOException {
        if (broken) {
            throw input.malformed(blocks.place(), "nothing can be read after the damage found here");
        }
        broken = true;
        blocks.next();
        try {
            next = decoder.decode(blocks.data(), blocks.length(), blocks.size());
        } catch (MalformedDataException e) {
            throw input.malformed(blocks.place(), e.reason(), e);
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
