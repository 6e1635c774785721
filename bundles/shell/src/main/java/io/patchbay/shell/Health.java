package io.patchbay.shell;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.patchbay.sync.Freshness;
import io.patchbay.sync.Held;
import io.patchbay.sync.ProviderStatus;
import io.patchbay.sync.ProviderStatus.Presence;
import io.patchbay.sync.Run;
import io.patchbay.sync.Sync;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a provider is doing, and whether somebody must look at it.
 *
 * @param status what the engine says of it
 * @param held how many items of it wait for an operator; a whole run is one
 * @param ended the last run that has ended: of one under way nobody knows yet how it ends; null if there is none
 */
record Health(ProviderStatus status, long held, @Nullable Run ended) {
    /** That of all providers, ordered by id. */
    static List<Health> of(Sync sync) {
        Map<String, Long> held = sync.held().stream().collect(groupingBy(Held::provider, counting()));
        Map<String, Run> ended = sync.runs(Integer.MAX_VALUE).stream()
                .filter(Run::hasEnded)
                .collect(toMap(Run::provider, run -> run, (newer, older) -> newer));
        return sync.providers().stream()
                .map(p -> new Health(p, held.getOrDefault(p.id(), 0L), ended.get(p.id())))
                .toList();
    }

    /** What somebody must look at, each in a few words. What failed before its provider went cannot be mended any more. */
    List<String> troubles() {
        List<String> troubles = new ArrayList<>();
        boolean present = status.presence() == Presence.PRESENT;
        if (present && ended != null && ended.state() == Run.State.FAILED) {
            troubles.add(status.id() + " failed (" + ended.reason() + ")");
        }
        if (present && status.freshness() == Freshness.ALARM) {
            troubles.add("a feed of " + status.id() + " is an alarm");
        }
        if (held > 0) {
            troubles.add(held + " held of " + status.id());
        }
        return troubles;
    }

    Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = RunFields.of(status);
        fields.put("heldCount", held);
        return fields;
    }
}
