package io.patchbay.provider.oracle.java;

import io.patchbay.feeds.CveRow;
import io.patchbay.feeds.Html;
import io.patchbay.model.Cve;
import io.patchbay.model.Security;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows about Java SE of a security alert, which covers all of Oracle's products. A row is known by its first cell and by the versions
 * in it, not by headings, which change. It says what is affected; the next release of each line is what fixes it.
 *
 * @param alert {@code cpuapr2026}
 */
record RiskMatrix(String alert, List<Row> rows) {
    private static final Pattern JAVA_SE = Pattern.compile("Java SE: ([^;\\n]*)");

    /** A vulnerability, and the versions of Java SE that have it. */
    record Row(Cve cve, List<String> affected) {
        static Row of(Cve cve, String affected) {
            return new Row(
                    cve, Arrays.stream(affected.split(",")).map(String::strip).toList());
        }
    }

    static RiskMatrix read(Snapshot snapshot, String document) throws IOException, FeedException {
        String alert = document.substring(document.lastIndexOf('/') + 1, document.lastIndexOf('.'));
        List<Row> rows = new ArrayList<>();
        for (List<String> cells : Html.rows(Html.readWhole(snapshot, document), "Java")) {
            Matcher versions = JAVA_SE.matcher(String.join("\n", cells));
            if (!cells.isEmpty() && Cve.isId(cells.get(0)) && versions.find()) {
                rows.add(Row.of(cve(document, cells, alert), versions.group(1)));
            }
        }
        if (rows.isEmpty()) {
            throw new FeedException(document, "tr", "expected vulnerabilities of Java SE, found none");
        }
        return new RiskMatrix(alert, rows);
    }

    private static Cve cve(String document, List<String> cells, String alert) throws FeedException {
        Cve cve = CveRow.read(cells, 2, alert).get(0);
        if (cve.vector() == null) {
            throw new FeedException(document, cve.id(), "expected a base score and what it is made of");
        }
        return cve;
    }

    /** What a release fixes. */
    Security fixedBy(JavaRelease release) {
        return Security.worstOf(
                List.of(alert),
                rows.stream()
                        .filter(row -> row.affected().stream().anyMatch(release::replaces))
                        .map(Row::cve)
                        .toList());
    }
}
