package io.patchbay.declared;

import io.patchbay.declared.Expression.Found;
import io.patchbay.spi.FeedException;
import java.net.URI;
import java.net.URISyntaxException;

/** Addresses that declarations and feeds give. */
final class Addresses {
    private static final int LAST_PORT = 65_535;

    private Addresses() {}

    /** The absolute https address that was found. */
    static URI https(Found found) throws FeedException {
        try {
            URI address = new URI(found.text().strip().replace(" ", "%20"));
            if (isHttps(address)) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Falls to the one message for everything that is no such address.
        }
        throw found.failure("an https address");
    }

    /** Whether it is an absolute https address, without a user, and of a port that there is. */
    static boolean isHttps(URI address) {
        return "https".equals(address.getScheme())
                && address.getHost() != null
                && address.getUserInfo() == null
                && address.getPort() <= LAST_PORT;
    }
}
