package io.patchbay.feeds.microsoft;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Links for people to follow. Editors type them by hand: one that is no web address is left out, because nobody can follow it. */
final class Links {
    private Links() {}

    static List<URI> of(Set<String> texts) {
        List<URI> links = new ArrayList<>(texts.size());
        for (String text : texts) {
            parse(text).ifPresent(links::add);
        }
        return links;
    }

    private static Optional<URI> parse(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text.trim());
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getUserInfo() == null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
