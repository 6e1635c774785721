package io.patchbay.feeds.vendor;

import io.patchbay.model.Rollout;
import io.patchbay.model.VersionScheme;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * What an updater offers those who ask it, which may differ between processors, languages or regions while a release is given out.
 *
 * @param scheme how the versions are ordered
 * @param versions one for each who asks; blank where nothing is offered
 */
public record Offers(VersionScheme scheme, List<String> versions) {
    public Offers {
        versions = List.copyOf(versions);
    }

    /** What these offer; {@code version} tells the version of one. */
    public static <T> Offers of(VersionScheme scheme, Collection<T> offers, Function<T, String> version) {
        return new Offers(scheme, offers.stream().map(version).toList());
    }

    /** How far a release has come: to all of them if each is offered it or a newer one, and to none while only older ones are. */
    public Rollout rollout(String version) {
        long reached = versions.stream().filter(of -> reaches(of, version)).count();
        if (reached == versions.size()) {
            return Rollout.COMPLETE;
        }
        return reached == 0 ? Rollout.EXISTS : Rollout.SETTLING;
    }

    private boolean reaches(String offered, String version) {
        return !offered.isEmpty() && scheme.comparator().compare(offered, version) >= 0;
    }
}
