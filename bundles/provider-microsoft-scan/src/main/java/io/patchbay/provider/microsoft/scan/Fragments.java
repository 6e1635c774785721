package io.patchbay.provider.microsoft.scan;

import java.util.ArrayList;
import java.util.List;

/**
 * The fragments of one revision, as bytes: an eighth of the objects they stand for. They lie scattered over a shard, so they are parsed
 * when the last of them has come.
 */
final class Fragments {
    private final List<FragmentName> names = new ArrayList<>(3);
    private final List<Fragment> fragments = new ArrayList<>(3);

    void add(FragmentName name, Fragment fragment) {
        names.add(name);
        fragments.add(fragment);
    }

    /** Whether one has this name; there are so few that each is asked. */
    boolean has(FragmentName name) {
        return names.contains(name);
    }

    boolean haveCore() {
        for (FragmentName name : names) {
            if (name.kind() == FragmentName.Kind.CORE) {
                return true;
            }
        }
        return false;
    }

    int count() {
        return fragments.size();
    }

    List<Fragment> all() {
        return fragments;
    }
}
