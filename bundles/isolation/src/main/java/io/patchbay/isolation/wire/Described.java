package io.patchbay.isolation.wire;

import io.patchbay.spi.Feed;
import io.patchbay.spi.ProviderInfo;
import java.util.List;

/**
 * A provider, as it describes itself.
 *
 * @param info who it is
 * @param feeds what it reads
 * @param ranking of its service among others for the same id
 */
public record Described(ProviderInfo info, List<Feed> feeds, int ranking) {
    /** Copies the list. */
    public Described {
        feeds = List.copyOf(feeds);
    }
}
