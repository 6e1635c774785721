package io.patchbay.cabinet;

import java.util.Comparator;

/**
 * A member and where its bytes are.
 *
 * @param member what callers see of it
 * @param folder the folder that holds it
 * @param offset where in the folder's decoded bytes it begins
 */
record Entry(Member member, Folder folder, long offset) {
    /** The order in which a cabinet can be read forward. */
    static final Comparator<Entry> FORWARD = Comparator.comparingLong((Entry entry) -> entry.folder.offset())
            .thenComparingInt(entry -> entry.folder.index())
            .thenComparingLong(Entry::offset)
            .thenComparingLong(Entry::end);

    String place() {
        return place(member.name());
    }

    /** A place for messages; control characters, which could forge a log or drive a terminal, are masked. */
    static String place(String name) {
        return "member " + name.replaceAll("\\p{Cntrl}", "?");
    }

    /** Where in the folder's decoded bytes it ends. */
    long end() {
        return offset + member.size();
    }
}
