package io.patchbay.provider.mozilla;

import io.patchbay.model.Severity;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How bad Mozilla says that a flaw is.
 *
 * @param raw Mozilla's words
 * @param severity what they mean in Microsoft's
 */
record Impact(String raw, Severity severity) {
    /** What counts is the first word: {@code Low (High for Mozilla Suite)}; or the upper end of {@code Moderate to Critical}. */
    private static final Pattern WORDS = Pattern.compile("([a-z]+)(?: to ([a-z]+))?\\b.*", Pattern.DOTALL);

    /** Empty if the words are unknown. */
    static Optional<Impact> read(String text) {
        String raw = text.strip();
        Matcher words = WORDS.matcher(raw.toLowerCase(Locale.ROOT));
        if (!words.matches()) {
            return Optional.empty();
        }
        Optional<Severity> low = Severity.ofWord(words.group(1));
        Optional<Severity> severity = words.group(2) == null
                ? low
                : low.flatMap(l -> Severity.ofWord(words.group(2)).map(l::max));
        return severity.map(s -> new Impact(raw, s));
    }
}
