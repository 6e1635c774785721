package io.patchbay.fetch.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;

/** Asks again after failures that may pass. */
final class Retries {
    private final RetryPolicy policy;
    private final Surroundings surroundings;

    Retries(RetryPolicy policy, Surroundings surroundings) {
        this.policy = policy;
        this.surroundings = surroundings;
    }

    <T> T until(boolean repeatable, Attempt<T> attempt) throws IOException {
        for (int failures = 1; true; failures++) {
            try {
                return attempt.make();
            } catch (FetchFailure e) {
                if (!repeatable || !e.mayPass() || failures > policy.retries()) {
                    throw e;
                }
                sleep(policy.pause(failures, surroundings.random().getAsDouble()));
            }
        }
    }

    /** The longest time that an upstream may ask to be left alone for. */
    Duration patience() {
        return policy.retryAfterCap();
    }

    private void sleep(Duration wait) throws InterruptedIOException {
        try {
            surroundings.sleeper().sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("cancelled");
        }
    }

    /**
     * One attempt.
     *
     * @param <T> what it makes
     */
    @FunctionalInterface
    interface Attempt<T> {
        T make() throws IOException;
    }
}
