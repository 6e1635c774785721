package io.patchbay.feeds.microsoft;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Links for people to follow. Editors type them by hand: one that is no web address is left out, because nobody can follow it. */
public final class Links {
    private static final Pattern ILLEGAL = Pattern.compile("[ \"<>\\\\^`{|}]");

    private Links() {}

    static List<URI> of(Set<String> texts) {
        List<URI> links = new ArrayList<>(texts.size());
        for (String text : texts) {
            parse(text).ifPresent(links::add);
        }
        return links;
    }

    /**
     * The link that a text is; spaces and other characters that no address may have, such as braces, are encoded. Empty if it is no address of
     * the web, or has a user in it.
     */
    public static Optional<URI> parse(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String trimmed = text.trim();
        return uri(trimmed)
                .or(() -> uri(ILLEGAL.matcher(trimmed).replaceAll(match -> encoded(match.group()))))
                .filter(Links::isOfTheWeb);
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String encoded(String character) {
        return '%' + HexFormat.of().withUpperCase().formatHex(character.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean isOfTheWeb(URI uri) {
        boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        return web && uri.getHost() != null && uri.getUserInfo() == null;
    }
}
