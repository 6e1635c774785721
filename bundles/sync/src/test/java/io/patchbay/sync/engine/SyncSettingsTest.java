package io.patchbay.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.patchbay.feeds.config.ConfigValues;
import io.patchbay.sync.Objection.Code;
import io.patchbay.sync.review.Thresholds;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What can be configured about runs: that it is all explained, and that each value arrives where it belongs. */
class SyncSettingsTest {
    private static final Path SAMPLE =
            Path.of(System.getProperty("patchbay.root"), "runtime/src/dist/conf/samples/io.patchbay.sync.cfg");

    @Test
    void areAsSafeWithoutAConfigurationAsTheReviewIs() {
        assertEquals(Thresholds.DEFAULT, SyncSettings.thresholds(config(Map.of())));
        assertEquals(FreshnessLimitsTest.DEFAULT, FreshnessLimits.of(config(Map.of())));
    }

    @Test
    void bringEachThresholdToItsRule() {
        Map<String, Object> values = new HashMap<>();
        List<String> names = List.of(
                "removals",
                "removal_percent",
                "additions",
                "addition_factor",
                "size_factor",
                "version_jump",
                "version_jump_factor",
                "future_days",
                "updates_at_most");
        names.forEach(name -> values.put(name, 100 + names.indexOf(name)));
        values.put("rules_off", new String[] {"SIZE, FLOD, VERSION_JUMP"});
        Thresholds expected =
                new Thresholds(100, 101, 102, 103, 104, 105, 106, 107, 108, Set.of(Code.SIZE, Code.VERSION_JUMP));
        assertEquals(expected, SyncSettings.thresholds(config(values)));
    }

    @Test
    void bringEachAgeToItsAlarm() {
        Map<String, Object> values = Map.of(
                "feed_warning_hours", 1,
                "feed_alarm_hours", 2,
                "silence_days", 3,
                "feed_silence", new String[] {"putty/latest=4"});
        FreshnessLimits expected = new FreshnessLimits(
                Duration.ofHours(1),
                Duration.ofHours(2),
                Duration.ofDays(3),
                Map.of("putty/latest", Duration.ofDays(4)));
        assertEquals(expected, FreshnessLimits.of(config(values)));
    }

    @Test
    void areAllInTheSampleWithTheirDefaults() throws IOException {
        Set<String> lines = new HashSet<>(Files.readAllLines(SAMPLE));
        Set<String> missing = new TreeSet<>();
        for (Method key : SyncConfig.class.getDeclaredMethods()) {
            String name = key.getName().replace('_', '.');
            Object value = key.getDefaultValue();
            String shown = value instanceof String[] several ? String.join(", ", several) : String.valueOf(value);
            boolean isThere = shown.isEmpty()
                    ? lines.stream().anyMatch(line -> line.startsWith("#" + name + " = "))
                    : lines.contains("#" + name + " = " + shown);
            if (!isThere) {
                missing.add(name + " = " + shown);
            }
        }
        assertTrue(missing.isEmpty(), missing::toString);
    }

    /** These values, as the framework hands them over, and the defaults of everything else. */
    private static SyncConfig config(Map<String, Object> values) {
        Map<String, Object> properties = new HashMap<>();
        values.forEach((name, value) -> properties.put(name.replace('_', '.'), value));
        return ConfigValues.read(SyncConfig.class, properties, warning -> fail(warning));
    }
}
