package io.patchbay.feeds;

import io.patchbay.model.Severity;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How bad a vendor says that a vulnerability is.
 *
 * @param words the vendor's words
 * @param severity what they mean in Microsoft's
 */
public record Rating(String words, Severity severity) {
    /** What counts is the first word: {@code Low (High for Mozilla Suite)}; or the upper end of {@code Moderate to Critical}. */
    private static final Pattern SCALE = Pattern.compile("([a-z]+)(?: to ([a-z]+))?\\b.*", Pattern.DOTALL);

    /** Reads the words of a scale that many use, {@code High}; empty if they are unknown. */
    public static Optional<Rating> read(String text) {
        String raw = text.strip();
        Matcher words = SCALE.matcher(raw.toLowerCase(Locale.ROOT));
        if (!words.matches()) {
            return Optional.empty();
        }
        Optional<Severity> low = Severity.ofWord(words.group(1));
        Optional<Severity> severity = words.group(2) == null
                ? low
                : low.flatMap(l -> Severity.ofWord(words.group(2)).map(l::max));
        return severity.map(s -> new Rating(raw, s));
    }
}
