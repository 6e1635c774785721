package io.patchbay.fetch.http;

import io.patchbay.fetch.PublicAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which addresses a feed may be fetched from.
 *
 * @param hosts the provider's hosts, and the one that is configured for the feed; each at the scheme's own port
 * @param own the feed's own address, which may name another port
 * @param http whether addresses may be plain http
 * @param privateHosts the hosts that may be at an address that is not public
 */
record AddressPolicy(Set<String> hosts, URI own, boolean http, Set<String> privateHosts) {
    private static final Pattern ENCODED_CONTROL = Pattern.compile("%([01][0-9a-fA-F]|7[fF])");

    /** Fails unless the address is one of the feed's, before anything is asked of the name service. */
    void check(URI url) throws FetchFailure {
        if (!isHttps(url) && !(http && "http".equalsIgnoreCase(url.getScheme()))) {
            throw FetchFailure.lasting("only https is allowed");
        }
        if (url.getRawUserInfo() != null) {
            throw FetchFailure.lasting("an address must not hold a user");
        }
        if (url.getHost() == null || !allowed(url)) {
            throw FetchFailure.lasting("the host is not one of the provider's");
        }
        if (ENCODED_CONTROL.matcher(url.toString()).find()) {
            throw FetchFailure.lasting("an address must not hold control characters");
        }
    }

    /** Fails if the host is at an address that is not public and was not configured to be. */
    void check(URI url, InetAddress address) throws IOException {
        if (!PublicAddress.test(address) && !privateHosts.contains(host(url))) {
            throw FetchFailure.lasting("the host is at the private address " + address.getHostAddress());
        }
    }

    /** Whether credentials for the feed may be sent there: to the same server as the feed's own address. */
    boolean isOwnServer(URI url) {
        return own.getHost() != null
                && isHttps(url) == isHttps(own)
                && host(url).equals(host(own))
                && port(url) == port(own);
    }

    static boolean isHttps(URI url) {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    /** The host in lower case; an IPv6 address without its brackets. */
    static String host(URI url) {
        String host = url.getHost().toLowerCase(Locale.ROOT);
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : defaultPort(url);
    }

    private boolean allowed(URI url) {
        return hosts.contains(host(url)) && (isOwnServer(url) || port(url) == defaultPort(url));
    }

    private static int defaultPort(URI url) {
        return isHttps(url) ? 443 : 80;
    }
}
