package io.patchbay.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a stored cabinet of files as they lie on the disk. Their sizes are known before, so nothing is held in memory, unlike by
 * {@link io.patchbay.cabinet.CabinetWriter}: at full scale that would be most of a gigabyte.
 */
final class OuterCabinet {
    private static final int SIGNATURE = 0x4643534D;
    private static final int HEADER = 36 + 8;
    private static final int BLOCK_HEADER = 8;
    private static final int BLOCK = 1 << 15;
    private static final int MOST_BLOCKS = 0xffff;
    private static final int DATE = ((2026 - 1980) << 9) | (6 << 5) | 9;
    private static final short NOON = 12 << 11;
    private static final int ARCHIVE = 0x20;

    private final List<Path> files;
    private final byte[] block = new byte[BLOCK];
    private int filled;

    OuterCabinet(List<Path> files) {
        this.files = files;
    }

    void write(Path cabinet) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(cabinet))) {
            writeTables(out);
            for (Path file : files) {
                try (InputStream in = Files.newInputStream(file)) {
                    copy(in, out);
                }
            }
            flush(out);
        }
    }

    private void writeTables(OutputStream out) throws IOException {
        int tables =
                HEADER + files.stream().mapToInt(file -> 17 + name(file).length).sum();
        long content = 0;
        for (Path file : files) {
            content += Files.size(file);
        }
        long blocks = (content + BLOCK - 1) / BLOCK;
        if (blocks > MOST_BLOCKS) {
            throw new IOException("the cabinets are too large for one cabinet: " + content + " bytes");
        }
        byte[] bytes = new byte[tables];
        ByteBuffer buffer = littleEndian(bytes);
        buffer.putInt(SIGNATURE).putInt(0).putInt((int) (tables + content + blocks * BLOCK_HEADER));
        buffer.putInt(0).putInt(HEADER).putInt(0).putShort((short) 0x0103);
        buffer.putShort((short) 1).putShort((short) files.size());
        buffer.putShort((short) 0).putShort((short) 0).putShort((short) 0);
        buffer.putInt(tables).putShort((short) blocks).putShort((short) 0);
        putMembers(buffer);
        out.write(bytes);
    }

    private void putMembers(ByteBuffer buffer) throws IOException {
        long offset = 0;
        for (Path file : files) {
            long size = Files.size(file);
            buffer.putInt((int) size).putInt((int) offset).putShort((short) 0);
            buffer.putShort((short) DATE).putShort(NOON).putShort((short) ARCHIVE);
            buffer.put(name(file)).put((byte) 0);
            offset += size;
        }
    }

    private static byte[] name(Path file) {
        return file.getFileName().toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void copy(InputStream in, OutputStream out) throws IOException {
        for (int read = fill(in); read > 0; read = fill(in)) {
            if (filled == BLOCK) {
                flush(out);
            }
        }
    }

    private int fill(InputStream in) throws IOException {
        int read = in.readNBytes(block, filled, BLOCK - filled);
        filled += read;
        return read;
    }

    private void flush(OutputStream out) throws IOException {
        if (filled > 0) {
            byte[] header = new byte[BLOCK_HEADER];
            ByteBuffer fields = littleEndian(header);
            fields.putInt(checksum()).putShort((short) filled).putShort((short) filled);
            out.write(header);
            out.write(block, 0, filled);
            filled = 0;
        }
    }

    /** All words, the last one to three bytes as a word in the opposite order, and the two sizes, combined by exclusive or. */
    private int checksum() {
        ByteBuffer words = ByteBuffer.wrap(block, 0, filled).order(ByteOrder.LITTLE_ENDIAN);
        int sum = filled | (filled << 16);
        while (words.remaining() >= Integer.BYTES) {
            sum ^= words.getInt();
        }
        int tail = 0;
        while (words.hasRemaining()) {
            tail = (tail << Byte.SIZE) | (words.get() & 0xff);
        }
        return sum ^ tail;
    }
}
