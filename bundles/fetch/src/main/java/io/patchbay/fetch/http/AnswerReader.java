package io.patchbay.fetch.http;

import io.patchbay.spi.Document;
import java.io.IOException;
import java.io.InputStream;

/** Makes a document of an answer of status 200 or 304. */
@FunctionalInterface
interface AnswerReader {
    /**
     * Reads an answer.
     *
     * @param head its status and headers
     * @param body its content, uncompressed and bounded; a read fails if it is not complete
     */
    Document read(ResponseHead head, InputStream body) throws IOException;
}
