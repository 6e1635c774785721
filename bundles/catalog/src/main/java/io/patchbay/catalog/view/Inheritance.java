package io.patchbay.catalog.view;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;

/**
 * Hands down what advisories say of updates to those that replace them and of which they say nothing, such as the preview that follows a
 * cumulative update. Each inherits from the newest only: what those replace, they account for themselves.
 */
final class Inheritance {
    private final Map<Integer, Advised> own;
    private final Supersedence supersedence;
    private final Map<Integer, Set<Integer>> testators = new HashMap<>();

    private Inheritance(Map<Integer, Advised> own, Supersedence supersedence) {
        this.own = own;
        this.supersedence = supersedence;
    }

    /** What is said of updates, by key, with what others inherit. */
    static Map<Integer, Advised> of(Map<Integer, Advised> own, Supersedence supersedence) {
        Inheritance inheritance = new Inheritance(own, supersedence);
        own.keySet().forEach(inheritance::handDown);
        Map<Integer, Advised> all = new HashMap<>(own);
        inheritance.testators.forEach((heir, testators) -> all.put(heir, inheritance.share(testators)));
        return all;
    }

    private void handDown(int testator) {
        Queue<Integer> open = new ArrayDeque<>(Set.of(testator));
        for (Integer key = open.poll(); key != null; key = open.poll()) {
            for (int heir : supersedence.superseders(key)) {
                if (!own.containsKey(heir)
                        && testators.computeIfAbsent(heir, k -> new TreeSet<>()).add(testator)) {
                    open.add(heir);
                }
            }
        }
    }

    private Advised share(Set<Integer> all) {
        return Advised.all(
                all.stream().filter(key -> isNewest(key, all)).map(own::get).toList());
    }

    private boolean isNewest(int key, Set<Integer> all) {
        for (int superseder : supersedence.superseders(key)) {
            if (all.contains(superseder)) {
                return false;
            }
        }
        return true;
    }
}
