package io.patchbay.fetch.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When an upstream wants to be asked again (RFC 9110, section 10.2.3; {@code X-Retry-After} is Omaha's). GitHub names the second at which its
 * limit begins anew in {@code X-RateLimit-Reset}, with every answer; it counts when nothing remains.
 */
final class RetryAfter {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private static final Pattern EPOCH_SECONDS = Pattern.compile("[0-9]{1,10}");
    /** More is a mistake, such as milliseconds, and would leave a host alone for ever. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** The time, at most a day from now; empty if the answer does not say, or not so that it can be understood. */
    static Optional<Instant> of(ResponseHead head, Instant now) throws FetchFailure {
        Optional<String> omaha = head.header("x-retry-after");
        Optional<String> value = omaha.isPresent() ? omaha : head.header("retry-after");
        Optional<Instant> time = value.isPresent() ? value.flatMap(v -> time(v, now)) : reset(head);
        Instant latest = now.plus(LONGEST);
        return time.map(t -> t.isAfter(latest) ? latest : t);
    }

    private static Optional<Instant> reset(ResponseHead head) throws FetchFailure {
        Optional<String> remaining = head.header("x-ratelimit-remaining").filter("0"::equals);
        return remaining.isEmpty()
                ? Optional.empty()
                : head.header("x-ratelimit-reset")
                        .filter(EPOCH_SECONDS.asMatchPredicate())
                        .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)));
    }

    private static Optional<Instant> time(String value, Instant now) {
        if (SECONDS.matcher(value).matches()) {
            return Optional.of(now.plusSeconds(Long.parseLong(value)));
        }
        try {
            return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
