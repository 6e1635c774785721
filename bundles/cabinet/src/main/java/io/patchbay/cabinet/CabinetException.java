package io.patchbay.cabinet;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The bytes are not a cabinet that can be read, or break a limit; or what is to be written does not fit into a cabinet.
 * The message names the cabinet, the place in it and the reason.
 */
public final class CabinetException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String cabinet;
    private final String place;

    CabinetException(String cabinet, String place, String problem) {
        this(cabinet, place, problem, null);
    }

    CabinetException(String cabinet, String place, String problem, @Nullable Throwable cause) {
        super(cabinet + " at " + place + ": " + problem, cause);
        this.cabinet = cabinet;
        this.place = place;
    }

    /** The name of the cabinet, as it was given to the reader. */
    public String cabinet() {
        return cabinet;
    }

    /** Where in the cabinet, such as {@code header}, {@code member c/123456} or {@code folder 0, data block 17}. */
    public String place() {
        return place;
    }
}
