package io.patchbay.cabinet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a cabinet forward, member by member, out of any stream.
 *
 * <p>Members come in the order in which their bytes lie. Nothing is decoded for a member that is only stepped over, unless
 * members behind it depend on it: stored blocks, the rest of a folder and whole folders are passed by, and damage in
 * them goes unnoticed. After damage in one folder,
 * members of the next can still be read.
 *
 * <p>Every defect of the bytes is a {@link CabinetException}; any other {@link IOException} is the underlying stream's.
 * Not safe for use by several threads.
 */
public final class CabinetReader implements Closeable {
    private final CabinetInput input;
    private final List<Entry> entries;

    private int next;
    private @Nullable MemberContent content;
    private @Nullable Folder openFolder;
    private @Nullable FolderContent openContent;
    private long decodedBefore;

    /** Opens a cabinet without a name, which messages then call {@code cabinet}. */
    public CabinetReader(InputStream in, CabinetLimits limits) throws IOException {
        this("cabinet", in, limits);
    }

    /**
     * Opens a cabinet by reading its tables.
     *
     * @param name what messages call it
     * @param in its bytes; read buffered, so possibly beyond the cabinet's end; closed with the reader, but not when
     * opening fails
     * @param limits what is accepted
     * @throws CabinetException if this is no cabinet, an unsupported one, or one that declares more than the limits
     */
    public CabinetReader(String name, InputStream in, CabinetLimits limits) throws IOException {
        input = new CabinetInput(name, in);
        entries = Directory.read(input, limits);
    }

    /** All members, in the order in which {@link #next} gives them. */
    public List<Member> members() {
        return entries.stream().map(Entry::member).toList();
    }

    /** Steps to the next member, over what was not read of the current one; null after the last. */
    public @Nullable Member next() {
        closeContent();
        if (next == entries.size()) {
            return null;
        }
        Entry entry = entries.get(next++);
        content = new MemberContent(this, entry);
        return entry.member();
    }

    /**
     * The bytes of the current member, exactly as many as it declares. Skipping is cheaper than reading. Valid until
     * the next call of {@link #next} or {@link #close}; closing it is not necessary.
     *
     * @throws IllegalStateException if there is no current member
     */
    public InputStream content() {
        if (content == null) {
            throw new IllegalStateException("there is no current member");
        }
        return content;
    }

    /** How many bytes were decoded so far, to be read or to be stepped over. */
    public long decoded() {
        return decodedBefore + (openContent == null ? 0 : openContent.decoded());
    }

    FolderContent open(Folder folder) throws IOException {
        if (openContent == null || !folder.equals(openFolder)) {
            closeFolder();
            openContent = new FolderContent(input, folder, needed(folder));
            openFolder = folder;
        }
        return openContent;
    }

    /** Up to where the members of the current member's folder reach; they lie in order, so the last one tells. */
    private long needed(Folder folder) {
        int last = next - 1;
        while (last + 1 < entries.size() && entries.get(last + 1).folder().equals(folder)) {
            last++;
        }
        return entries.get(last).end();
    }

    private void closeContent() {
        if (content != null) {
            content.close();
            content = null;
        }
    }

    private void closeFolder() {
        if (openContent != null) {
            decodedBefore += openContent.decoded();
            openContent.close();
            openContent = null;
        }
    }

    @Override
    public void close() throws IOException {
        next = entries.size();
        closeContent();
        closeFolder();
        input.close();
    }
}
