package io.patchbay.sync;

import io.patchbay.spi.ProviderInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a provider is doing.
 *
 * @param id its id
 * @param presence whether it runs
 * @param bundle the running bundle's symbolic name; blank if none runs
 * @param version the running bundle's version; blank if none runs
 * @param info who it is; null if none runs
 * @param live how many of its updates are offered, and how many advisories it has
 * @param last the last run, which may be under way; null if there was none
 * @param lastSuccess when a run last succeeded; null if none ever did
 * @param held whether something waits to be released
 * @param isolated whether its code runs in a process of its own
 * @param freshness how the worst of its feeds is doing; NEVER if none runs
 * @param note what an operator should know: other bundles that claim the same id, and what the configuration leaves out; blank if there is
 *     nothing
 */
public record ProviderStatus(
        String id,
        Presence presence,
        String bundle,
        String version,
        @Nullable ProviderInfo info,
        long live,
        @Nullable Run last,
        @Nullable Instant lastSuccess,
        boolean held,
        boolean isolated,
        Freshness freshness,
        String note) {
    /** Whether a provider runs. */
    public enum Presence {
        PRESENT,
        /** No bundle of it is running; its entries are served as they were. */
        ABSENT
    }
}
