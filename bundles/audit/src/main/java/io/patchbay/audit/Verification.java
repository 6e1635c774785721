package io.patchbay.audit;

import java.util.Optional;

/**
 * What a check of the log found.
 *
 * @param records how many records are as they were written, from the first on
 * @param head the SHA-256 of the last record, as 64 hexadecimal digits; zeros if there is none
 * @param unacknowledged how many bytes stand after the last record that a failure kept from being completed; they were never
 *     acknowledged, and the next record takes their place
 * @param flaw the first record that is not as it was written; empty if there is none
 */
public record Verification(long records, String head, long unacknowledged, Optional<Flaw> flaw) {
    /**
     * The place of a record that is not as it was written, or is missing.
     *
     * @param file the name of the file
     * @param line the line in it, from 1
     * @param reason what is wrong
     */
    public record Flaw(String file, long line, String reason) {
        @Override
        public String toString() {
            return file + " at line " + line + ": " + reason;
        }
    }

    /** Whether the log is as it was written. */
    public boolean isIntact() {
        return flaw.isEmpty();
    }
}
