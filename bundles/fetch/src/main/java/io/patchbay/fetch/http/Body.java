package io.patchbay.fetch.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** Finds the body of an answer, with its limit and its end guarded: whatever is wrong with it, a read fails. */
final class Body {
    private Body() {}

    /**
     * The content of the answer, uncompressed.
     *
     * @param sizeLimit the most bytes, before and after decompression
     * @param closeDelimited whether a body may end with the connection
     */
    static InputStream open(ResponseHead head, Connection connection, long sizeLimit, boolean closeDelimited)
            throws IOException {
        OptionalLong length = head.contentLength();
        if (length.orElse(0) > sizeLimit) {
            throw FetchFailure.lasting("the body has " + length.getAsLong() + " bytes, the limit is " + sizeLimit);
        }
        InputStream raw = new CappedStream(framed(head, connection, closeDelimited), sizeLimit);
        return head.gzip() ? new GzipBody(raw, sizeLimit) : raw;
    }

    private static InputStream framed(ResponseHead head, Connection connection, boolean closeDelimited)
            throws IOException {
        if (head.chunked()) {
            return new EndChecked(new ChunkedBody(connection.in()), connection);
        }
        OptionalLong length = head.contentLength();
        if (length.isPresent()) {
            return new EndChecked(new SizedBody(connection.in(), length.getAsLong()), connection);
        }
        if (!closeDelimited) {
            throw FetchFailure.lasting("the body has neither a length nor chunks, so a cut could not be noticed");
        }
        return connection.in();
    }
}
