package io.patchbay.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * A correct answer. If it has an ETag or a date, a request that already knows it is answered with status 304.
 *
 * <p>Immutable: each method returns another reply.
 */
public final class Reply implements Answer {
    private final int status;
    private final byte[] body;
    private final SortedMap<String, String> headers;

    private Reply(int status, byte[] body, SortedMap<String, String> headers) {
        this.status = status;
        this.body = body;
        this.headers = headers;
    }

    /** Status 200 and this text in UTF-8. */
    public static Reply of(String body) {
        return of(body.getBytes(StandardCharsets.UTF_8));
    }

    /** Status 200 and these bytes. */
    public static Reply of(byte[] body) {
        return new Reply(200, body.clone(), new TreeMap<>());
    }

    /** This status and no body. */
    public static Reply status(int status) {
        return new Reply(status, new byte[0], new TreeMap<>());
    }

    /** With another status. */
    public Reply withStatus(int other) {
        return new Reply(other, body, headers);
    }

    /** Status 302 to another address. */
    public static Reply redirect(String location) {
        return status(302).header("Location", location);
    }

    /** With a header, in place of one of the same name. */
    public Reply header(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Reply(status, body, more);
    }

    /** With an ETag, given with its quotation marks. */
    public Reply etag(String etag) {
        return header("ETag", etag);
    }

    /** With the date of the last change. */
    public Reply lastModified(Instant date) {
        return header("Last-Modified", DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC)));
    }

    /** With its body compressed. */
    public Reply gzip() {
        return new Reply(status, gzip(body), headers).header("Content-Encoding", "gzip");
    }

    @Override
    public void play(RecordedRequest request, Wire wire) throws IOException {
        boolean known = status == 200 && isKnownTo(request);
        byte[] content = known ? new byte[0] : body;
        StringBuilder head = new StringBuilder("HTTP/1.1 " + (known ? 304 : status) + " Fake\r\n");
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        if (!known) {
            head.append("Content-Length: " + content.length + "\r\n");
        }
        wire.send(head + "Connection: close\r\n\r\n");
        wire.send(content);
    }

    private boolean isKnownTo(RecordedRequest request) {
        Optional<String> etag = request.header("If-None-Match");
        if (etag.isPresent()) {
            return etag.get().equals(headers.get("ETag"));
        }
        Optional<String> since = request.header("If-Modified-Since");
        String modified = headers.get("Last-Modified");
        return since.isPresent() && modified != null && !date(modified).isAfter(date(since.get()));
    }

    private static Instant date(String header) {
        return ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail to be written to", e);
        }
        return compressed.toByteArray();
    }
}
