package io.patchbay.model;

import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One vulnerability that an update fixes, as one source rates it.
 *
 * @param id the CVE id, such as {@code CVE-2024-31497}
 * @param title what it is about; blank if the source does not say
 * @param severity the rating in Microsoft's words
 * @param vendorSeverity the rating in the source's own words, such as {@code high}; null if it gives none
 * @param score the CVSS base score, 0 to 10; null if the source gives none
 * @param vector the CVSS vector; null if the source gives none
 * @param source who rates it, such as {@code mfsa2024-70}
 * @param exploited whether the source says that it is used in attacks
 */
public record Cve(
        String id,
        String title,
        Severity severity,
        @Nullable String vendorSeverity,
        @Nullable Double score,
        @Nullable String vector,
        String source,
        boolean exploited) {
    private static final Pattern ID = Pattern.compile("\\bCVE-[0-9]{4}-[0-9]{4,19}\\b");

    public Cve {
        if (!isId(id)) {
            throw new IllegalArgumentException("not a CVE id: " + id);
        }
        Objects.requireNonNull(title);
        Objects.requireNonNull(severity);
        Objects.requireNonNull(source);
    }

    /** Whether the text is a CVE id. It is asked of every entry of a month, so it needs no pattern. */
    public static boolean isId(String text) {
        int number = "CVE-2024-".length();
        int digits = text.length() - number;
        return digits >= 4
                && digits <= 19
                && text.startsWith("CVE-")
                && text.charAt(number - 1) == '-'
                && isNumber(text, "CVE-".length(), number - 1)
                && isNumber(text, number, text.length());
    }

    private static boolean isNumber(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** The CVE ids that stand in a text, each once, in the order of the text. */
    public static List<String> idsIn(String text) {
        if (!text.contains("CVE-")) {
            return List.of();
        }
        return ID.matcher(text).results().map(MatchResult::group).distinct().toList();
    }

    /**
     * A vulnerability that a source rates by a word of a scale that many use; unspecified if the word is unknown.
     *
     * @param word such as {@code High}; see {@link Severity#ofWord}
     */
    public static Cve rated(String id, String title, String word, String source) {
        Severity severity = Severity.ofWord(word).orElse(Severity.UNSPECIFIED);
        return new Cve(id, title, severity, word, null, null, source, false);
    }

    /** The same, used in attacks. */
    public Cve asExploited() {
        return new Cve(id, title, severity, vendorSeverity, score, vector, source, true);
    }

    /** A vulnerability that a source names but does not rate. */
    public static Cve unrated(String id, String title, String source) {
        return new Cve(id, title, Severity.UNSPECIFIED, null, null, null, source, false);
    }
}
