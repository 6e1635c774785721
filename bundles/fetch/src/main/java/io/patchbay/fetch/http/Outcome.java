package io.patchbay.fetch.http;

import java.net.URI;

/**
 * What one request came to.
 *
 * @param <T> what is made of an answer
 */
sealed interface Outcome<T> {
    /** The answer is there. */
    record Done<T>(T result) implements Outcome<T> {}

    /** It is somewhere else. */
    record Redirected<T>(URI target) implements Outcome<T> {}
}
