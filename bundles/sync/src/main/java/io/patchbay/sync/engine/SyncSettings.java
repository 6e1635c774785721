package io.patchbay.sync.engine;

import static java.util.Objects.requireNonNull;

import io.patchbay.feeds.config.ConfigValues;
import io.patchbay.fetch.FeedClient;
import io.patchbay.sync.Objection.Code;
import io.patchbay.sync.review.Thresholds;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the engine runs providers.
 *
 * @param folder where it keeps what it must remember of runs
 * @param thresholds how much a run may change
 * @param freshness how old feeds may be
 * @param schedule when providers run
 * @param parallel how many of them may read and commit at a time
 * @param patience how long a run may go on without a sign of life
 */
record SyncSettings(
        Path folder,
        Thresholds thresholds,
        FreshnessLimits freshness,
        Schedule schedule,
        int parallel,
        Duration patience) {
    private static final Logger LOG = LoggerFactory.getLogger(SyncSettings.class);

    /** The framework's settings {@code patchbay.data} and {@code patchbay.oneshot}, and the configuration. */
    static SyncSettings of(BundleContext context, Map<String, Object> properties) {
        SyncConfig config = ConfigValues.read(SyncConfig.class, properties, LOG::warn);
        return new SyncSettings(
                dataFolder(context).resolve("sync"),
                thresholds(config),
                FreshnessLimits.of(config),
                new Schedule(interval(context, config)),
                config.parallel(),
                Duration.ofMinutes(config.stall_minutes()));
    }

    /** The upstreams, or what {@code patchbay.feeds} has recorded of them, up to {@code patchbay.at}. */
    static SnapshotSource source(BundleContext context, FeedClient client) {
        String recorded = context.getProperty("patchbay.feeds");
        if (recorded != null) {
            return new RecordedSource(Path.of(recorded), Optional.ofNullable(context.getProperty("patchbay.at")));
        }
        return new FetchedSource(client, dataFolder(context).resolve("snapshots"), Clock.systemUTC());
    }

    private static Path dataFolder(BundleContext context) {
        return Path.of(requireNonNull(context.getProperty("patchbay.data"), "patchbay.data is not set"));
    }

    private static Duration interval(BundleContext context, SyncConfig config) {
        boolean oneshot = Boolean.parseBoolean(context.getProperty("patchbay.oneshot"));
        return oneshot ? Duration.ZERO : Duration.ofMinutes(config.interval_minutes());
    }

    static Thresholds thresholds(SyncConfig config) {
        return new Thresholds(
                config.removals(),
                config.removal_percent(),
                config.additions(),
                config.addition_factor(),
                config.size_factor(),
                config.version_jump(),
                config.version_jump_factor(),
                config.future_days(),
                config.updates_at_most(),
                rules(config.rules_off()));
    }

    /** A rule that is misspelled stays on; the engine must not stand still for it. */
    static Set<Code> rules(String... names) {
        Set<Code> rules = EnumSet.noneOf(Code.class);
        for (String name : names) {
            Optional<Code> rule = Stream.of(Code.values())
                    .filter(code -> code.name().equals(name))
                    .findFirst();
            rule.ifPresentOrElse(
                    rules::add, () -> LOG.warn("rules.off names \"{}\", which is none of {}", name, Code.values()));
        }
        return rules;
    }
}
