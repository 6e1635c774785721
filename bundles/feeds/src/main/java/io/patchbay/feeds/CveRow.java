package io.patchbay.feeds;

import io.patchbay.model.Cve;
import io.patchbay.model.Severity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a row of a table that rates vulnerabilities. A cell is known by what it is, not by where it stands or by its heading, because columns
 * come and go.
 */
public final class CveRow {
    private static final Pattern SCORE = Pattern.compile("(?:10|[0-9])\\.[0-9]");
    private static final Pattern VECTOR = Pattern.compile("CVSS:3\\.[01](?:/[A-Z]{1,2}:[A-Z])+");
    private static final Pattern WORD = Pattern.compile("[A-Z][A-Za-z -]{1,30}");
    private static final List<String> METRICS = List.of("AV", "AC", "PR", "UI", "S", "C", "I", "A");

    private final @Nullable Double score;
    private final @Nullable String word;
    private final @Nullable String vector;

    private CveRow(List<String> cells) {
        List<String> scored = scored(cells);
        boolean metrics = hasMetrics(scored);
        score = scored.isEmpty() ? null : Double.valueOf(scored.get(0));
        // Metrics are low and high, too.
        word = metrics ? null : word(cells);
        vector = metrics ? spelled(scored) : vector(cells);
    }

    /**
     * The vulnerabilities that a row names, in its order. It rates all of them alike: by a word, by a base score, or by both, and by a vector: {@code
     * CVSS:3.1/AV:N/…}, or the words of all base metrics in the cells behind the score.
     *
     * @param cells without white space around them
     * @param title the place of the cell that says what they are about, from 0
     * @param source who rates them, such as the name of a document
     */
    public static List<Cve> read(List<String> cells, int title, String source) {
        Set<String> ids = new LinkedHashSet<>();
        cells.forEach(cell -> ids.addAll(Cve.idsIn(cell)));
        if (ids.isEmpty()) {
            return List.of();
        }
        String about = title < cells.size() ? cells.get(title) : "";
        CveRow row = new CveRow(cells);
        return ids.stream().map(id -> row.cve(id, about, source)).toList();
    }

    private Cve cve(String id, String title, String source) {
        Severity severity = Optional.ofNullable(word)
                .flatMap(Severity::ofWord)
                .orElseGet(() -> score == null ? Severity.UNSPECIFIED : Severity.ofScore(score));
        return new Cve(id, title, severity, word, score, vector, source, false);
    }

    /** From the score on: that which has all base metrics behind it, else the first number that may be one; empty if there is none. */
    private static List<String> scored(List<String> cells) {
        List<String> first = List.of();
        for (int i = 0; i < cells.size(); i++) {
            if (SCORE.matcher(cells.get(i)).matches()) {
                List<String> scored = cells.subList(i, cells.size());
                if (hasMetrics(scored)) {
                    return scored;
                }
                first = first.isEmpty() ? scored : first;
            }
        }
        return first;
    }

    private static boolean hasMetrics(List<String> scored) {
        return scored.size() > METRICS.size()
                && scored.subList(1, METRICS.size() + 1).stream().allMatch(WORD.asMatchPredicate());
    }

    private static @Nullable String word(List<String> cells) {
        return cells.stream()
                .filter(cell -> Severity.ofWord(cell).isPresent())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String vector(List<String> cells) {
        return cells.stream()
                .filter(cell -> cell.contains("CVSS:"))
                .map(VECTOR::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElse(null);
    }

    /** A vector has the first letters of the words. */
    private static String spelled(List<String> scored) {
        StringBuilder vector = new StringBuilder("CVSS:3.1");
        for (int i = 0; i < METRICS.size(); i++) {
            char first = scored.get(i + 1).charAt(0);
            vector.append('/').append(METRICS.get(i)).append(':').append(first);
        }
        return vector.toString();
    }
}
