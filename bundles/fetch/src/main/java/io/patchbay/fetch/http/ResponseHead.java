package io.patchbay.fetch.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The status line and headers of an answer (RFC 9112, sections 4 and 5). Strict: what could be understood in two ways is refused.
 *
 * @param status three digits
 * @param headers the values of each header, by lower-case name
 */
record ResponseHead(int status, Map<String, List<String>> headers) {
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})( [^\\x00]*)?");
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final int MOST_INTERIM_ANSWERS = 10;

    /** Reads the head of the final answer, and nothing behind it; interim answers such as 103 are passed over. */
    static ResponseHead read(InputStream in) throws IOException {
        Lines lines = new Lines(in);
        for (int i = 0; i <= MOST_INTERIM_ANSWERS; i++) {
            ResponseHead head = readOne(lines);
            if (head.status >= 200) {
                return head;
            }
        }
        throw FetchFailure.lasting("too many interim answers");
    }

    private static ResponseHead readOne(Lines lines) throws IOException {
        Matcher start = STATUS_LINE.matcher(lines.next());
        if (!start.matches()) {
            throw FetchFailure.lasting("the answer is not HTTP/1.1");
        }
        Map<String, List<String>> headers = new TreeMap<>();
        for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
            addField(line, headers);
        }
        return new ResponseHead(Integer.parseInt(start.group(1)), headers);
    }

    private static void addField(String line, Map<String, List<String>> headers) throws FetchFailure {
        int colon = line.indexOf(':');
        if (colon < 0 || !NAME.matcher(line.substring(0, colon)).matches() || line.indexOf('\r') >= 0) {
            throw FetchFailure.lasting("malformed header in the answer");
        }
        String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
        headers.computeIfAbsent(name, n -> new ArrayList<>())
                .add(line.substring(colon + 1).strip());
    }

    /** The header's value; empty if it is missing or blank. */
    Optional<String> header(String name) throws FetchFailure {
        List<String> values = headers.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw FetchFailure.lasting("the answer has more than one header " + name);
        }
        return values.stream().filter(v -> !v.isEmpty()).findFirst();
    }

    /** The declared length of the body; empty if none is declared. */
    OptionalLong contentLength() throws FetchFailure {
        Optional<String> length = header("content-length");
        if (length.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!NUMBER.matcher(length.get()).matches()) {
            throw FetchFailure.lasting("Content-Length is not a number: " + length.get());
        }
        return OptionalLong.of(Long.parseLong(length.get()));
    }

    /** Whether the body comes in chunks. */
    boolean chunked() throws FetchFailure {
        Optional<String> encoding = header("transfer-encoding");
        if (encoding.isEmpty()) {
            return false;
        }
        if (!encoding.get().equalsIgnoreCase("chunked")) {
            throw FetchFailure.lasting("unknown Transfer-Encoding: " + encoding.get());
        }
        if (header("content-length").isPresent()) {
            throw FetchFailure.lasting("the answer has both a Content-Length and chunks");
        }
        return true;
    }

    /** Whether the content is compressed. */
    boolean gzip() throws FetchFailure {
        String encoding = header("content-encoding").orElse("identity").toLowerCase(Locale.ROOT);
        if (!List.of("identity", "gzip", "x-gzip").contains(encoding)) {
            throw FetchFailure.lasting("unknown Content-Encoding: " + encoding);
        }
        return encoding.endsWith("gzip");
    }

    boolean notModified() {
        return status == 304;
    }

    boolean redirects() {
        return List.of(301, 302, 303, 307, 308).contains(status);
    }
}
