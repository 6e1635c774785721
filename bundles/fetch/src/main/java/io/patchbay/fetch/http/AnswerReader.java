package io.patchbay.fetch.http;

import java.io.IOException;
import java.io.InputStream;

/**
 * Makes something of an answer of status 200 or 304.
 *
 * @param <T> what it makes
 */
@FunctionalInterface
interface AnswerReader<T> {
    /**
     * Reads an answer.
     *
     * @param head its status and headers
     * @param body its content, uncompressed and bounded; a read fails if it is not complete
     */
    T read(ResponseHead head, InputStream body) throws IOException;
}
