package io.patchbay.sync.engine;

import io.patchbay.catalog.Catalog;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.model.Advisory;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.UpdateSink;
import io.patchbay.sync.Decided;
import io.patchbay.sync.Decision;
import io.patchbay.sync.Difference;
import io.patchbay.sync.Held;
import io.patchbay.sync.review.Decisions;
import io.patchbay.sync.review.Decisions.Verdict;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What operators see of held content and do with it. */
final class Holding {
    private final Quarantine quarantine;
    private final Decisions decisions;
    private final RunAudit audit;
    private final SnapshotSource source;
    private final Catalog catalog;
    private final Clock clock;

    Holding(
            Quarantine quarantine,
            Decisions decisions,
            RunAudit audit,
            SnapshotSource source,
            Catalog catalog,
            Clock clock) {
        this.quarantine = quarantine;
        this.decisions = decisions;
        this.audit = audit;
        this.source = source;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** What is held of a provider, or one update of it; fails if nothing is. */
    List<Held> require(String provider, @Nullable UpdateId update) {
        List<Held> chosen = quarantine.of(provider).stream()
                .filter(held -> update == null || update.equals(held.update()))
                .toList();
        if (chosen.isEmpty()) {
            String what = update == null ? "nothing" : "no update " + update;
            throw new IllegalArgumentException(what + " of provider \"" + provider + "\" is held");
        }
        return chosen;
    }

    /** Records that these are to be published. */
    void release(List<Held> chosen, Decision decision) throws IOException {
        record(chosen, Verdict.RELEASED, decision);
    }

    /** Records that these are not to be published, and holds them no longer. */
    void reject(String provider, List<Held> chosen, Decision decision) throws IOException {
        record(chosen, Verdict.REJECTED, decision);
        List<Held> left = new ArrayList<>(quarantine.of(provider));
        left.removeAll(chosen);
        quarantine.hold(provider, left);
    }

    /** Takes back what was decided about a provider, or about one update of it; fails if nothing was. */
    List<Decided> forget(String provider, @Nullable UpdateId update, Decision decision) throws IOException {
        List<Decided> chosen = decisions.all().stream()
                .filter(decided -> decided.provider().equals(provider))
                .filter(decided -> update == null || update.equals(decided.update()))
                .toList();
        if (chosen.isEmpty()) {
            String what = update == null ? "" : "update " + update + " of ";
            throw new IllegalArgumentException("nothing was decided about " + what + "provider \"" + provider + "\"");
        }
        for (Decided decided : chosen) {
            audit.forgets(decided, decision);
            decisions.forget(decided, decision.reason(), clock.instant());
        }
        return chosen;
    }

    private void record(List<Held> chosen, Verdict verdict, Decision decision) throws IOException {
        for (Held held : chosen) {
            audit.decides(held, verdict, decision);
            decisions.add(held, verdict, decision.reason(), clock.instant());
        }
    }

    /** Compares an update of the held snapshot with what the provider last said of it. */
    Difference difference(Plugged plugged, UpdateId update) throws IOException, FeedException {
        Held held = require(plugged.id(), null).get(0);
        Optional<Update> live = catalog.view().details(update).flatMap(details -> details.said(plugged.id()));
        return new Difference(live.orElse(null), find(plugged, held.snapshot(), update));
    }

    private @Nullable Update find(Plugged plugged, String name, UpdateId id) throws IOException, FeedException {
        SnapshotFolder snapshot = source.open(plugged.id(), name);
        Signers signers = Signers.of(plugged.feeds(), snapshot);
        AtomicReference<@Nullable Update> found = new AtomicReference<>();
        plugged.provider().parse(snapshot, new UpdateSink() {
            @Override
            public void accept(Update update) {
                if (update.id().equals(id)) {
                    found.set(signers.mark(update));
                }
            }

            @Override
            public void accept(Advisory advisory) {
                // Advisories are not reviewed.
            }
        });
        return found.get();
    }
}
