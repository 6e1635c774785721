package io.patchbay.catalog.view;

import java.util.Collections;
import java.util.Map;

/** Counts what providers offer. */
public final class Offered {
    private Offered() {}

    /** How many updates each provider offers, together with its advisories. */
    public static Map<String, Long> counts(View view) {
        Map<String, Long> counts = view.advisories().counts();
        for (int key = 1; key <= view.size(); key++) {
            if (view.said(key).isOffered()) {
                counts.merge(view.said(key).provider(), 1L, Long::sum);
            }
        }
        return Collections.unmodifiableMap(counts);
    }

    /** How many updates of a provider are offered and not superseded, together with its advisories. */
    public static long current(View view, String provider) {
        long count = view.advisories().counts().getOrDefault(provider, 0L);
        for (int key = 1; key <= view.size(); key++) {
            Row row = view.said(key);
            boolean own = row.isOffered() && row.provider().equals(provider);
            count += own && !view.isSuperseded(row.facts().id()) ? 1 : 0;
        }
        return count;
    }
}
