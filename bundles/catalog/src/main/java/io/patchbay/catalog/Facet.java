package io.patchbay.catalog;

import java.util.Locale;

/** What entries are counted by. */
public enum Facet {
    PROVIDER,
    STATE,
    TYPE,
    VENDOR,
    PRODUCT,
    FAMILY,
    CLASSIFICATION,
    SEVERITY,
    EXPLOITED,
    REBOOT,
    EULA,
    EVIDENCE,
    LANGUAGE,
    ARCHITECTURE,
    SUPERSEDED,
    ROLLOUT,
    CURRENT;

    /** The name in JSON and commands, such as {@code severity}. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
