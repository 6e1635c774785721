package io.patchbay.feeds.vendor;

import io.patchbay.model.Rollout;
import io.patchbay.model.VersionScheme;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What an updater offers those who ask it, which may differ between processors, languages or regions, or by lot, while a release is given out.
 *
 * @param scheme how the versions are ordered
 * @param shares of those who ask, the part that is offered each version, 0 to 1; who is offered nothing does not stand here
 */
public record Offers(VersionScheme scheme, Map<String, Double> shares) {
    /** What the shares of all add up to; they are binary fractions of decimal ones. */
    private static final double EVERYBODY = 0.9999;

    public Offers {
        shares = Map.copyOf(shares);
    }

    /** What these offer, to an equal share each; {@code version} tells the version of one, blank if it offers nothing. */
    public static <T> Offers of(VersionScheme scheme, Collection<T> offers, Function<T, String> version) {
        Map<String, Double> shares = new TreeMap<>();
        offers.forEach(offer -> shares.merge(version.apply(offer), 1.0 / offers.size(), Double::sum));
        shares.remove("");
        return new Offers(scheme, shares);
    }

    /** As below, where everybody must be offered the same before it is settled what that is. */
    public Rollout rollout(String version) {
        return rollout(version, Rollout.SETTLING);
    }

    /**
     * How far a release has come: to all if everybody is offered it or a newer one, and to none while only older ones are.
     *
     * @param partly what it is called in between
     */
    public Rollout rollout(String version, Rollout partly) {
        double reached = 0;
        for (Map.Entry<String, Double> share : shares.entrySet()) {
            String offered = share.getKey();
            if (offered.equals(version) || scheme.comparator().compare(offered, version) >= 0) {
                reached += share.getValue();
            }
        }
        if (reached >= EVERYBODY) {
            return Rollout.COMPLETE;
        }
        return reached > 0 ? partly : Rollout.EXISTS;
    }
}
