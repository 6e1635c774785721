package io.patchbay.provider.google.chrome;

import io.patchbay.feeds.Json;
import io.patchbay.feeds.Value;
import io.patchbay.model.Rollout;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The last releases of a build, by version history. One version stands there for each step of its rollout, and when it is served again. */
record History(List<Served> releases) {
    /** What the fractions of all add up to; they are binary fractions of decimal ones. */
    private static final double EVERYBODY = 0.9999;

    /** A version, given to a fraction of those who ask, from a time on; {@code live} if it still is. */
    record Served(String version, Instant start, boolean live, double fraction) {
        private boolean isAtLeast(String other) {
            return VersionScheme.FOUR_NUMBERS.comparator().compare(version, other) >= 0;
        }
    }

    static History read(Snapshot snapshot, String document) throws IOException, FeedException {
        Value list = Json.read(snapshot, document).get("releases");
        List<Served> releases = new ArrayList<>();
        for (Value release : list.items()) {
            Value serving = release.get("serving");
            Optional<Value> fraction = release.find("fraction");
            releases.add(new Served(
                    release.get("version").version(VersionScheme.FOUR_NUMBERS),
                    serving.get("startTime").time(),
                    serving.find("endTime").isEmpty(),
                    fraction.isPresent() ? fraction.get().decimal() : 1));
        }
        if (releases.isEmpty()) {
            throw new FeedException(document, list.pointer(), "expected releases, found none");
        }
        return new History(releases);
    }

    /** How far a version has come. Everybody gets it if the fractions of it and of later ones together are everybody. */
    Rollout rollout(String version) {
        List<Served> own =
                releases.stream().filter(r -> r.version().equals(version)).toList();
        if (own.isEmpty()) {
            return Rollout.SETTLING;
        }
        if (own.stream().noneMatch(Served::live)) {
            return Rollout.EXISTS;
        }
        double reached = releases.stream()
                .filter(r -> r.live() && r.isAtLeast(version))
                .mapToDouble(Served::fraction)
                .sum();
        return reached >= EVERYBODY ? Rollout.COMPLETE : Rollout.OFFERED;
    }

    /** The day on which a version was first served; null if that is not known. */
    @Nullable
    LocalDate released(String version) {
        return releases.stream()
                .filter(r -> r.version().equals(version))
                .map(Served::start)
                .min(Comparator.naturalOrder())
                .map(start -> start.atOffset(ZoneOffset.UTC).toLocalDate())
                .orElse(null);
    }
}
