package io.patchbay.provider.google.chrome;

import io.patchbay.feeds.Json;
import io.patchbay.feeds.Omaha.Build;
import io.patchbay.feeds.Value;
import io.patchbay.feeds.vendor.Offers;
import io.patchbay.feeds.vendor.VendorRelease;
import io.patchbay.model.Architecture;
import io.patchbay.model.Rollout;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The last releases of a build. A version stands there once for each step of its rollout, and when it is served again.
 *
 * @param begun the day on which each was first served
 * @param served to how many of those who ask each is served now
 */
record VersionHistory(Map<String, LocalDate> begun, Offers served) {
    static final Feed FEED = Feed.json("releases", "https://versionhistory.googleapis.com/v1/chrome/platforms/");

    /** Google's words for the processors. */
    private static final Map<Architecture, String> PLATFORMS =
            Map.of(Architecture.X86, "win", Architecture.X64, "win64", Architecture.ARM64, "win_arm64");

    static void fetch(Fetcher fetcher, Build build) throws IOException, FeedException {
        String versions = PLATFORMS.get(build.processor()) + "/channels/" + build.channel() + "/versions/all/";
        URI newest = URI.create(versions + "releases?order_by=starttime%20desc&page_size=50");
        fetcher.fetch(FEED, build.name() + ".json", newest);
    }

    static VersionHistory read(Snapshot snapshot, Build build) throws IOException, FeedException {
        return read(Json.read(snapshot, FEED.name() + '/' + build.name() + ".json"));
    }

    static VersionHistory read(Value list) throws FeedException {
        Map<String, LocalDate> begun = new TreeMap<>();
        Map<String, Double> served = new TreeMap<>();
        for (Value release : list.get("releases").items("releases")) {
            String version = release.get("version").version(VersionScheme.FOUR_NUMBERS);
            Value serving = release.get("serving");
            begun.merge(version, serving.get("startTime").day(), (a, b) -> a.isBefore(b) ? a : b);
            if (serving.find("endTime").isEmpty()) {
                Optional<Value> fraction = release.find("fraction");
                served.merge(version, fraction.isPresent() ? fraction.get().decimal() : 1, Double::sum);
            }
        }
        return new VersionHistory(begun, new Offers(VersionScheme.FOUR_NUMBERS, served));
    }

    /** Tells when a version was first served, and how far it has come since; what does not stand here yet is not settled. */
    void describe(VendorRelease release, String version) {
        boolean known = begun.containsKey(version);
        release.released(begun.get(version))
                .rollout(known ? served.rollout(version, Rollout.OFFERED) : Rollout.SETTLING);
    }
}
