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
        String trimmed = text.trim();
        return parse(trimmed)
                .or(() -> parse(ILLEGAL.matcher(trimmed).replaceAll(match -> escaped(match.group()))))
                .filter(Address::isOfTheWeb);
    }

    private static Optional<URI> parse(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isOfTheWeb(URI uri) {
        boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        return web && uri.getHost() != null && uri.getUserInfo() == null;
    }

    private static String escaped(String character) {
        return '%' + HexFormat.of().withUpperCase().formatHex(character.getBytes(StandardCharsets.US_ASCII));
    }
}
