package io.patchbay.fetch.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** When an upstream wants to be asked again (RFC 9110, section 10.2.3; {@code X-Retry-After} is Omaha's). */
final class RetryAfter {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private RetryAfter() {}

    /** The time; empty if the answer does not say, or not so that it can be understood. */
    static Optional<Instant> of(ResponseHead head, Instant now) throws FetchFailure {
        Optional<String> omaha = head.header("x-retry-after");
        Optional<String> value = omaha.isPresent() ? omaha : head.header("retry-after");
        return value.flatMap(v -> time(v, now));
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
