package io.patchbay.feeds.config;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigValuesTest {
    @interface Config {
        int interval_minutes() default 360;

        long size() default 5;

        boolean direct() default false;

        String name() default "nobody";

        String[] off() default {"a", "b"};
    }

    private final List<String> warnings = new ArrayList<>();

    private Config read(Map<String, ?> properties) {
        return ConfigValues.read(Config.class, properties, warnings::add);
    }

    @Test
    void areWhatTheFileSays() {
        Config config = read(Map.of(
                "interval.minutes", " 5 ", "size", "6000000000", "direct", "TRUE", "name", " me ", "off", "c, d"));
        assertEquals(5, config.interval_minutes());
        assertEquals(6_000_000_000L, config.size());
        assertTrue(config.direct());
        assertEquals("me", config.name());
        assertArrayEquals(new String[] {"c", "d"}, config.off());
    }

    @Test
    void mayHaveTheirTypes() {
        Config config = read(Map.of("interval.minutes", 5, "size", 6, "direct", true, "off", List.of("c, d", "e")));
        assertEquals(5, config.interval_minutes());
        assertEquals(6, config.size());
        assertTrue(config.direct());
        assertArrayEquals(new String[] {"c, d", "e"}, config.off());
    }

    @Test
    void areTheDefaultsWhereNothingIsSaidOrWhatCannotBeRead() {
        for (Config config : List.of(
                read(Map.of()),
                read(Map.of("interval.minutes", "abc", "size", "1.5", "direct", "yes")),
                read(Map.of("interval.minutes", "99999999999", "felix.fileinstall.filename", "file:/conf/a.cfg")))) {
            assertEquals(360, config.interval_minutes());
            assertEquals(5, config.size());
            assertFalse(config.direct());
            assertEquals("nobody", config.name());
            assertArrayEquals(new String[] {"a", "b"}, config.off());
        }
        assertEquals(4, warnings.size(), warnings::toString);
        assertEquals(
                "file:/conf/a.cfg: interval.minutes is \"99999999999\" and not a whole number that fits, so it stays 360",
                warnings.get(3));
    }
}
