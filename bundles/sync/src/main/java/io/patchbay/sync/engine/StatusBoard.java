package io.patchbay.sync.engine;

import io.patchbay.catalog.Catalog;
import io.patchbay.sync.FeedStatus;
import io.patchbay.sync.Freshness;
import io.patchbay.sync.ProviderStatus;
import io.patchbay.sync.ProviderStatus.Presence;
import io.patchbay.sync.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells how providers and their feeds are doing, those included that went and left updates behind. */
record StatusBoard(
        Catalog catalog,
        PatchPanel panel,
        Filters filters,
        Runs runs,
        RunLog log,
        Quarantine quarantine,
        FeedWatch feeds) {

    List<ProviderStatus> providers() {
        Map<String, Long> live = catalog.view().liveCounts();
        SortedSet<String> ids = new TreeSet<>(live.keySet());
        ids.addAll(panel.ids());
        quarantine.all().forEach(held -> ids.add(held.provider()));
        List<ProviderStatus> all = new ArrayList<>();
        ids.forEach(id -> all.add(status(id, live.getOrDefault(id, 0L))));
        return all;
    }

    private ProviderStatus status(String id, long live) {
        Plugged plugged = panel.inUse(id).orElse(null);
        return new ProviderStatus(
                id,
                plugged == null ? Presence.ABSENT : Presence.PRESENT,
                plugged == null ? "" : plugged.bundle(),
                plugged == null ? "" : plugged.version().toString(),
                plugged == null ? null : plugged.info(),
                live,
                runs.last(id),
                log.lastSuccess(id).map(Run::ended).orElse(null),
                !quarantine.of(id).isEmpty(),
                plugged != null && plugged.isolated(),
                plugged == null ? Freshness.NEVER : feeds.worst(plugged),
                note(id));
    }

    private String note(String id) {
        return Stream.of(panel.others(id), filters.described(id))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    List<FeedStatus> feeds(String provider) {
        return panel.inUse(provider).map(feeds::status).orElse(List.of());
    }
}
