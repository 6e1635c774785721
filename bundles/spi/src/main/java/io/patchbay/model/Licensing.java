package io.patchbay.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What must be agreed to before an update is had and installed.
 *
 * @param eula the licence to accept; null if none is asked for
 * @param acquisition how the files are had
 */
public record Licensing(@Nullable Eula eula, Acquisition acquisition) {
    /** Free to download, nothing to accept. */
    public static final Licensing FREE = new Licensing(null, Acquisition.DOWNLOADABLE);

    public Licensing {
        Objects.requireNonNull(acquisition);
    }
}
