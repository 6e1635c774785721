package io.patchbay.feeds;

import io.patchbay.model.VersionScheme;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedException.Code;

/** Versions as vendors' documents give them. */
public final class VersionText {
    private VersionText() {}

    /**
     * The text, which must be a version of the scheme.
     *
     * @param document the name of the document that gives it
     * @param place where in it
     * @throws FeedException of the kind {@code VERSION_SYNTAX}, if it is none
     */
    public static String of(VersionScheme scheme, String text, String document, String place) throws FeedException {
        if (!scheme.accepts(text)) {
            String problem = "expected a version of scheme " + scheme + ", found " + Value.quoted(text);
            throw new FeedException(Code.VERSION_SYNTAX, document, place, problem);
        }
        return text;
    }
}
