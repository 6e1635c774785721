package io.patchbay.cabinet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a cabinet: add members, then write it.
 *
 * <pre>{@code
 * CabinetWriter cabinet = CabinetWriter.mszip();
 * cabinet.add("package.xml", modified, in);
 * cabinet.writeTo(out);
 * }</pre>
 *
 * <p>The compressed bytes are kept in memory until the cabinet is written, because a cabinet begins with its sizes. The
 * same members give the same bytes. A cabinet is never split: what does not fit into one is refused. Not safe for use
 * by several threads.
 */
public final class CabinetWriter {
    private static final int MOST_MEMBERS = 0xFFFF;
    private static final int LONGEST_NAME = 255;

    private final Supplier<Encoder> encoders;
    private final List<WrittenFolder> folders = new ArrayList<>();
    private final List<WrittenMember> members = new ArrayList<>();

    private @Nullable FolderWriter open;
    private boolean written;

    CabinetWriter(Supplier<Encoder> encoders) {
        this.encoders = encoders;
    }

    /** A writer that compresses with MSZIP, which every reader of cabinets understands. */
    public static CabinetWriter mszip() {
        return new CabinetWriter(MszipEncoder::new);
    }

    /** A writer that does not compress. */
    public static CabinetWriter stored() {
        return new CabinetWriter(StoredEncoder::new);
    }

    /** Puts the members added from now on into a folder of their own, which readers can skip as a whole. */
    public void startFolder() {
        if (open != null) {
            folders.add(open.finish());
            open = null;
        }
    }

    private FolderWriter folder() {
        if (open == null) {
            open = new FolderWriter(encoders.get());
        }
        return open;
    }

    /**
     * Adds a member.
     *
     * @param name up to 255 bytes in UTF-8; separators, if any, are the caller's
     * @param modified between 1980 and 2107; seconds are kept by two
     * @param content read to its end, not closed
     * @throws IllegalStateException if the cabinet is written already
     * @throws IllegalArgumentException if name or date cannot be expressed
     * @throws CabinetException if the cabinet has 65,535 members already, or its folder would exceed 2 GiB
     */
    public void add(String name, LocalDateTime modified, InputStream content) throws IOException {
        if (written) {
            throw new IllegalStateException("the cabinet is written already");
        }
        checkName(name);
        if (modified.getYear() < 1980 || modified.getYear() > 2107) {
            throw new IllegalArgumentException("a cabinet cannot express the date of " + name + ": " + modified);
        }
        if (members.size() == MOST_MEMBERS) {
            throw refused("member " + name, "a cabinet holds at most 65535 members");
        }
        FolderWriter folder = folder();
        long offset = folder.size();
        folder.add(name, content);
        members.add(new WrittenMember(name, modified, folders.size(), offset, folder.size() - offset));
    }

    private static void checkName(String name) {
        int length = name.getBytes(StandardCharsets.UTF_8).length;
        if (length == 0 || length > LONGEST_NAME || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a cabinet cannot express the name " + name);
        }
    }

    /**
     * Writes the cabinet; the stream stays open. Nothing can be added afterwards.
     *
     * @throws CabinetException if there is no member, or the whole exceeds 4 GiB
     */
    public void writeTo(OutputStream out) throws IOException {
        if (members.isEmpty()) {
            throw refused("table of members", "a cabinet needs a member");
        }
        startFolder();
        written = true;
        new CabinetLayout(folders, members).writeTo(out);
    }

    static CabinetException refused(String place, String problem) {
        return new CabinetException("new cabinet", place, problem);
    }
}
