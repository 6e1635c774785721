package io.patchbay.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.catalog.Candidate.Review;
import io.patchbay.catalog.ChangeCounts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
    private final Limits limits = new Limits(5, 20);

    @ParameterizedTest
    @CsvSource({"0, 0", "5, 5", "5, 1", "20, 100", "5, 29"})
    void letsFewRemovalsPass(int withdrawn, long live) {
        assertTrue(limits.objection(review(withdrawn, live)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"6, 6", "6, 29", "21, 100", "1000, 1000"})
    void objectsToMany(int withdrawn, long live) {
        assertTrue(limits.objection(review(withdrawn, live)).isPresent());
    }

    @ParameterizedTest
    @CsvSource({"30, 100, 20"})
    void givesTheFigures(int withdrawn, long live, int allowed) {
        assertEquals(
                "would withdraw " + withdrawn + " of " + live + " offered updates and advisories; at most " + allowed
                        + " are withdrawn without an operator's release",
                limits.objection(review(withdrawn, live)).orElseThrow());
    }

    private static Review review(int withdrawn, long live) {
        return new Review(new ChangeCounts(0, 0, 0, 0, withdrawn, 0), live);
    }
}
