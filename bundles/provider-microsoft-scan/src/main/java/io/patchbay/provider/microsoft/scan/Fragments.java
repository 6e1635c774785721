package io.patchbay.provider.microsoft.scan;

import java.util.ArrayList;
import java.util.List;

/**
 * The fragments of one revision, as bytes: an eighth of the objects they stand for. They lie scattered over a shard, so they are parsed
 * when the last of them has come.
 */
final class Fragments {
    private final List<Fragment> fragments = new ArrayList<>(3);

    void add(Fragment fragment) {
        fragments.add(fragment);
    }

    List<Fragment> all() {
        return fragments;
    }
}
