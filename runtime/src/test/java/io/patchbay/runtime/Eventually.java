package io.patchbay.runtime;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** Asks until the answer is right: what the engine does by itself shows only in what it answers. */
final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Eventually() {}

    static <T> T get(Callable<T> question, Predicate<T> isRight) throws Exception {
        Instant giveUp = Instant.now().plus(PATIENCE);
        T answer = question.call();
        while (!isRight.test(answer)) {
            if (Instant.now().isAfter(giveUp)) {
                fail("still: " + answer);
            }
            answer = question.call();
        }
        return answer;
    }
}
