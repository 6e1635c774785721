package io.patchbay.provider.microsoft.msrc;

import io.patchbay.feeds.microsoft.Links;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The addresses in a document, each read once: hundreds of fixes have the same few. */
final class Addresses {
    private final Map<String, Optional<URI>> known = new HashMap<>();

    /** The address that a text is; null if it is none. */
    @Nullable
    URI of(String text) {
        return known.computeIfAbsent(text, Links::parse).orElse(null);
    }
}
