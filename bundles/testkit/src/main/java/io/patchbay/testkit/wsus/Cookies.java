package io.patchbay.testkit.wsus;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The cookies that a server has given, and when each expires. */
final class Cookies {
    /** As long as those of a WSUS. */
    private static final Duration LIFETIME = Duration.ofHours(4);

    private final InstantSource clock;
    private final Map<String, Instant> ends = new HashMap<>();
    private Duration lifetime = LIFETIME;
    private int count;

    Cookies(InstantSource clock) {
        this.clock = clock;
    }

    void last(Duration time) {
        lifetime = time;
    }

    void forget() {
        ends.clear();
    }

    /** A new one, as GetCookie gives it. */
    String bake() {
        Instant end = clock.instant().plus(lifetime);
        String data = Base64.getEncoder().encodeToString(("cookie " + ++count).getBytes(StandardCharsets.UTF_8));
        ends.put(data, end);
        return "<Expiration>" + end + "</Expiration><EncryptedData>" + data + "</EncryptedData>";
    }

    boolean isGood(String data) {
        Instant end = ends.get(data);
        return end != null && !clock.instant().isAfter(end);
    }
}
