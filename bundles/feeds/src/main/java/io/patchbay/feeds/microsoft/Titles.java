package io.patchbay.feeds.microsoft;

import io.patchbay.model.Architecture;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What Microsoft says in the English titles of its updates and nowhere else. Translated titles are no source: they turn {@code
 * KB2267602} into {@code 2267602 Ko}.
 */
public final class Titles {
    private static final Pattern KB = Pattern.compile("\\bKB(\\d{5,8})\\b");

    /** The words of Microsoft's naming pattern, in the order in which they are looked for. */
    private static final List<Map.Entry<Pattern, Architecture>> ARCHITECTURES = List.of(
            Map.entry(word("ARM64-based|ARM64"), Architecture.ARM64),
            Map.entry(word("x64-based|x64|64-Bit Edition"), Architecture.X64),
            Map.entry(word("Itanium-based|IA64"), Architecture.IA64),
            Map.entry(word("x86-based|x86|32-Bit Edition|32-bit"), Architecture.X86));

    private Titles() {}

    private static Pattern word(String alternatives) {
        return Pattern.compile("(?<![A-Za-z0-9])(?:" + alternatives + ")(?![A-Za-z0-9])", Pattern.CASE_INSENSITIVE);
    }

    /** The Knowledge Base numbers in an English title, digits only, in order. */
    public static List<String> kbArticles(String title) {
        return KB.matcher(title)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    /**
     * The processor that an English title names, such as {@code x64-based Systems}. {@link Architecture#ANY} if it names none, or more
     * than one: documents have no field for it, and the rules that test the processor say on what a detectoid is true, not what an
     * update is for.
     */
    public static Architecture architecture(String title) {
        List<Architecture> named = ARCHITECTURES.stream()
                .filter(entry -> entry.getKey().matcher(title).find())
                .map(Map.Entry::getValue)
                .toList();
        return named.size() == 1 ? named.get(0) : Architecture.ANY;
    }
}
