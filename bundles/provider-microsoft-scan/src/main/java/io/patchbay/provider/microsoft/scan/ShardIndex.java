package io.patchbay.provider.microsoft.scan;

import io.patchbay.feeds.XmlReader;
import io.patchbay.feeds.microsoft.Attributes;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What index.xml says: which shard, or detail cabinet, holds the fragments of which revisions. A shard begins at a RevisionId and goes
 * to where the next begins; the first holds everything below, whatever it says, so that no revision is in none.
 */
record ShardIndex(List<Shard> shards) {
    /**
     * A shard.
     *
     * @param name the name of its cabinet in the scan file
     * @param from the first RevisionId
     * @param to the first RevisionId of the next shard; {@link Long#MAX_VALUE} for the last
     */
    record Shard(String name, long from, long to) {
        boolean holds(int revisionId) {
            return from <= revisionId && revisionId < to;
        }
    }

    ShardIndex {
        shards = List.copyOf(shards);
        if (shards.stream().map(Shard::name).distinct().count() < shards.size()) {
            throw new IllegalArgumentException("expected one CAB of each NAME");
        }
    }

    static ShardIndex read(XmlReader xml) throws IOException, FeedException {
        List<String> names = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        readCabinets(xml, names, starts);
        if (names.isEmpty()) {
            throw xml.failure("expected a CAB with a RANGESTART");
        }
        List<Shard> shards = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            long end = i + 1 < names.size() ? starts.get(i + 1) : Long.MAX_VALUE;
            shards.add(new Shard(names.get(i), i == 0 ? 0 : starts.get(i), end));
        }
        try {
            return new ShardIndex(shards);
        } catch (IllegalArgumentException e) {
            throw xml.failure(String.valueOf(e.getMessage()));
        }
    }

    /** Reads {@code INDEX/CABLIST/CAB}. The cabinet of package.xml stands there too, without a range. */
    private static void readCabinets(XmlReader xml, List<String> names, List<Integer> starts)
            throws IOException, FeedException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            if (!xml.name().equals("CAB")) {
                readCabinets(xml, names, starts);
            } else if (xml.attribute("RANGESTART") != null) {
                int start = Attributes.number(xml, "RANGESTART");
                if (!starts.isEmpty() && start <= starts.get(starts.size() - 1)) {
                    throw xml.failure("expected a RANGESTART above that of the shard before");
                }
                names.add(Attributes.text(xml, "NAME"));
                starts.add(start);
            }
        }
    }

    Optional<Shard> shard(String name) {
        return shards.stream().filter(shard -> shard.name().equals(name)).findFirst();
    }
}
