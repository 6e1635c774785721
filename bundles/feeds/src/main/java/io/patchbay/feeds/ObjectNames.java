package io.patchbay.feeds;

import java.util.HashSet;
import java.util.Set;

/**
 * The names of an object so far, to find one that stands twice: two readers could read two things out of it. Most objects have a handful, of
 * which a bit each tells almost always that a name is new.
 */
final class ObjectNames {
    private static final int HANDFUL = 32;

    private final String[] handful = new String[HANDFUL];
    private Set<String> others = Set.of();
    private int count;
    private long bits;

    /** Forgets all names, for the next object. */
    void clear() {
        others = Set.of();
        count = 0;
        bits = 0;
    }

    /** Takes a name; false if it was there before. */
    boolean add(String name) {
        long bit = 1L << name.hashCode();
        if ((bits & bit) != 0 && isInHandful(name)) {
            return false;
        }
        bits |= bit;
        if (count < HANDFUL) {
            handful[count++] = name;
            return true;
        }
        others = others.isEmpty() ? new HashSet<>() : others;
        return others.add(name);
    }

    private boolean isInHandful(String name) {
        for (int i = 0; i < count; i++) {
            if (handful[i].equals(name)) {
                return true;
            }
        }
        return false;
    }
}
