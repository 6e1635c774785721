package io.patchbay.cabinet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what a cabinet says about itself: header, table of folders, table of members. */
final class Directory {
    private static final int SIGNATURE = 0x4643534D;
    private static final int HEADER_SIZE = 36;
    private static final int FOLDER_SIZE = 8;
    private static final int MEMBER_SIZE = 16;
    private static final int HAS_PREVIOUS = 1;
    private static final int HAS_NEXT = 2;
    private static final int HAS_RESERVE = 4;
    private static final int CONTINUED = 0xFFFD;
    private static final int NAME_IS_UTF8 = 0x80;
    private static final int LONGEST_NAME = 255;

    private final CabinetInput input;
    private final CabinetLimits limits;
    private final List<Folder> folders = new ArrayList<>();
    private final byte[] name = new byte[LONGEST_NAME];

    private int folderReserve;
    private int blockReserve;

    private Directory(CabinetInput input, CabinetLimits limits) {
        this.input = input;
        this.limits = limits;
    }

    /** All members in the order of their bytes. */
    static List<Entry> read(CabinetInput input, CabinetLimits limits) throws IOException {
        return new Directory(input, limits).read();
    }

    private List<Entry> read() throws IOException {
        ByteBuffer header;
        try {
            header = readHeader();
            readOptionalFields(word(header, 30));
        } catch (MalformedDataException e) {
            throw input.malformed("header", e);
        }
        readFolders(word(header, 26));
        return readMembers(Integer.toUnsignedLong(header.getInt(16)), word(header, 28));
    }

    private ByteBuffer readHeader() throws IOException, MalformedDataException {
        ByteBuffer header = input.read(HEADER_SIZE);
        if (header.getInt(0) != SIGNATURE) {
            throw new MalformedDataException("this is not a cabinet: it does not begin with MSCF");
        }
        if (header.get(25) != 1) {
            throw new MalformedDataException("format version " + header.get(25) + " is not supported");
        }
        return header;
    }

    private void readOptionalFields(int flags) throws IOException, MalformedDataException {
        if ((flags & (HAS_PREVIOUS | HAS_NEXT)) != 0) {
            throw new MalformedDataException("it is one part of a set of cabinets, which is not supported");
        }
        if ((flags & HAS_RESERVE) != 0) {
            ByteBuffer reserve = input.read(4);
            folderReserve = Byte.toUnsignedInt(reserve.get(2));
            blockReserve = Byte.toUnsignedInt(reserve.get(3));
            input.skipTo(input.position() + word(reserve, 0));
        }
    }

    private void readFolders(int count) throws IOException {
        if (count == 0) {
            throw input.malformed("header", "the cabinet has no folders");
        }
        for (int i = 0; i < count; i++) {
            try {
                folders.add(readFolder(i));
            } catch (MalformedDataException e) {
                throw input.malformed("folder " + i, e);
            }
        }
    }

    private Folder readFolder(int index) throws IOException, MalformedDataException {
        ByteBuffer fields = input.read(FOLDER_SIZE + folderReserve);
        Compression compression = Compression.of(word(fields, 6));
        return new Folder(index, Integer.toUnsignedLong(fields.getInt(0)), word(fields, 4), blockReserve, compression);
    }

    private List<Entry> readMembers(long offset, int count) throws IOException {
        if (count == 0) {
            throw input.malformed("header", "the cabinet has no members");
        }
        if (count > limits.members()) {
            throw input.malformed("header", count + " members exceed the limit of " + limits.members());
        }
        try {
            input.skipTo(offset);
        } catch (MalformedDataException e) {
            throw input.malformed("table of members", e);
        }
        List<Entry> entries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            try {
                entries.add(readMember());
            } catch (MalformedDataException e) {
                throw input.malformed("entry " + i + " of the table of members", e);
            }
        }
        entries.sort(Entry.FORWARD);
        checkPlaces(entries);
        return entries;
    }

    private Entry readMember() throws IOException, MalformedDataException {
        ByteBuffer fields = input.read(MEMBER_SIZE);
        String name = readName(word(fields, 14));
        Folder folder = folder(word(fields, 8), name);
        Member member = new Member(
                name, Integer.toUnsignedLong(fields.getInt(0)), DosTime.read(word(fields, 10), word(fields, 12)));
        return checked(new Entry(member, folder, Integer.toUnsignedLong(fields.getInt(4))));
    }

    private String readName(int attributes) throws IOException, MalformedDataException {
        int length = 0;
        for (byte letter = input.read(); letter != 0; letter = input.read()) {
            if (length == name.length) {
                throw new MalformedDataException("a name is longer than " + LONGEST_NAME + " bytes");
            }
            name[length++] = letter;
        }
        if (length == 0) {
            throw new MalformedDataException("the name is empty");
        }
        // Names without the flag are in the packer's code page, which the cabinet does not record.
        Charset charset = (attributes & NAME_IS_UTF8) == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        return new String(name, 0, length, charset);
    }

    private Folder folder(int index, String member) throws CabinetException {
        if (index >= CONTINUED) {
            throw input.malformed(
                    Entry.place(member), "it continues in another cabinet of a set, which is not supported");
        }
        if (index >= folders.size()) {
            throw input.malformed(Entry.place(member), "folder " + index + " does not exist");
        }
        return folders.get(index);
    }

    private Entry checked(Entry entry) throws CabinetException {
        if (entry.member().size() > limits.memberBytes()) {
            throw input.malformed(
                    entry.place(), entry.member().size() + " bytes exceed the limit of " + limits.memberBytes());
        }
        if (entry.end() > entry.folder().capacity()) {
            throw input.malformed(
                    entry.place(),
                    "it ends beyond the data of folder " + entry.folder().index());
        }
        return entry;
    }

    /** Refuses members that share bytes, and more bytes together than allowed. */
    private void checkPlaces(List<Entry> entries) throws CabinetException {
        long total = 0;
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            boolean first = i == 0 || !entry.folder().equals(entries.get(i - 1).folder());
            long from = first ? 0 : entries.get(i - 1).end();
            if (entry.offset() < from) {
                throw input.malformed(
                        entry.place(), "it begins inside " + entries.get(i - 1).place());
            }
            total += entry.end() - from;
        }
        if (total > limits.cabinetBytes()) {
            throw input.malformed("table of members", total + " bytes exceed the limit of " + limits.cabinetBytes());
        }
    }

    private static int word(ByteBuffer fields, int at) {
        return Short.toUnsignedInt(fields.getShort(at));
    }
}
