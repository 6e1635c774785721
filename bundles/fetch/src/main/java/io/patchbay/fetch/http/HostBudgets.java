package io.patchbay.fetch.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.net.URI;
import java.time.Duration;

/**
 * The budget of each host, over all providers. A budget is forgotten a day after its last use: no exchange lasts so long, and no longer
 * can a host ask to be left alone.
 */
final class HostBudgets {
    private final LoadingCache<String, HostBudget> budgets;

    HostBudgets(Surroundings surroundings, int places, Duration spacing) {
        this.budgets = Caffeine.newBuilder()
                .maximumSize(1_000)
                .expireAfterAccess(Duration.ofDays(1))
                .build(host -> new HostBudget(surroundings, places, spacing));
    }

    HostBudget of(URI url) {
        return budgets.get(AddressPolicy.host(url));
    }
}
