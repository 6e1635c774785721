package io.patchbay.cabinet;

import java.time.LocalDateTime;
import java.util.Objects;

/**
 * A file in a cabinet, as the cabinet describes it.
 *
 * @param name the name exactly as it stands there, separators included; untrusted, never to be used as a path
 * @param size the declared size in bytes; the content has exactly this size
 * @param modified when it was modified, in the packer's local time and to two seconds; 1980-01-01T00:00 if the cabinet
 * holds no real date
 */
public record Member(String name, long size, LocalDateTime modified) {
    /** Refuses absent components. */
    public Member {
        Objects.requireNonNull(name);
        Objects.requireNonNull(modified);
    }
}
