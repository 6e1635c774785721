package io.patchbay.sync.engine;

import io.patchbay.catalog.CatalogWriter;
import io.patchbay.catalog.CatalogWriter.Committed;
import io.patchbay.sync.Run;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes the snapshots of a provider whose run has ended that neither the catalogue nor what is held was made of. */
record OldSnapshots(CatalogWriter writer, Quarantine quarantine, SnapshotSource source) implements Consumer<Run> {
    private static final Logger LOG = LoggerFactory.getLogger(OldSnapshots.class);

    @Override
    public void accept(Run end) {
        Set<String> needed = new HashSet<>();
        writer.committed(end.provider()).map(Committed::snapshot).ifPresent(needed::add);
        quarantine.of(end.provider()).forEach(held -> needed.add(held.snapshot()));
        try {
            source.keep(end.provider(), needed);
        } catch (IOException e) {
            LOG.warn("{} old snapshots could not be deleted: {}", end.provider(), e.toString());
        }
    }
}
