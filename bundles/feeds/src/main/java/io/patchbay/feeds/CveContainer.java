package io.patchbay.feeds;

import io.patchbay.model.Cve;
import io.patchbay.model.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one contributor says in a record of the CVE list.
 *
 * @param source who that is
 * @param title blank if there is none
 */
record CveContainer(String source, String title, List<Metric> metrics, List<CveRecord.Affected> affected) {
    /**
     * An entry of the metrics.
     *
     * @param rating null if it rates nothing
     */
    record Metric(@Nullable Rating rating, boolean exploited) {}

    /**
     * How bad it is by one version of CVSS.
     *
     * @param age 0 for the newest version
     * @param word null if there is none
     * @param vector null if there is none
     */
    record Rating(int age, double score, @Nullable String word, @Nullable String vector) {
        /** The one by the newer version; of two by one, the first. */
        static Rating newer(@Nullable Rating first, Rating second) {
            return first == null || second.age < first.age ? second : first;
        }
    }

    /** Its rating by the newest version of CVSS; null if it has none. */
    @Nullable
    Rating rating() {
        Rating newest = null;
        for (Metric metric : metrics) {
            newest = metric.rating == null ? newest : Rating.newer(newest, metric.rating);
        }
        return newest;
    }

    boolean isExploited() {
        for (Metric metric : metrics) {
            if (metric.exploited) {
                return true;
            }
        }
        return false;
    }

    /** The vulnerability as it rates it. */
    Cve cve(String id, String about, boolean exploited) {
        Rating by = rating();
        return by == null
                ? new Cve(id, about, Severity.UNSPECIFIED, null, null, null, source, exploited)
                : new Cve(id, about, Severity.ofScore(by.score), by.word, by.score, by.vector, source, exploited);
    }
}
