package io.patchbay.declared;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A regular expression of RE2, which no text keeps busy for longer than in proportion to its length. */
record Regex(Pattern pattern) {
    /** The longest that a declaration may hold: the memory and time that an expression takes are in proportion to its length, too. */
    private static final int LONGEST = 2000;

    /**
     * Checks one that a declaration holds.
     *
     * @throws IllegalArgumentException if it is none, has more than one group, or is too long
     */
    static void check(String expression) {
        if (expression.length() > LONGEST || WrittenOut.isLonger(expression, LONGEST)) {
            throw new IllegalArgumentException("an expression has at most " + LONGEST
                    + " characters, counting what it repeats by a number as often as that");
        }
        compile(expression);
    }

    /**
     * Compiles an expression.
     *
     * @throws IllegalArgumentException if it is none, or has more than one group
     */
    static Regex compile(String expression) {
        try {
            Pattern pattern = Pattern.compile(expression);
            if (pattern.groupCount() > 1) {
                throw new IllegalArgumentException("expected one group at most; (?:...) groups without counting");
            }
            return new Regex(pattern);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("not an expression of RE2: " + e.getMessage(), e);
        }
    }

    /** An expression for exactly this text. */
    static String quote(String text) {
        return Pattern.quote(text);
    }

    /** The group of the first match, or all of it if there is no group. */
    Optional<String> first(String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.ofNullable(matcher.group(pattern.groupCount())) : Optional.empty();
    }

    /** The same of every match. */
    List<String> all(String text) {
        List<String> all = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String found = matcher.group(pattern.groupCount());
            if (found != null) {
                all.add(found);
            }
        }
        return all;
    }
}
