package io.patchbay.feeds.vendor;

import io.patchbay.model.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What names in the texts of a vendor's data stand for: {@code ${version}}. Immutable.
 *
 * <p>A version has the names {@code version}, {@code display}, {@code installed} (its file version, else the canonical one), {@code tag},
 * {@code digits} (without its dots), {@code major} (its first number) and {@code next} (one more).
 */
public final class Words {
    private static final String BEGIN = "${";
    private static final String NEXT = "next";

    private final Map<String, List<String>> values;
    private final @Nullable Words others;

    private Words(Map<String, List<String>> values, @Nullable Words others) {
        this.values = values;
        this.others = others;
    }

    static Words of(Map<String, List<String>> values) {
        return new Words(new HashMap<>(values), null); // maps that are made by Map.of divide to answer
    }

    /** The names of a version. */
    public static Words of(Version version) {
        String canonical = version.canonical();
        String major = firstNumber(canonical);
        return of(Map.of(
                "version",
                List.of(canonical),
                "display",
                List.of(version.display()),
                "installed",
                List.of(Objects.requireNonNullElse(version.fileVersion(), canonical)),
                "tag",
                List.of(Objects.requireNonNullElse(version.vendorTag(), canonical)),
                "digits",
                List.of(canonical.replace(".", "")),
                "major",
                List.of(major),
                NEXT,
                List.of(next(major))));
    }

    private static String firstNumber(String version) {
        int end = 0;
        while (end < version.length() && version.charAt(end) >= '0' && version.charAt(end) <= '9') {
            end++;
        }
        return version.substring(0, end);
    }

    /** The same with one more name, or another meaning of it. */
    public Words with(String name, String value) {
        return with(name, List.of(value));
    }

    /** A number, and {@code next} for one more. */
    Words withNumber(String name, String number) {
        return with(name, number).with(NEXT, next(number));
    }

    private static String next(String number) {
        return Integer.toString(Integer.parseInt(number) + 1);
    }

    /** As above, with one that stands for each of several texts; see {@code each} and {@code lists} in the package's description. */
    public Words with(String name, List<String> all) {
        return new Words(Map.of(name, List.copyOf(all)), this);
    }

    /** The same with those of others, which come first. */
    Words with(Words more) {
        return new Words(more.values, this);
    }

    private List<String> values(String name) {
        List<String> all = find(name);
        if (all == null) {
            throw new IllegalArgumentException("no word \"" + name + '"');
        }
        return all;
    }

    private @Nullable List<String> find(String name) {
        List<String> all = values.get(name);
        return all != null || others == null ? all : others.find(name);
    }

    /** Whether all names in a text have a meaning. */
    boolean know(String text) {
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf('}', Math.max(0, begin));
        return begin < 0
                || end < 0
                || (find(text.substring(begin + BEGIN.length(), end)) != null && know(text.substring(end + 1)));
    }

    /** The text with what its names stand for; fails if one of them is unknown or a list. */
    public String fill(String text) {
        return fill(text, name -> value(name, text));
    }

    /** The text with what those of its names stand for that are known, and no lists; the others stay. */
    String fillKnown(String text) {
        return fill(text, name -> {
            List<String> all = find(name);
            return all == null || all.size() != 1 ? BEGIN + name + '}' : all.get(0);
        });
    }

    private static String fill(String text, UnaryOperator<String> values) {
        int begin = text.indexOf(BEGIN);
        if (begin < 0) {
            return text;
        }
        StringBuilder filled = new StringBuilder();
        int done = 0;
        for (int end = text.indexOf('}', begin); begin >= 0 && end >= 0; end = text.indexOf('}', begin)) {
            filled.append(text, done, begin).append(values.apply(text.substring(begin + BEGIN.length(), end)));
            done = end + 1;
            begin = text.indexOf(BEGIN, done);
        }
        return filled.append(text, done, text.length()).toString();
    }

    private String value(String name, String text) {
        List<String> all = values(name);
        if (all.size() != 1) {
            throw new IllegalArgumentException("a list in \"" + text + '"');
        }
        return all.get(0);
    }

    /** The text once for each value of the list that it names; once if it names none. */
    List<String> each(String text) {
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf('}', Math.max(0, begin));
        if (begin < 0 || end < 0) {
            return List.of(text);
        }
        String before = text.substring(0, begin);
        List<String> rest = each(text.substring(end + 1));
        List<String> texts = new ArrayList<>();
        for (String value : values(text.substring(begin + BEGIN.length(), end))) {
            for (String after : rest) {
                texts.add(before + value + after);
            }
        }
        return texts;
    }
}
