package io.patchbay.provider.oracle.java;

import io.patchbay.feeds.Html;
import io.patchbay.model.Cve;
import io.patchbay.model.Severity;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows about Java SE of a security alert, which covers all of Oracle's products. A row is known by its first cell and by the versions
 * in it, not by headings, which change. It says what is affected; the next release of each line is what fixes it.
 */
record RiskMatrix(List<Row> rows) {
    private static final Pattern SCORE = Pattern.compile("[0-9]{1,2}\\.[0-9]");
    private static final Pattern JAVA_SE = Pattern.compile("(?:Oracle )?Java SE: ([^;\\n]*)");
    private static final String[] METRICS = {"AV", "AC", "PR", "UI", "S", "C", "I", "A"};

    /** A vulnerability, and the versions of Java SE that have it. */
    record Row(Cve cve, List<String> affected) {}

    static RiskMatrix read(Snapshot snapshot, String alert) throws IOException, FeedException {
        List<Row> rows = new ArrayList<>();
        for (List<String> cells : Html.rows(Html.readWhole(snapshot, alert))) {
            Matcher versions = JAVA_SE.matcher(String.join("\n", cells));
            if (!cells.isEmpty() && Cve.isId(cells.get(0)) && versions.find()) {
                rows.add(new Row(
                        cve(alert, cells), List.of(versions.group(1).strip().split("\\s*,\\s*"))));
            }
        }
        if (rows.isEmpty()) {
            throw new FeedException(alert, "tr", "expected vulnerabilities of Java SE, found none");
        }
        return new RiskMatrix(rows);
    }

    private static Cve cve(String alert, List<String> cells) throws FeedException {
        String source = alert.replaceAll(".*/|\\.html$", "");
        for (int i = 1; i + METRICS.length < cells.size(); i++) {
            List<String> words = cells.subList(i + 1, i + 1 + METRICS.length);
            if (SCORE.matcher(cells.get(i)).matches() && !words.contains("")) {
                double score = Double.parseDouble(cells.get(i));
                String vector = vector(words);
                return new Cve(cells.get(0), cells.get(2), Severity.ofScore(score), null, score, vector, source, false);
            }
        }
        throw new FeedException(alert, cells.get(0), "expected a base score and what it is made of");
    }

    /** Oracle writes in words what a vector writes in their first letters. */
    private static String vector(List<String> words) {
        StringBuilder vector = new StringBuilder("CVSS:3.1");
        for (int i = 0; i < METRICS.length; i++) {
            vector.append('/')
                    .append(METRICS[i])
                    .append(':')
                    .append(words.get(i).charAt(0));
        }
        return vector.toString();
    }

    /** What a release fixes. */
    List<Cve> fixedBy(JavaRelease release) {
        return rows.stream()
                .filter(row -> row.affected().stream().anyMatch(release::replaces))
                .map(Row::cve)
                .toList();
    }
}
