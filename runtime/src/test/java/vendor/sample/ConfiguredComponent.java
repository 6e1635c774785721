package vendor.sample;

import java.util.Map;

/** Leaves its configuration where the test sees it. */
public final class ConfiguredComponent {
    /** Called with the configuration, and again when it changes. */
    public void configure(Map<String, Object> configuration) {
        System.setProperty("vendor.sample.colour", String.valueOf(configuration.get("colour")));
    }
}
