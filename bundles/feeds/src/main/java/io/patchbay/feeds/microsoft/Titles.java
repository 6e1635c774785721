package io.patchbay.feeds.microsoft;

import io.patchbay.model.Architecture;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Microsoft says in the English titles of its updates and nowhere else. Translated titles are no source: they turn {@code
 * KB2267602} into {@code 2267602 Ko}.
 */
public final class Titles {
    private static final String KB = "KB";
    private static final Pattern ARTICLE = Pattern.compile("\\bKB(\\d{5,8})\\b");

    /** The words of Microsoft's naming pattern, in any case. */
    private static final Map<String, Architecture> ARCHITECTURES = Map.of(
            "ARM64", Architecture.ARM64,
            "x64", Architecture.X64,
            "64-Bit Edition", Architecture.X64,
            "Itanium-based", Architecture.IA64,
            "IA64", Architecture.IA64,
            "x86", Architecture.X86,
            "32-bit", Architecture.X86);

    /** What these words begin with: only there is looked for them, because there are as many titles as updates. */
    private static final String FIRST_LETTERS = "aAiIxX36";

    private Titles() {}

    /** The Knowledge Base numbers in an English title, digits only, in order. */
    public static List<String> kbArticles(String title) {
        if (!title.contains(KB)) {
            return List.of();
        }
        Set<String> articles = new LinkedHashSet<>();
        Matcher matcher = ARTICLE.matcher(title);
        while (matcher.find()) {
            articles.add(matcher.group(1));
        }
        return List.copyOf(articles);
    }

    /**
     * The processor that an English title names, such as {@code x64-based Systems}. {@link Architecture#ANY} if it names none, or more
     * than one: documents have no field for it, and the rules that test the processor say on what a detectoid is true, not what an
     * update is for.
     */
    public static Architecture architecture(String title) {
        Set<Architecture> named = EnumSet.noneOf(Architecture.class);
        for (int i = 0; i < title.length(); i++) {
            if (FIRST_LETTERS.indexOf(title.charAt(i)) >= 0 && !isWordAt(title, i - 1)) {
                addNamed(title, i, named);
            }
        }
        return named.size() == 1 ? named.iterator().next() : Architecture.ANY;
    }

    private static void addNamed(String title, int from, Set<Architecture> named) {
        ARCHITECTURES.forEach((word, architecture) -> {
            if (title.regionMatches(true, from, word, 0, word.length()) && !isWordAt(title, from + word.length())) {
                named.add(architecture);
            }
        });
    }

    private static boolean isWordAt(String title, int index) {
        return index >= 0 && index < title.length() && isAlphanumeric(title.charAt(index));
    }

    private static boolean isAlphanumeric(char character) {
        return character < 128 && Character.isLetterOrDigit(character);
    }
}
