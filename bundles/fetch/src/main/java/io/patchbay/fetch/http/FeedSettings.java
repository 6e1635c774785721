package io.patchbay.fetch.http;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How the documents of one feed are fetched, with all configuration worked in.
 *
 * @param url the feed's address
 * @param configured whether the address comes from configuration
 * @param policy which addresses are allowed
 * @param proxy what requests go through; empty for straight connections
 * @param trustAnchor certificates to trust besides Java's own
 * @param limits how long a document may take
 * @param spacing the least time between two requests
 * @param sizeLimit the most bytes of a document
 * @param closeDelimited whether a body may end with the connection
 * @param userAgent what to tell the upstream that we are
 * @param secrets headers for the feed's own server only, by name
 */
record FeedSettings(
        URI url,
        boolean configured,
        AddressPolicy policy,
        Optional<Proxy> proxy,
        Optional<Path> trustAnchor,
        Limits limits,
        Duration spacing,
        long sizeLimit,
        boolean closeDelimited,
        String userAgent,
        Map<String, String> secrets) {

    /** Adds to the request what the configuration says. */
    Request dress(Request request) throws FetchFailure {
        Request dressed = request.with("User-Agent", userAgent).with("Accept", "*/*");
        if (policy.isOwnServer(request.url())) {
            for (Map.Entry<String, String> secret : secrets.entrySet()) {
                dressed = dressed.with(secret.getKey(), secret.getValue());
            }
        }
        Optional<Credentials> forProxy = proxy.flatMap(Proxy::credentials);
        boolean seenByProxy = forProxy.isPresent() && !AddressPolicy.isHttps(request.url());
        return seenByProxy ? dressed.with("Proxy-Authorization", forProxy.get().basic()) : dressed;
    }
}
