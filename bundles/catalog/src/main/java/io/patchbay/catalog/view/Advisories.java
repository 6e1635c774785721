package io.patchbay.catalog.view;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All advisories of one generation. Immutable. */
public final class Advisories {
    /** None. */
    public static final Advisories NONE = new Advisories(Map.of());

    private final Map<Key, AdvisoryFacts> byKey;
    private final KbFixes fixes;

    private record Key(String provider, String id) {
        static Key of(AdvisoryFacts advisory) {
            return new Key(advisory.provider(), advisory.id());
        }
    }

    private Advisories(Map<Key, AdvisoryFacts> byKey) {
        this.byKey = byKey;
        this.fixes = KbFixes.of(byKey.values());
    }

    /** These, of which no two have both provider and id in common. */
    public static Advisories of(Collection<AdvisoryFacts> advisories) {
        return NONE.with(new Changes(List.copyOf(advisories), List.of()));
    }

    /**
     * What a commit makes of the advisories of a provider.
     *
     * @param put those that are new or changed
     * @param dropped those that its documents no longer have
     */
    public record Changes(List<AdvisoryFacts> put, List<AdvisoryFacts> dropped) {
        /** Whether there are none. */
        public boolean isEmpty() {
            return put.isEmpty() && dropped.isEmpty();
        }
    }

    /** These after changes. */
    Advisories with(Changes changes) {
        if (changes.isEmpty()) {
            return this;
        }
        Map<Key, AdvisoryFacts> after = new LinkedHashMap<>(byKey);
        changes.dropped().forEach(advisory -> after.remove(Key.of(advisory)));
        changes.put().forEach(advisory -> after.put(Key.of(advisory), advisory));
        return new Advisories(after);
    }

    /** The advisory of this id; null if the provider has none. */
    public @Nullable AdvisoryFacts find(String provider, String id) {
        return byKey.get(new Key(provider, id));
    }

    /** Those of a provider that are not among these ids. */
    List<AdvisoryFacts> others(String provider, Set<String> ids) {
        return byKey.values().stream()
                .filter(advisory -> advisory.provider().equals(provider) && !ids.contains(advisory.id()))
                .toList();
    }

    /** How many each provider has; a new map. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        byKey.values().forEach(advisory -> counts.merge(advisory.provider(), 1L, Long::sum));
        return counts;
    }

    boolean isEmpty() {
        return byKey.isEmpty();
    }

    /** What they say of KB articles. */
    KbFixes fixes() {
        return fixes;
    }
}
