package io.patchbay.sync;

import io.patchbay.catalog.ChangeCounts;
import java.time.Instant;

/**
 * What a run read and did not commit, because it would change more than is sane.
 *
 * @param provider the provider's id
 * @param run the run that was held
 * @param since when
 * @param snapshot the name of the snapshot, which is kept
 * @param code the rule that held it, such as {@code MASS_REMOVAL}
 * @param reason the rule in words, with figures
 * @param changes what it would do
 */
public record Held(
        String provider, long run, Instant since, String snapshot, String code, String reason, ChangeCounts changes) {}
