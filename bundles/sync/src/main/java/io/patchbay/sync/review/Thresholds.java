package io.patchbay.sync.review;

import io.patchbay.sync.Objection.Code;
import java.util.Set;

/**
 * How much is too much, as an operator sets it.
 *
 * @param removals how many updates may be withdrawn at once, however few there are; and how many releases that are taken back may count as one each
 * @param removalPercent how many of a hundred offered updates may be withdrawn at once
 * @param additions how many updates may be added at once, however few that usually are
 * @param additionFactor how many times as many as usual may be added at once
 * @param sizeFactor how many times as large or as small as the one before a file may be
 * @param jump by how much a version's first number may grow at once, however much it grows in proportion
 * @param jumpFactor how many times as great a version's first number may be, however little it grows
 * @param futureDays how many days a release date may be ahead
 * @param most how many updates and advisories a snapshot may hold; more are no feed but a flood
 * @param off the rules that do not apply
 */
public record Thresholds(
        int removals,
        int removalPercent,
        int additions,
        int additionFactor,
        int sizeFactor,
        int jump,
        int jumpFactor,
        int futureDays,
        int most,
        Set<Code> off) {
    /** The values without configuration. */
    public static final Thresholds DEFAULT = new Thresholds(5, 20, 100, 10, 10, 10, 3, 1, 1_000_000, Set.of());

    public Thresholds {
        off = Set.copyOf(off);
    }
}
