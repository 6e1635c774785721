package io.patchbay.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How bad the worst vulnerability is that an update fixes (MSRC's rating). {@link #UNSPECIFIED} means that nobody rated it; it
 * is never below or above another severity for a filter, although it sorts last.
 */
public enum Severity {
    UNSPECIFIED("Unspecified"),
    LOW("Low"),
    MODERATE("Moderate"),
    IMPORTANT("Important"),
    CRITICAL("Critical");

    private static final List<Severity> ALL = List.of(values());

    private final String title;

    Severity(String title) {
        this.title = title;
    }

    /** The word that administrators know, such as {@code Important}. */
    public String title() {
        return title;
    }

    /** Whether this is rated, and rated as high as {@code floor}. {@link #UNSPECIFIED} is at least only itself. */
    public boolean isAtLeast(Severity floor) {
        return this == floor || (this != UNSPECIFIED && floor != UNSPECIFIED && compareTo(floor) > 0);
    }

    /** The more severe of two; a rating wins over {@link #UNSPECIFIED}. */
    public Severity max(Severity other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The severity of this title, whatever its case; empty if there is none. */
    public static Optional<Severity> titled(String title) {
        for (Severity severity : ALL) {
            if (severity.title.equalsIgnoreCase(title)) {
                return Optional.of(severity);
            }
        }
        return Optional.empty();
    }

    /** What a vendor's word of its own scale means, whatever its case: {@code High} is important; empty for an unknown word. */
    public static Optional<Severity> ofWord(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "critical", "severe" -> Optional.of(CRITICAL);
            case "high", "important" -> Optional.of(IMPORTANT);
            case "moderate", "medium" -> Optional.of(MODERATE);
            case "low" -> Optional.of(LOW);
            default -> Optional.empty();
        };
    }

    /** The severity of a CVSS base score: from 9.0 critical, from 7.0 important, from 4.0 moderate, above 0 low. */
    public static Severity ofScore(double score) {
        if (score >= 9.0) {
            return CRITICAL;
        }
        if (score >= 7.0) {
            return IMPORTANT;
        }
        if (score >= 4.0) {
            return MODERATE;
        }
        return score > 0 ? LOW : UNSPECIFIED;
    }
}
