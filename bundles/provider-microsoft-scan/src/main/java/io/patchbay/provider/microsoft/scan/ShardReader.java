package io.patchbay.provider.microsoft.scan;

import io.patchbay.cabinet.CabinetException;
import io.patchbay.cabinet.CabinetReader;
import io.patchbay.cabinet.Member;
import io.patchbay.provider.microsoft.scan.ShardIndex.Shard;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one shard and hands over the updates of its revisions, in the order of their RevisionIds. Depends on the shard and package.xml
 * alone, so shards can be read in any order, or at once.
 *
 * <p>A revision's fragments lie scattered over the shard, so the fragments of all its revisions are held until its end: some 15 MB, of
 * the 340 MB that a shard expands to.
 */
final class ShardReader {
    /** The largest fragment that is held; the largest known, without its component manifest, is a tenth of it. */
    private static final int LONGEST_FRAGMENT = 16 << 20;

    /** How many bytes of fragments are held at most. */
    private static final long MOST_BYTES = 256L << 20;

    private final ScanPackage scan;
    private final Shard shard;
    /** Position in the order of revisions of the first that this shard holds. */
    private final int first;

    private final @Nullable Fragments[] fragments;
    private long held;

    ShardReader(ScanPackage scan, Shard shard) {
        this.scan = scan;
        this.shard = shard;
        this.first = scan.order().position(shard.from());
        this.fragments = new Fragments[end() - first];
    }

    private int end() {
        return shard.to() == Long.MAX_VALUE ? scan.order().size() : scan.order().position(shard.to());
    }

    void read(InputStream in, UpdateSink sink) throws IOException, FeedException {
        try (CabinetReader cabinet = new CabinetReader(ScanFile.NAME + "!" + shard.name(), in, ScanFile.LIMITS)) {
            for (Member member = cabinet.next(); member != null; member = cabinet.next()) {
                FragmentName name = FragmentName.parse(member.name()).orElse(null);
                if (name != null && isWanted(name)) {
                    take(name, member.name(), cabinet.content());
                }
            }
        }
        handOver(sink);
    }

    /** Fragments of a revision that package.xml does not list, or lists a later revision of, are stepped over. */
    private boolean isWanted(FragmentName name) throws IOException, FeedException {
        int row = scan.order().find(name.revisionId());
        if (row < 0 || !scan.isNewest(row)) {
            return false;
        }
        if (!shard.holds(name.revisionId())) {
            throw failure(name.revisionId(), "expected revisions from " + shard.from() + " to below " + shard.to());
        }
        return true;
    }

    private void take(FragmentName name, String member, InputStream content) throws IOException, FeedException {
        Fragments of = fragments(name.revisionId());
        if (name.kind() != FragmentName.Kind.LOCALIZED && of.has(name.kind())) {
            throw failure(name.revisionId(), "expected one member " + member);
        }
        byte[] head = head(member, content);
        held += head.length;
        if (head.length == LONGEST_FRAGMENT || held > MOST_BYTES) {
            throw failure(
                    name.revisionId(),
                    "expected less than " + LONGEST_FRAGMENT + " bytes in " + member + ", and " + MOST_BYTES
                            + " in all fragments of a shard");
        }
        of.add(new Fragment(member, name.kind(), head));
    }

    private byte[] head(String member, InputStream content) throws IOException, FeedException {
        try {
            return new FragmentHead(content).readNBytes(LONGEST_FRAGMENT);
        } catch (CabinetException e) {
            throw new FeedException(ScanFile.NAME, shard.name() + "!" + member, String.valueOf(e.getMessage()), e);
        }
    }

    private Fragments fragments(int revisionId) {
        int index = scan.order().position(revisionId) - first;
        if (fragments[index] == null) {
            fragments[index] = new Fragments();
        }
        return fragments[index];
    }

    private void handOver(UpdateSink sink) throws IOException, FeedException {
        UpdateAssembler assembler = new UpdateAssembler(scan, shard.name());
        for (int i = 0; i < fragments.length; i++) {
            int row = scan.order().row(first + i);
            if (scan.isNewest(row)) {
                sink.accept(assembler.update(row, fragments[i] == null ? new Fragments() : fragments[i]));
            }
            fragments[i] = null;
        }
    }

    private FeedException failure(int revisionId, String problem) {
        return new FeedException(ScanFile.NAME, shard.name() + ", revision " + revisionId, problem);
    }
}
