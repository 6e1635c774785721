package io.patchbay.fetch.http;

import java.time.Duration;

/**
 * When to ask again.
 *
 * @param retries how often at most
 * @param backoff the wait before the first retry; doubled for each one more
 * @param retryAfterCap the longest wait that an upstream may ask for
 */
record RetryPolicy(int retries, Duration backoff, Duration retryAfterCap) {
    /** The wait after so many failures: between half of the backoff and all of it, so that clients do not come back at once. */
    Duration pause(int failures, double random) {
        long longest = backoff.toMillis() << Math.min(failures - 1, 10);
        return Duration.ofMillis(Math.round(longest * (0.5 + random / 2)));
    }
}
