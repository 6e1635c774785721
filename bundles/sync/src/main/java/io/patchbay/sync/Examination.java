package io.patchbay.sync;

import io.patchbay.catalog.ChangeCounts;
import io.patchbay.model.UpdateId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the review says of a snapshot that nobody publishes.
 *
 * @param updates what is objected to, by update; for a line that the snapshot lacks, by the release that is live
 * @param run why the run would be held as a whole; empty if it would not be
 * @param changes what publishing all of it would do to the catalogue as it is now
 */
public record Examination(Map<UpdateId, List<Objection>> updates, List<Objection> run, ChangeCounts changes) {
    public Examination {
        updates = Collections.unmodifiableMap(new LinkedHashMap<>(updates));
        run = List.copyOf(run);
    }
}
