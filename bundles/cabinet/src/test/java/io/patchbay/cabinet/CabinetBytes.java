package io.patchbay.cabinet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An intact cabinet as bytes, of which it is known what each means, so that it can be damaged on purpose. */
public final class CabinetBytes {
    private static final int HAS_RESERVE = 4;

    private final byte[] bytes;
    private final ByteBuffer buffer;
    private final List<Field> fields = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();

    /**
     * A number in the cabinet.
     *
     * @param name as the format's specification calls it
     * @param at where it is
     * @param width of how many bytes
     */
    public record Field(String name, int at, int width) {}

    /** A data block, with its header. */
    record Block(int at, int end) {}

    /** Copies an intact cabinet and finds out where everything is. */
    public CabinetBytes(byte[] cabinet) {
        bytes = cabinet.clone();
        buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        boolean reserves = (word(30) & HAS_RESERVE) != 0;
        int folders = 36 + (reserves ? 4 + word(36) : 0);
        int folderReserve = reserves ? buffer.get(38) & 0xFF : 0;
        findHeader(reserves);
        findMembers();
        for (int i = 0; i < word(26); i++) {
            findFolder(folders + i * (8 + folderReserve), reserves ? buffer.get(39) & 0xFF : 0);
        }
    }

    private void findHeader(boolean reserves) {
        add(0, "signature", 4, "reserved1", 4, "cbCabinet", 4, "reserved2", 4, "coffFiles", 4, "reserved3", 4);
        add(24, "versionMinor", 1, "versionMajor", 1, "cFolders", 2, "cFiles", 2, "flags", 2, "setID", 2);
        add(34, "iCabinet", 2);
        if (reserves) {
            add(36, "cbCFHeader", 2, "cbCFFolder", 1, "cbCFData", 1);
        }
    }

    private void findMembers() {
        int at = buffer.getInt(16);
        for (int i = word(28); i > 0; i--) {
            add(at, "cbFile", 4, "uoffFolderStart", 4, "iFolder", 2, "date", 2, "time", 2, "attribs", 2);
            at += 16;
            while (bytes[at++] != 0) {}
        }
    }

    private void findFolder(int folder, int blockReserve) {
        add(folder, "coffCabStart", 4, "cCFData", 2, "typeCompress", 2);
        int at = buffer.getInt(folder);
        for (int i = word(folder + 4); i > 0; i--) {
            add(at, "csum", 4, "cbData", 2, "cbUncomp", 2);
            int end = at + 8 + blockReserve + word(at + 4);
            blocks.add(new Block(at, end));
            at = end;
        }
    }

    /** Adds fields that follow each other: name, width, name, width. */
    private void add(int at, Object... namesAndWidths) {
        int place = at;
        for (int i = 0; i < namesAndWidths.length; i += 2) {
            int width = (int) namesAndWidths[i + 1];
            fields.add(new Field((String) namesAndWidths[i], place, width));
            place += width;
        }
    }

    private int word(int at) {
        return Short.toUnsignedInt(buffer.getShort(at));
    }

    /** All numbers. */
    public List<Field> fields() {
        return fields;
    }

    List<Block> blocks() {
        return blocks;
    }

    long get(Field field) {
        long value = 0;
        for (int i = field.width() - 1; i >= 0; i--) {
            value = value << Byte.SIZE | bytes[field.at() + i] & 0xFF;
        }
        return value;
    }

    CabinetBytes put(Field field, long value) {
        for (int i = 0; i < field.width(); i++) {
            bytes[field.at() + i] = (byte) (value >>> i * Byte.SIZE);
        }
        return this;
    }

    /** Sets every number of this name. */
    public CabinetBytes put(String name, long value) {
        fields.stream().filter(field -> field.name().equals(name)).forEach(field -> put(field, value));
        return this;
    }

    /** Lets damage reach the decoders: a checksum of nought is not verified. */
    CabinetBytes withoutChecksums() {
        return put("csum", 0);
    }

    /** The bytes with two data blocks in each other's place. */
    byte[] swapped(Block one, Block other) {
        ByteBuffer swapped = ByteBuffer.allocate(bytes.length);
        swapped.put(bytes, 0, one.at());
        swapped.put(bytes, other.at(), other.end() - other.at());
        swapped.put(bytes, one.end(), other.at() - one.end());
        swapped.put(bytes, one.at(), one.end() - one.at());
        swapped.put(bytes, other.end(), bytes.length - other.end());
        return swapped.array();
    }

    /** A copy. */
    public byte[] toArray() {
        return Arrays.copyOf(bytes, bytes.length);
    }
}
