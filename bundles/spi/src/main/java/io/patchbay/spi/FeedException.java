package io.patchbay.spi;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The upstream changed shape, or somebody changed it: a document is not what its provider expects. Names the feed, the place and what was
 * expected, and says by a code what kind of failure it is.
 */
public final class FeedException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 1_000;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}]+");

    private final Code code;
    private final String feed;
    private final String place;
    private final String problem;

    /** The kinds of failure, as operators and scripts know them. */
    public enum Code {
        /** Another document, or one of another layout: a page of an error, fields of other names. */
        NOT_THE_FEED,
        /** Not a document of its format at all, such as XML that is cut short. */
        NOT_WELL_FORMED,
        /** XML with a document type declaration, which no feed needs and every attack by entities does. */
        DTD,
        /** No bytes, or nothing in them. */
        EMPTY,
        /** Well-formed, but what must stand at its end is missing. */
        TRUNCATED,
        /** An object that gives one name twice, of which readers believe different ones. */
        DUPLICATE_KEY,
        /** A value of another type than the feed's, such as a number for a version. */
        TYPE,
        /** A number that is longer or greater than anything a feed says. */
        NUMBER_LIMIT,
        /** Larger, deeper or longer than is accepted. */
        LIMIT,
        /** A version that the product's scheme does not know. */
        VERSION_SYNTAX,
        /** Characters that steer a terminal or the direction of a text, where plain text belongs. */
        CONTROL_OR_BIDI_CHARS,
        /** A signature that the provider demands is not there. */
        SIGNATURE_MISSING,
        /** A signature is not by a key that is known, or not of these bytes. */
        SIGNATURE_INVALID
    }

    /**
     * Describes what is wrong, of the kind {@link Code#NOT_THE_FEED}. Of feed, place and problem the message has a thousand characters each, with blanks for
     * line breaks and whatever else is not seen.
     *
     * @param feed the name of the document or feed
     * @param place where in it: a line, a selector, a JSON pointer, a member of a cabinet; blank if it is the whole
     * @param problem what was expected and what was found
     */
    public FeedException(String feed, String place, String problem) {
        this(Code.NOT_THE_FEED, feed, place, problem, null);
    }

    /** As above, with what made the reader stumble. */
    public FeedException(String feed, String place, String problem, @Nullable Throwable cause) {
        this(Code.NOT_THE_FEED, feed, place, problem, cause);
    }

    /** As above, of another kind. */
    public FeedException(Code code, String feed, String place, String problem) {
        this(code, feed, place, problem, null);
    }

    /** As above, with what made the reader stumble. */
    public FeedException(Code code, String feed, String place, String problem, @Nullable Throwable cause) {
        super(shown(feed) + (place.isEmpty() ? "" : " at " + shown(place)) + ": " + shown(problem), cause);
        this.code = Objects.requireNonNull(code);
        this.feed = feed;
        this.place = place;
        this.problem = problem;
    }

    /** The same failure, known by now to be in a part of the document, such as {@code revision 4711}. */
    public FeedException inside(String part) {
        return new FeedException(code, feed, place.isEmpty() ? part : part + ", " + place, problem, this);
    }

    /** What a document says ends up in messages, and those in logs and on terminals. */
    private static String shown(String text) {
        String beginning = text.length() > LONGEST ? text.substring(0, LONGEST) + "\u2026" : text;
        return UNSEEN.matcher(beginning).replaceAll(" ");
    }

    /** What kind of failure it is. */
    public Code code() {
        return code;
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
