package io.patchbay.sync;

import java.util.Objects;

/**
 * An operator's word about what is held.
 *
 * @param operator the name of the user whose word it is
 * @param reason why, in a few words, for the record
 */
public record Decision(String operator, String reason) {
    public Decision {
        Objects.requireNonNull(operator);
        Objects.requireNonNull(reason);
    }
}
