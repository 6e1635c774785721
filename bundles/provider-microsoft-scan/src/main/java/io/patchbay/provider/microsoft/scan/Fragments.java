package io.patchbay.provider.microsoft.scan;

import io.patchbay.provider.microsoft.scan.FragmentName.Kind;
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

    /** Whether there is one of this kind, or of texts one in the same language. */
    boolean has(Kind kind, String member) {
        for (Fragment fragment : fragments) {
            if (fragment.kind() == kind && (kind != Kind.LOCALIZED || isOne(fragment.member(), member))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOne(String member, String other) {
        return member.length() == other.length() && member.replace('\\', '/').equals(other.replace('\\', '/'));
    }
}
