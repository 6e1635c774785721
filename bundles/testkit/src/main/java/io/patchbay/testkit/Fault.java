package io.patchbay.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The ways in which a broken or hostile server answers. Its good part is always the beginning of {@link #CONTENT}. */
public enum Fault implements Answer {
    /** Takes the request and says nothing. */
    STALL_BEFORE_HEAD(Wire::stall),
    /** Says nothing more after half of the body. */
    STALL_IN_BODY(wire -> {
        wire.send(Fault.head("Content-Length: 36") + Fault.HALF);
        wire.stall();
    }),
    /** Sends the headers a byte at a time, for ever. */
    SLOW_HEAD(wire -> {
        wire.send("HTTP/1.1 200 OK\r\n");
        wire.drip("X-More: and more\r\n");
    }),
    /** Sends the body a byte at a time, for ever. */
    SLOW_BODY(wire -> {
        wire.send(Fault.head("Content-Length: 1000000000"));
        wire.drip(Fault.CONTENT);
    }),
    /** Sends a body without end as fast as it goes. */
    ENDLESS_BODY(wire -> {
        wire.send(Fault.head("Transfer-Encoding: chunked") + "1\r\n{\r\n");
        Fault.forever(wire, "400\r\n" + " ".repeat(1024) + "\r\n");
    }),
    /** Sends headers without end as fast as it goes. */
    ENDLESS_HEAD(wire -> {
        wire.send("HTTP/1.1 200 OK\r\n");
        Fault.forever(wire, "X-More: and more\r\n");
    }),
    /** Declares a body of two terabytes. */
    HUGE_CONTENT_LENGTH(wire -> wire.send(Fault.head("Content-Length: 2199023255552") + Fault.CONTENT)),
    /** Closes the connection before the body has its declared length. */
    CUT_SHORT(wire -> wire.send(Fault.head("Content-Length: 36") + Fault.HALF)),
    /** Declares less than it sends. */
    CONTENT_LENGTH_TOO_SMALL(wire -> wire.send(Fault.head("Content-Length: 18") + Fault.CONTENT)),
    /** Declares less than nothing. */
    CONTENT_LENGTH_NEGATIVE(wire -> wire.send(Fault.head("Content-Length: -1") + Fault.CONTENT)),
    /** Declares two lengths. */
    CONTENT_LENGTH_TWICE(wire -> wire.send(Fault.head("Content-Length: 18\r\nContent-Length: 36") + Fault.CONTENT)),
    /** Declares a length and chunks, as request smugglers do. */
    CONTENT_LENGTH_AND_CHUNKED(wire -> wire.send(Fault.head("Content-Length: 36\r\nTransfer-Encoding: chunked")
            + "24\r\n" + Fault.CONTENT + "\r\n0\r\n\r\n")),
    /** Sends one chunk and closes the connection without the last one. */
    CHUNKS_CUT_SHORT(wire -> wire.send(Fault.head("Transfer-Encoding: chunked") + "24\r\n" + Fault.CONTENT + "\r\n")),
    /** Sends a chunk whose length is no number. */
    CHUNK_GARBAGE(wire -> wire.send(Fault.head("Transfer-Encoding: chunked") + "zz\r\n" + Fault.CONTENT)),
    /** Ends the body by closing the connection, so that nobody can tell whether it is complete. */
    CLOSE_DELIMITED(wire -> wire.send(Fault.head("X-Length: none") + Fault.CONTENT)),
    /** Does not speak HTTP. */
    GARBAGE_STATUS(wire -> wire.send("220 ftp.vendor.example ready\r\n\r\n")),
    /** Closes the connection instead of answering. */
    CLOSE_BEFORE_HEAD(wire -> {}),
    /** Sends plain text as gzip. */
    GZIP_GARBAGE(wire -> wire.send(Fault.head("Content-Encoding: gzip\r\nContent-Length: 36") + Fault.CONTENT)),
    /** Sends gzip that ends in the middle, in a body of the right length. */
    GZIP_CUT_SHORT(
            wire -> Fault.sendGzip(wire, Fault.cut(Reply.gzip(Fault.CONTENT.getBytes(StandardCharsets.US_ASCII))))),
    /** Sends gzip with more behind its end. */
    GZIP_WITH_TAIL(
            wire -> Fault.sendGzip(wire, Fault.tailed(Reply.gzip(Fault.CONTENT.getBytes(StandardCharsets.US_ASCII))))),
    /** Sends 16 MiB of spaces as some kilobytes of gzip. */
    GZIP_BOMB(wire -> Fault.sendGzip(
            wire, Reply.gzip(Fault.CONTENT.concat(" ".repeat(1 << 24)).getBytes(StandardCharsets.US_ASCII)))),
    /** Redirects to nowhere. */
    REDIRECT_WITHOUT_LOCATION(wire -> wire.send("HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n")),
    /** Redirects to the address that was asked for, for ever. */
    REDIRECT_LOOP((request, wire) -> Fault.redirect(wire, request.target())),
    /** Redirects to a host that nobody has heard of. */
    REDIRECT_ELSEWHERE(wire -> Fault.redirect(wire, "https://evil.example/")),
    /** Redirects to a file of the client's machine. */
    REDIRECT_TO_FILE(wire -> Fault.redirect(wire, "file:///etc/passwd")),
    /** Redirects to another protocol. */
    REDIRECT_TO_FTP(wire -> Fault.redirect(wire, "ftp://vendor.example/")),
    /** Is busy, and wants to be left alone for a day. */
    BUSY_FOR_A_DAY(
            wire -> wire.send("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 86400\r\nContent-Length: 0\r\n\r\n")),
    /** Has been asked too often, and does not say for how long. */
    TOO_MANY_REQUESTS(wire -> wire.send("HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n")),
    /** Says that nothing has changed to a client that has nothing. */
    NOT_MODIFIED(wire -> wire.send("HTTP/1.1 304 Not Modified\r\n\r\n")),
    /** Says that all is well, with no body. */
    EMPTY_BODY(wire -> wire.send(Fault.head("Content-Length: 0")));

    /** A JSON document of 36 bytes. */
    public static final String CONTENT = "{\"version\": \"1.0\", \"final\": true   }";

    private static final String HALF = "{\"version\": \"1.0\",";

    @SuppressWarnings("ImmutableEnumChecker") // the scripts are lambdas that capture nothing
    private final Dialogue dialogue;

    Fault(Script script) {
        this((request, wire) -> script.play(wire));
    }

    Fault(Dialogue dialogue) {
        this.dialogue = dialogue;
    }

    @Override
    public void play(RecordedRequest request, Wire wire) throws IOException {
        dialogue.play(request, wire);
    }

    private static String head(String header) {
        return "HTTP/1.1 200 OK\r\nConnection: close\r\n" + header + "\r\n\r\n";
    }

    private static void redirect(Wire wire, String location) throws IOException {
        wire.send("HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n");
    }

    private static void sendGzip(Wire wire, byte[] compressed) throws IOException {
        wire.send(head("Content-Encoding: gzip\r\nContent-Length: " + compressed.length));
        wire.send(compressed);
    }

    private static byte[] cut(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    private static byte[] tailed(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length + 5);
    }

    private static void forever(Wire wire, String text) throws IOException {
        byte[] block = text.repeat(64).getBytes(StandardCharsets.US_ASCII);
        while (true) {
            wire.send(block);
        }
    }

    /** What goes over the wire, to whoever asks. */
    @FunctionalInterface
    private interface Dialogue {
        void play(RecordedRequest request, Wire wire) throws IOException;
    }

    /** What goes over the wire, whatever is asked. */
    @FunctionalInterface
    private interface Script {
        void play(Wire wire) throws IOException;
    }
}
