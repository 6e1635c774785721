package io.patchbay.feeds.microsoft;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Links for people to follow. Editors type them by hand: one that is no web address is left out, because nobody can follow it. */
public final class Links {
    private Links() {}

    static List<URI> of(Set<String> texts) {
        List<URI> links = new ArrayList<>(texts.size());
        for (String text : texts) {
            parse(text).ifPresent(links::add);
        }
        return links;
    }

    /** The link that a text is; spaces in it are encoded. Empty if it is no address of the web, or has a user in it. */
    public static Optional<URI> parse(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text.trim().replace(" ", "%20"));
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getUserInfo() == null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
