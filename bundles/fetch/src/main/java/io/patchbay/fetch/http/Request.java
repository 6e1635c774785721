package io.patchbay.fetch.http;

import io.patchbay.spi.Question;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request, without what the connection adds to it. Immutable. */
final class Request {
    private static final byte[] NO_BODY = {};

    private final String method;
    private final URI url;
    private final Map<String, String> headers;
    private final byte[] body;
    private final boolean asks;

    private Request(String method, URI url, Map<String, String> headers, byte[] body, boolean asks) {
        this.method = method;
        this.url = url;
        this.headers = headers;
        this.body = body;
        this.asks = asks;
    }

    static Request get(URI url) {
        return new Request("GET", url, Map.of(), NO_BODY, false);
    }

    static Request post(URI url, String contentType, byte[] body) throws FetchFailure {
        return post(url, contentType, body, false);
    }

    private static Request post(URI url, String contentType, byte[] body, boolean asks) throws FetchFailure {
        return new Request("POST", url, Map.of(), body.clone(), asks)
                .with("Content-Type", contentType)
                .with("Content-Length", Integer.toString(body.length));
    }

    /** Puts a question, to this absolute address. */
    static Request question(URI url, Question question) throws FetchFailure {
        byte[] body = question.body().getBytes(StandardCharsets.UTF_8);
        Request request = question.contentType().isEmpty()
                ? new Request("GET", url, Map.of(), NO_BODY, true)
                : post(url, question.contentType(), body, true);
        for (Map.Entry<String, String> header : question.headers().entrySet()) {
            request = request.with(header.getKey(), header.getValue());
        }
        return request;
    }

    /** The same with a header more, or another value of it. */
    Request with(String name, String value) throws FetchFailure {
        if ((name + value).chars().anyMatch(c -> c < ' ' || c == 127 || c > 255)) {
            throw FetchFailure.lasting("the value of header " + name + " holds characters that no header can");
        }
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Request(method, url, more, body, asks);
    }

    /** The same to another address. */
    Request to(URI other) {
        return new Request(method, other, headers, body, asks);
    }

    URI url() {
        return url;
    }

    /** Whether sending it twice is the same as sending it once. */
    boolean repeatable() {
        return asks || !hasBody();
    }

    /** Whether it would be lost if it were sent on as a GET. */
    boolean hasBody() {
        return method.equals("POST");
    }

    /** Whether it is a question, to which a refusal is an answer too. */
    boolean asks() {
        return asks;
    }

    boolean conditional() {
        return headers.containsKey("If-None-Match") || headers.containsKey("If-Modified-Since");
    }

    /**
     * Writes the request.
     *
     * @param target what the request line asks for: path and query, or the whole address if a proxy is asked
     */
    void write(OutputStream out, String target) throws IOException {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: " + authority(url) + "\r\n");
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        head.append("Connection: close\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
    }

    /** Path and query as they go over the wire. */
    static String origin(URI url) {
        URI ascii = URI.create(url.toASCIIString());
        String path = ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
        return ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
    }

    static String authority(URI url) {
        return url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
    }
}
