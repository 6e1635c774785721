package io.patchbay.declared;

import io.patchbay.declared.Expression.Found;
import io.patchbay.spi.FeedException;
import java.net.URI;
import java.net.URISyntaxException;

/** Addresses that feeds give. */
final class Addresses {
    private Addresses() {}

    /** The absolute https address that was found. */
    static URI https(Found found) throws FeedException {
        try {
            URI address = new URI(found.text().strip().replace(" ", "%20"));
            if ("https".equals(address.getScheme()) && address.getHost() != null && address.getUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Falls to the one message for everything that is no such address.
        }
        throw found.failure("an https address");
    }
}
