package io.patchbay.feeds.sdp;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as vendors type them: with blanks and braces, which a URI must have escaped. */
final class Address {
    private static final Pattern ILLEGAL = Pattern.compile("[ \"<>\\\\^`{|}]");

    private Address() {}

    /** The address, if anyone can follow it: of the web, with a host, and without a user. */
    static Optional<URI> web(String text) {
        try {
            URI uri = new URI(ILLEGAL.matcher(text.trim()).replaceAll(match -> escaped(match.group())));
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getUserInfo() == null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String escaped(String character) {
        return '%' + HexFormat.of().withUpperCase().formatHex(character.getBytes(StandardCharsets.US_ASCII));
    }
}
