package io.patchbay.cabinet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Lays out a cabinet: header, table of folders, table of members, then the data of each folder. */
final class CabinetLayout {
    private static final int SIGNATURE = 0x4643534D;
    private static final int HEADER_SIZE = 36;
    private static final int FOLDER_SIZE = 8;
    private static final int MEMBER_SIZE = 16;
    private static final long LARGEST = 0xFFFF_FFFFL;
    private static final short VERSION = 0x0103;
    private static final short ARCHIVE = 0x20;
    private static final short NAME_IS_UTF8 = 0x80;

    private final List<WrittenFolder> folders;
    private final List<WrittenMember> members;

    CabinetLayout(List<WrittenFolder> folders, List<WrittenMember> members) {
        this.folders = folders;
        this.members = members;
    }

    void writeTo(OutputStream out) throws IOException {
        int tables = HEADER_SIZE
                + FOLDER_SIZE * folders.size()
                + members.stream().mapToInt(CabinetLayout::size).sum();
        long total = tables + folders.stream().mapToLong(WrittenFolder::length).sum();
        if (total > LARGEST) {
            throw CabinetWriter.refused("end", total + " bytes exceed the 4 GiB that a cabinet can have");
        }
        byte[] bytes = new byte[tables];
        ByteBuffer buffer = structure(bytes);
        putHeader(buffer, total);
        putFolders(buffer, tables);
        members.forEach(member -> put(buffer, member));
        out.write(bytes);
        for (WrittenFolder folder : folders) {
            for (EncodedBlock block : folder.blocks()) {
                block.writeTo(out);
            }
        }
    }

    private void putHeader(ByteBuffer buffer, long total) {
        buffer.putInt(SIGNATURE).putInt(0).putInt((int) total).putInt(0);
        buffer.putInt(HEADER_SIZE + FOLDER_SIZE * folders.size()).putInt(0);
        buffer.putShort(VERSION).putShort((short) folders.size()).putShort((short) members.size());
        buffer.putShort((short) 0).putShort((short) 0).putShort((short) 0);
    }

    private void putFolders(ByteBuffer buffer, long firstOffset) {
        long offset = firstOffset;
        for (WrittenFolder folder : folders) {
            buffer.putInt((int) offset).putShort((short) folder.blocks().size());
            buffer.putShort((short) folder.compression());
            offset += folder.length();
        }
    }

    private static void put(ByteBuffer buffer, WrittenMember member) {
        byte[] name = member.encodedName();
        buffer.putInt((int) member.size()).putInt((int) member.offset()).putShort((short) member.folder());
        buffer.putShort((short) DosTime.date(member.modified()));
        buffer.putShort((short) DosTime.time(member.modified()));
        buffer.putShort(isAscii(name) ? ARCHIVE : ARCHIVE | NAME_IS_UTF8);
        buffer.put(name).put((byte) 0);
    }

    private static boolean isAscii(byte[] name) {
        for (byte letter : name) {
            if (letter < 0) {
                return false;
            }
        }
        return true;
    }

    private static int size(WrittenMember member) {
        return MEMBER_SIZE + member.encodedName().length + 1;
    }

    private static ByteBuffer structure(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
