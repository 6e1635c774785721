package io.patchbay.provider.microsoft.scan;

import org.jspecify.annotations.Nullable;

/** A few names that are read again and again, each as one String. */
final class Names {
    private static final int MOST = 1_000;

    private @Nullable String[] slots = new String[256];
    private int size;

    /**
     * The name as a String, which is made the first time only.
     *
     * @throws IllegalArgumentException if there are more than a few
     */
    String of(CharSequence name) {
        int slot = slot(name);
        String known = slots[slot];
        if (known != null) {
            return known;
        }
        if (size == MOST) {
            throw new IllegalArgumentException("expected at most " + MOST + " different names of languages");
        }
        String added = name.toString();
        slots[slot] = added;
        size++;
        growIfCrowded();
        return added;
    }

    private int slot(CharSequence name) {
        int slot = hash(name) & (slots.length - 1);
        while (slots[slot] != null && !slots[slot].contentEquals(name)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private static int hash(CharSequence name) {
        int hash = 0;
        for (int i = 0; i < name.length(); i++) {
            hash = 31 * hash + name.charAt(i);
        }
        return hash ^ hash >>> 16;
    }

    private void growIfCrowded() {
        if (2 * size <= slots.length) {
            return;
        }
        @Nullable String[] old = slots;
        slots = new String[2 * old.length];
        for (String name : old) {
            if (name != null) {
                slots[slot(name)] = name;
            }
        }
    }
}
