package io.patchbay.feeds.microsoft;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Links for people to follow. Editors type them by hand: one that is no web address is left out, because nobody can follow it. */
final class Links {
    private Links() {}

    static List<URI> of(Collection<String> texts) {
        return texts.stream().distinct().flatMap(text -> parse(text).stream()).toList();
    }

    private static Optional<URI> parse(String text) {
        try {
            URI uri = new URI(text.trim());
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getUserInfo() == null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
