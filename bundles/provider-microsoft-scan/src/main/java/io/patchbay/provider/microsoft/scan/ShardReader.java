package io.patchbay.provider.microsoft.scan;

import io.patchbay.cabinet.CabinetException;
import io.patchbay.cabinet.CabinetReader;
import io.patchbay.cabinet.Member;
import io.patchbay.feeds.Parallel.Taker;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.provider.microsoft.scan.ShardIndex.Shard;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one shard and hands over the updates of its revisions, in the order of their RevisionIds. Depends on the shard and package.xml
 * alone, so shards can be read in any order, or at once.
 *
 * <p>A revision's fragments lie scattered over the shard, so the fragments of all its revisions are held until its end: some 15 MB, of
 * the 340 MB that a shard expands to.
 */
final class ShardReader {
    /** The largest fragment that is held; the largest known, without its component manifest, is a fifth of it. */
    private static final int LONGEST_FRAGMENT = 8 << 20;

    /** Fragments that are not longer are held with their component manifest, if they have one. */
    private static final int SHORT_FRAGMENT = 1 << 15;

    /** How many fragments a revision has at most: some fifty languages are known. */
    private static final int MOST_FRAGMENTS = 500;

    /** How many bytes of fragments are held at most: several times as many as in any shard known, and a heap of 256 MB holds it twice. */
    static final long MOST_BYTES = 96L << 20;

    private static final int NOT_WANTED = -1;

    private final ScanPackage scan;
    private final Shard shard;
    /** Position in the order of revisions of the first that this shard holds. */
    private final int first;

    private final @Nullable Fragments[] fragments;
    private final BitSet unchanged = new BitSet();
    /** How many were handed over without a core fragment, and the RevisionId of the first. */
    private int bare;

    private int firstBare;
    private final Effort effort;
    private final FragmentBuffer buffer;
    private long held;

    /**
     * A reader of one shard.
     *
     * @param buffer holds what is read, until all was handed over
     */
    ShardReader(ScanPackage scan, Shard shard, FragmentBuffer buffer, Effort effort) {
        this.scan = scan;
        this.shard = shard;
        this.first = scan.order().first(shard);
        this.fragments = new Fragments[scan.order().end(shard) - first];
        this.buffer = buffer;
        this.effort = effort;
    }

    /** Reads and parses none of these rows, which are as they were; tells so instead. */
    void spare(BitSet rows) {
        unchanged.or(rows);
    }

    boolean isSpared(int row) {
        return unchanged.get(row);
    }

    /** Whether there is a row to read. */
    boolean needsShard() {
        return !IntStream.of(scan.newestRows(shard)).allMatch(unchanged::get);
    }

    void read(InputStream in) throws IOException, FeedException {
        effort.shardsDecoded.incrementAndGet();
        try (CabinetReader cabinet = new CabinetReader(ScanFile.NAME + "!" + shard.name(), in, ScanFile.LIMITS)) {
            for (Member member = cabinet.next(); member != null; member = cabinet.next()) {
                FragmentName name = FragmentName.parse(member.name()).orElse(null);
                int position = name == null ? NOT_WANTED : position(name.revisionId());
                if (name != null && position != NOT_WANTED) {
                    take(name, at(position), member, cabinet.content());
                }
            }
            effort.bytesDecoded.addAndGet(cabinet.decoded());
        }
    }

    /**
     * Where a revision stands in the order. Fragments of one that package.xml does not list, or lists a later revision of, or that is
     * unchanged, are stepped over.
     */
    private int position(int revisionId) throws FeedException {
        RevisionOrder order = scan.order();
        int position = order.position(revisionId);
        if (!order.isAt(position, revisionId) || !scan.isNewest(order.row(position))) {
            return NOT_WANTED;
        }
        if (!shard.holds(revisionId)) {
            throw failure(revisionId, "expected in the shard that index.xml says, another than this one");
        }
        return unchanged.get(order.row(position)) ? NOT_WANTED : position;
    }

    private void take(FragmentName name, Fragments others, Member member, InputStream content)
            throws IOException, FeedException {
        if (others.has(name)) {
            throw failure(name.revisionId(), "expected one member " + member.name());
        }
        if (others.count() == MOST_FRAGMENTS) {
            throw failure(name.revisionId(), "expected at most " + MOST_FRAGMENTS + " fragments");
        }
        Fragment fragment = fragment(name, member, content);
        held += fragment.length();
        if (fragment.length() == LONGEST_FRAGMENT || held > MOST_BYTES) {
            throw failure(
                    name.revisionId(),
                    "expected less than " + LONGEST_FRAGMENT + " bytes in " + member.name() + ", and " + MOST_BYTES
                            + " in all fragments of a shard");
        }
        others.add(name, fragment);
    }

    private Fragment fragment(FragmentName name, Member member, InputStream content) throws IOException, FeedException {
        try {
            boolean mayHaveManifest = name.kind() == FragmentName.Kind.CORE && member.size() > SHORT_FRAGMENT;
            return mayHaveManifest
                    ? buffer.readHead(member.name(), content, LONGEST_FRAGMENT)
                    : buffer.read(member.name(), content, (int) Math.min(member.size(), LONGEST_FRAGMENT));
        } catch (CabinetException e) {
            throw new FeedException(
                    ScanFile.NAME, shard.name() + "!" + member.name(), String.valueOf(e.getMessage()), e);
        }
    }

    private Fragments at(int position) {
        int index = position - first;
        if (fragments[index] == null) {
            fragments[index] = new Fragments();
        }
        return fragments[index];
    }

    /** What was read of a row. */
    Fragments fragments(int row) {
        return at(scan.order().position(scan.revisionId(row)));
    }

    /** Hands over the updates of what was read, and tells of those that are unchanged. */
    void handOver(Taker<Finding> out) throws IOException, FeedException {
        UpdateAssembler assembler = new UpdateAssembler(scan, shard.name());
        for (int i = 0; i < fragments.length; i++) {
            int row = scan.order().row(first + i);
            if (scan.isNewest(row)) {
                out.take(unchanged.get(row) ? unchanged(row) : update(assembler, row, at(first + i)));
            }
            fragments[i] = null;
        }
    }

    /** Tells what was handed over without a core fragment. */
    void report(Completeness completeness) {
        completeness.add(shard, scan.newestRows(shard).length, bare, firstBare);
    }

    private Finding unchanged(int row) {
        UpdateId id = scan.id(row);
        return sink -> sink.unchanged(id);
    }

    private Finding update(UpdateAssembler assembler, int row, Fragments all) throws IOException, FeedException {
        if (!all.haveCore() && bare++ == 0) {
            firstBare = scan.revisionId(row);
        }
        effort.fragmentsParsed.addAndGet(all.count());
        Update update = assembler.update(row, all);
        return sink -> sink.accept(update);
    }

    private FeedException failure(int revisionId, String problem) {
        return new FeedException(ScanFile.NAME, shard.name() + ", revision " + revisionId, problem);
    }
}
