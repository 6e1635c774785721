package io.patchbay.sync;

import java.util.Objects;

/**
 * Why something was not published.
 *
 * @param code the rule
 * @param detail what was found and what was expected, in one line
 */
public record Objection(Code code, String detail) {
    /** The rules of the review. Those for a single update hold that update, those for all hold the run. */
    public enum Code {
        /** A file is on a host that the provider's policy does not name. */
        HOST_NOT_ALLOWED,
        /** A file's address is neither https nor http. */
        SCHEME_NOT_ALLOWED,
        /** A file is to be fetched by plain http, which the provider's policy does not allow. */
        SCHEME_DOWNGRADE,
        /** A file is at an address of the machine, the site or nobody. */
        ADDRESS_NOT_PUBLIC,
        /** A file's name is a path, or no name of a file on Windows. */
        FILENAME,
        /** A file is of a kind that the provider's policy does not name. */
        FILE_TYPE,
        /** A file's only digests are of an algorithm that can be forged. */
        SHA1_ONLY,
        /** A silent installation has arguments that are none of the provider's templates. */
        ARGUMENTS_NOT_ALLOWED,
        /** A command out of a feed runs a program that the update does not bring, or more than one command. */
        COMMAND_LINE_HANDLER,
        /** A title holds characters that steer a terminal or the direction of a text. */
        CONTROL_OR_BIDI_CHARS,
        /** The newest release of a line is older than the one that is live, and was never seen. */
        VERSION_BACKWARDS,
        /** A release's first number is far beyond that of the one before. */
        VERSION_JUMP,
        /** Bytes of another digest under the version that is live. */
        CONTENT_CHANGED_SAME_VERSION,
        /** Another company releases what is live in this line. */
        PUBLISHER_CHANGED,
        /** A digest that was signed is not signed any more. */
        SIGNATURE_LOST,
        /** A file is ten times as large or as small as the one before. */
        SIZE,
        /** A release date in the future. */
        FUTURE_DATE,
        /** Updates would supersede each other in a circle. */
        SUPERSEDENCE_CYCLE,
        /** A release's other processors or packages are still there, but this line's is not; or files for a language, or a title, are gone. */
        FEWER_ITEMS_THAN_BASELINE,
        /** More would be withdrawn than ever is. */
        MASS_REMOVAL,
        /** More would be added than ever is. */
        FLOOD
    }

    public Objection {
        Objects.requireNonNull(code);
        Objects.requireNonNull(detail);
    }

    /** Code and detail in one line. */
    @Override
    public String toString() {
        return code + ": " + detail;
    }
}
