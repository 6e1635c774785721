package io.patchbay.catalog.view;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How texts are taken apart for searching: words are runs of letters and digits, without case and diacritics. */
public final class Words {
    private static final int LIMIT = 64;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Words() {}

    /** The words of a text, one space between two. */
    public static String of(String text) {
        StringBuilder words = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return ofUnicode(text);
            }
            if (Character.isLetterOrDigit(c)) {
                words.append(Character.toLowerCase(c));
            } else if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }
        return words.toString().stripTrailing();
    }

    /** The same for any text; most are ASCII, for which this would take ten times as long. */
    private static String ofUnicode(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return OTHERS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /**
     * The terms that somebody looks for, each as {@link #of}: what has no space in it is one term, so that {@code
     * CVE-2024-31497} is three words that must stand together.
     *
     * @throws IllegalArgumentException if there are more than 64
     */
    public static List<String> terms(String text) {
        List<String> terms = Arrays.stream(SPACE.split(text))
                .map(Words::of)
                .filter(term -> !term.isEmpty())
                .distinct()
                .toList();
        if (terms.size() > LIMIT) {
            throw new IllegalArgumentException("a search has " + LIMIT + " words at most, not " + terms.size());
        }
        return terms;
    }

    /** Whether the words of a text hold the term, its last word as the beginning of one. */
    static boolean contain(String words, String term) {
        return (" " + words).contains(" " + term);
    }
}
