package io.patchbay.spi;

import org.jspecify.annotations.Nullable;

/** The upstream changed shape: a document is not what its provider expects. Names the feed, the place and what was expected. */
public final class FeedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String feed;
    private final String place;

    /**
     * Describes what is wrong.
     *
     * @param feed the name of the document or feed
     * @param place where in it: a line, a selector, a JSON pointer, a member of a cabinet; blank if it is the whole
     * @param problem what was expected and what was found
     */
    public FeedException(String feed, String place, String problem) {
        this(feed, place, problem, null);
    }

    /** As above, with what made the reader stumble. */
    public FeedException(String feed, String place, String problem, @Nullable Throwable cause) {
        super(place.isEmpty() ? feed + ": " + problem : feed + " at " + place + ": " + problem, cause);
        this.feed = feed;
        this.place = place;
    }

    /** The name of the document or feed. */
    public String feed() {
        return feed;
    }

    /** Where in the document; blank if it is the whole. */
    public String place() {
        return place;
    }
}
