package io.patchbay.feeds;

import io.patchbay.model.VersionScheme;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedException.Code;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;

/**
 * A passage of a text that people or programs wrote, which knows where it stands, as a {@link Value} does: whatever is not as expected is reported
 * with document and place.
 *
 * <pre>{@code
 * // <p>The current version is 1.2, of May 5, 2026.</p>
 * List<Passage> words = Passage.find(page, "index.html", "p", SENTENCE, "the current version and its day");
 * new Current(words.get(0).version(scheme), words.get(1).day());
 * }</pre>
 *
 * @param document the name of the document
 * @param place where in it: a selector, a line, a JSON pointer
 * @param text without white space around it
 */
public record Passage(String document, String place, String text) {
    public Passage {
        text = text.strip();
    }

    /**
     * What the groups of a pattern are in the first of a page's elements in whose text it is found; see {@link #match}.
     *
     * @param document the page's name
     * @param which the selector of the elements
     * @param expected what must stand there, for the message if it does not
     */
    public static List<Passage> find(Element page, String document, String which, Pattern pattern, String expected)
            throws FeedException {
        for (String text : page.select(which).eachText()) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                return groups(matcher, document, which);
            }
        }
        throw new FeedException(document, which, "expected " + expected + ", found nothing of the kind");
    }

    /**
     * The lines of a plain text that are not blank.
     *
     * @param document its name
     * @param least how many there must be
     * @param expected what they are, for the message if the text was cut short
     */
    public static List<Passage> lines(Snapshot snapshot, String document, int least, String expected)
            throws IOException, FeedException {
        List<Passage> lines = new ArrayList<>();
        int number = 1;
        for (String line : Text.lines(snapshot, Bounded.find(snapshot, document))) {
            if (!line.isBlank()) {
                lines.add(new Passage(document, "line " + number, line));
            }
            number++;
        }
        if (lines.size() < least) {
            String problem = "expected " + expected + ", found " + lines.size() + " lines";
            throw new FeedException(Code.TRUNCATED, document, "", problem);
        }
        return List.copyOf(lines);
    }

    /**
     * What the groups of a pattern are in this text, in the order of the groups; blank for one that takes no part.
     *
     * @param expected what the whole text must be, for the message if it does not match the pattern
     */
    public List<Passage> match(Pattern pattern, String expected) throws FeedException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw failure(expected);
        }
        return groups(matcher, document, place);
    }

    /** Demands that the text begins and ends so, whatever there is between. */
    public void require(String begin, String end) throws FeedException {
        boolean has = text.length() >= begin.length() + end.length() && text.startsWith(begin) && text.endsWith(end);
        if (!has) {
            throw failure(begin + '…' + end);
        }
    }

    private static List<Passage> groups(MatchResult match, String document, String place) {
        return IntStream.rangeClosed(1, match.groupCount())
                .mapToObj(group -> new Passage(document, place, Objects.requireNonNullElse(match.group(group), "")))
                .toList();
    }

    /** Whether there is no text. */
    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** A version as its line writes it. */
    public String version(VersionScheme scheme) throws FeedException {
        return VersionText.of(scheme, text, document, place);
    }

    /** A day, {@code 2026-04-21} (ISO 8601) or as people write it in English; see {@link EnglishDate}. */
    public LocalDate day() throws FeedException {
        Optional<LocalDate> english = EnglishDate.read(text).flatMap(date -> Optional.ofNullable(date.day()));
        try {
            return english.isPresent() ? english.get() : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw failure("a day such as 2026-04-21");
        }
    }

    /** What to throw if this is not what was expected: {@code FILE at place: expected …, found …}. */
    public FeedException failure(String expected) {
        return new FeedException(document, place, "expected " + expected + ", found " + Value.quoted(text));
    }
}
