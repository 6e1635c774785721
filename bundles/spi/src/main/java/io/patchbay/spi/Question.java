package io.patchbay.spi;

import java.net.URI;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a provider asks an upstream by POST, where an address alone does not say it: a SOAP call, a search form; or {@linkplain #at by GET},
 * where it wants to look at the answer before that is a document. Asking twice is the same as asking once, so a question is put again
 * after a failure that may pass.
 *
 * @param url where to, absolute or relative to the feed's address
 * @param contentType the media type of the body; blank if it is asked by GET, without one
 * @param headers further headers by name, such as {@code SOAPAction}; none that belong to the connection or to credentials
 * @param body the text, sent in UTF-8
 */
public record Question(URI url, String contentType, SortedMap<String, String> headers, String body) {
    private static final Set<String> THE_ENGINES = Set.of(
            "host",
            "connection",
            "content-length",
            "content-type",
            "transfer-encoding",
            "authorization",
            "proxy-authorization",
            "user-agent");

    public Question {
        Objects.requireNonNull(url);
        Objects.requireNonNull(contentType);
        Objects.requireNonNull(body);
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
        for (String header : headers.keySet()) {
            if (THE_ENGINES.contains(header.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("the header " + header + " is for the engine to say");
            }
        }
    }

    /** Asks by GET for what is at an address, absolute or relative to the feed's. */
    public static Question at(URI url) {
        return of(url, "", Map.of(), "");
    }

    /** As the canonical constructor, for headers in any map. */
    public static Question of(URI url, String contentType, Map<String, String> headers, String body) {
        return new Question(url, contentType, new TreeMap<>(headers), body);
    }
}
