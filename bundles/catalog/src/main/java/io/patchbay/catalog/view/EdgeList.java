package io.patchbay.catalog.view;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pairs of keys, each of an update and one that it replaces, or installs, in two growing arrays. */
final class EdgeList {
    private int[] from = new int[64];
    private int[] to = new int[64];
    private int size;

    void add(int source, int target) {
        if (size == from.length) {
            from = Arrays.copyOf(from, 2 * size);
            to = Arrays.copyOf(to, 2 * size);
        }
        from[size] = source;
        to[size++] = target;
    }

    static EdgeList join(EdgeList... lists) {
        EdgeList all = new EdgeList();
        for (EdgeList list : lists) {
            all.addAll(list);
        }
        return all;
    }

    private void addAll(EdgeList other) {
        other.forEach(this::add);
    }

    /** What takes pairs. */
    interface Reader {
        void read(int source, int target);
    }

    void forEach(Reader reader) {
        for (int i = 0; i < size; i++) {
            reader.read(from[i], to[i]);
        }
    }

    /** Those that join two of these keys. */
    EdgeList within(BitSet keys) {
        EdgeList inner = new EdgeList();
        forEach((source, target) -> {
            if (keys.get(source) && keys.get(target)) {
                inner.add(source, target);
            }
        });
        return inner;
    }

    /** Those that are not among others. */
    EdgeList without(EdgeList others) {
        if (others.size == 0) {
            return this;
        }
        Set<Long> left = new HashSet<>();
        others.forEach((source, target) -> left.add(pair(source, target)));
        EdgeList rest = new EdgeList();
        forEach((source, target) -> {
            if (!left.contains(pair(source, target))) {
                rest.add(source, target);
            }
        });
        return rest;
    }

    private static long pair(int source, int target) {
        return (long) source << Integer.SIZE | target;
    }

    /** For each key below the bound, the first keys of the pairs in which it is the second, ascending and distinct; null where there is none. */
    int[] @Nullable [] byTarget(int bound) {
        return sorted(group(bound, to, from));
    }

    /** For each key below the bound, the second keys of the pairs in which it is the first, ascending and distinct; null where there is none. */
    int[] @Nullable [] bySource(int bound) {
        return sorted(group(bound, from, to));
    }

    private static int[] @Nullable [] sorted(int[] @Nullable [] lists) {
        for (int i = 0; i < lists.length; i++) {
            if (lists[i] != null) {
                lists[i] = Arrays.stream(lists[i]).sorted().distinct().toArray();
            }
        }
        return lists;
    }

    private int[] @Nullable [] group(int bound, int[] keys, int[] values) {
        int[] counts = counts(bound, keys);
        int[] @Nullable [] lists = new int[bound][];
        for (int i = 0; i < size; i++) {
            int key = keys[i];
            int[] list = lists[key];
            if (list == null) {
                list = new int[counts[key]];
                lists[key] = list;
            }
            list[--counts[key]] = values[i];
        }
        return lists;
    }

    private int[] counts(int bound, int[] keys) {
        int[] counts = new int[bound];
        for (int i = 0; i < size; i++) {
            counts[keys[i]]++;
        }
        return counts;
    }

    /** The keys that are on a cycle, or on a way from one cycle to another. */
    BitSet tangled(int bound) {
        BitSet left = new BitSet(bound);
        left.set(0, bound);
        peel(left, from, to, bound);
        peel(left, to, from, bound);
        return left;
    }

    /** Takes away, again and again, whatever no remaining edge ends at. */
    private void peel(BitSet left, int[] tails, int[] heads, int bound) {
        int[] @Nullable [] next = group(bound, tails, heads);
        int[] incoming = new int[bound];
        for (int i = 0; i < size; i++) {
            if (left.get(tails[i]) && left.get(heads[i])) {
                incoming[heads[i]]++;
            }
        }
        int[] queue = new int[bound];
        int end = 0;
        for (int key = left.nextSetBit(0); key >= 0; key = left.nextSetBit(key + 1)) {
            if (incoming[key] == 0) {
                queue[end++] = key;
            }
        }
        for (int start = 0; start < end; start++) {
            left.clear(queue[start]);
            int[] followers = next[queue[start]];
            for (int i = 0; followers != null && i < followers.length; i++) {
                if (left.get(followers[i]) && --incoming[followers[i]] == 0) {
                    queue[end++] = followers[i];
                }
            }
        }
    }
}
