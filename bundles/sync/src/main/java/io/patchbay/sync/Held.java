package io.patchbay.sync;

import io.patchbay.catalog.ChangeCounts;
import io.patchbay.model.UpdateId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was read and not published, and waits for an operator: one update, or a whole run.
 *
 * @param provider the provider's id
 * @param run the run that last held it
 * @param since when it was first held
 * @param snapshot the name of the snapshot, which is kept
 * @param update the update; null for a whole run. Of a line that the snapshot lacks, the release that is live
 * @param title the update's title; blank for a whole run
 * @param content a text for the content that is held: of other content, an operator is asked anew
 * @param objections why; at least one
 * @param changes what publishing it would do; null for a single update
 */
public record Held(
        String provider,
        long run,
        Instant since,
        String snapshot,
        @Nullable UpdateId update,
        String title,
        String content,
        List<Objection> objections,
        @Nullable ChangeCounts changes) {
    public Held {
        objections = List.copyOf(objections);
    }

    /** The same, held since this time. */
    public Held since(Instant time) {
        return new Held(provider, run, time, snapshot, update, title, content, objections, changes);
    }

    /** The codes of the rules, such as {@code HOST_NOT_ALLOWED,SCHEME_DOWNGRADE}. */
    public String codes() {
        return objections.stream().map(objection -> objection.code().name()).collect(Collectors.joining(","));
    }

    /** All that is objected to, in one line. */
    public String reason() {
        return objections.stream().map(Objection::toString).collect(Collectors.joining("; "));
    }
}
