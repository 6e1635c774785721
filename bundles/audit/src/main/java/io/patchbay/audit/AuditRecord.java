package io.patchbay.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One thing that was done.
 *
 * @param number 1 for the first, one more for each
 * @param time when it was recorded
 * @param actor who did it: {@code engine}, or the name of a user
 * @param action what was done
 * @param object to what
 * @param details whatever else is to be known, by name
 * @param previous the SHA-256 of the record before, as 64 hexadecimal digits; zeros for the first
 */
public record AuditRecord(
        long number,
        Instant time,
        String actor,
        String action,
        String object,
        Map<String, String> details,
        String previous) {
    /** Takes a copy of the details, sorted by name. */
    public AuditRecord {
        SortedMap<String, String> sorted = new TreeMap<>(Map.copyOf(details));
        details = Collections.unmodifiableSortedMap(sorted);
    }

    /** Whether it is about this provider: its object, or a detail of that name. */
    public boolean concerns(String provider) {
        return object.equals(provider) || provider.equals(details.get("provider"));
    }
}
