package io.patchbay.model;

import java.util.Locale;

/** The parts of an update. Each remembers where it was read, because several documents speak about one update. */
public enum Part {
    RELEASE,
    DESCRIPTION,
    SECURITY,
    LICENSING,
    RELATIONSHIPS,
    FILES,
    APPLICABILITY,
    INSTALLATION;

    /** The name in JSON, such as {@code security}. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
