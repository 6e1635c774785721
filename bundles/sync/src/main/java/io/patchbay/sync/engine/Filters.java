package io.patchbay.sync.engine;

import io.patchbay.feeds.trust.Policy;
import io.patchbay.spi.SyncFilter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What operators want from each upstream; of one without a filter, everything. Thread-safe. */
final class Filters {
    private final Map<String, ProviderFilter> filters = new ConcurrentHashMap<>();

    void add(ProviderFilter filter) {
        filters.put(filter.provider(), filter);
    }

    void remove(ProviderFilter filter) {
        filters.remove(filter.provider(), filter);
    }

    SyncFilter of(String provider) {
        ProviderFilter filter = filters.get(provider);
        return filter == null ? SyncFilter.EVERYTHING : filter.filter();
    }

    /** What an operator's filter leaves of an upstream; blank if that is everything. */
    String described(String provider) {
        ProviderFilter filter = filters.get(provider);
        return filter == null ? "" : filter.described();
    }

    /** The policy of a provider, or what its filter leaves of it. */
    Policy policy(Plugged plugged) {
        ProviderFilter filter = filters.get(plugged.id());
        return filter == null ? plugged.policy() : filter.narrow(plugged.policy());
    }
}
