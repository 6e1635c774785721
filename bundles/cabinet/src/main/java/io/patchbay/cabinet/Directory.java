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
        ByteBuffer header = input.read(HEADER_SIZE, "header");
        if (header.getInt(0) != SIGNATURE) {
            throw input.malformed("header", "this is not a cabinet: it does not begin with MSCF");
        }
        if (header.get(25) != 1) {
            throw input.malformed("header", "format version " + header.get(25) + " is not supported");
        }
        readOptionalFields(word(header, 30));
        readFolders(word(header, 26));
        input.skipTo(Integer.toUnsignedLong(header.getInt(16)), "table of members");
        return readMembers(word(header, 28));
    }

    private void readOptionalFields(int flags) throws IOException {
        if ((flags & (HAS_PREVIOUS | HAS_NEXT)) != 0) {
            throw input.malformed("header", "it is one part of a set of cabinets, which is not supported");
        }
        if ((flags & HAS_RESERVE) != 0) {
            ByteBuffer reserve = input.read(4, "header");
            folderReserve = Byte.toUnsignedInt(reserve.get(2));
            blockReserve = Byte.toUnsignedInt(reserve.get(3));
            input.skipTo(input.position() + word(reserve, 0), "header");
        }
    }

    private void readFolders(int count) throws IOException {
        if (count == 0) {
            throw input.malformed("header", "the cabinet has no folders");
        }
        for (int i = 0; i < count; i++) {
            folders.add(readFolder(i));
        }
    }

    private Folder readFolder(int index) throws IOException {
        String place = "folder " + index;
        ByteBuffer fields = input.read(FOLDER_SIZE + folderReserve, place);
        try {
            Compression compression = Compression.of(word(fields, 6));
            return new Folder(
                    index, Integer.toUnsignedLong(fields.getInt(0)), word(fields, 4), blockReserve, compression);
        } catch (MalformedDataException e) {
            throw input.malformed(place, e.reason());
        }
    }

    private List<Entry> readMembers(int count) throws IOException {
        if (count == 0) {
            throw input.malformed("header", "the cabinet has no members");
        }
        if (count > limits.members()) {
            throw input.malformed("header", count + " members exceed the limit of " + limits.members());
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(readMember("entry " + i + " of the table of members"));
        }
        entries.sort(Entry.FORWARD);
        checkPlaces(entries);
        return entries;
    }

    private Entry readMember(String place) throws IOException {
        ByteBuffer fields = input.read(MEMBER_SIZE, place);
        String name = readName(word(fields, 14), place);
        Folder folder = folder(word(fields, 8), Entry.place(name));
        Member member = new Member(
                name, Integer.toUnsignedLong(fields.getInt(0)), DosTime.read(word(fields, 10), word(fields, 12)));
        return checked(new Entry(member, folder, Integer.toUnsignedLong(fields.getInt(4))));
    }

    private String readName(int attributes, String place) throws IOException {
        // Names without the flag are in the packer's code page, which the cabinet does not record.
        Charset charset = (attributes & NAME_IS_UTF8) == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        byte[] name = input.readString(LONGEST_NAME, place);
        if (name.length == 0) {
            throw input.malformed(place, "the name is empty");
        }
        return new String(name, charset);
    }

    private Folder folder(int index, String place) throws CabinetException {
        if (index >= CONTINUED) {
            throw input.malformed(place, "it continues in another cabinet of a set, which is not supported");
        }
        if (index >= folders.size()) {
            throw input.malformed(place, "folder " + index + " does not exist");
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
