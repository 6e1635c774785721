package io.patchbay.feeds.vendor;

import io.patchbay.model.Version;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What names in the texts of a vendor's data stand for: {@code ${version}}. Immutable.
 *
 * <p>A version has the names {@code version}, {@code display}, {@code installed} (its file version, else the canonical one), {@code tag},
 * {@code digits} (without its dots), {@code major} (its first number) and {@code next} (one more).
 */
public final class Words {
    private static final String BEGIN = "${";

    private final Map<String, List<String>> values;

    private Words(Map<String, List<String>> values) {
        this.values = values;
    }

    static Words none() {
        return new Words(Map.of());
    }

    /** The names of a version. */
    public static Words of(Version version) {
        String canonical = version.canonical();
        String major = canonical.replaceFirst("[^0-9].*", "");
        Words words = none().with("version", canonical)
                .with("display", version.display())
                .with("installed", version.fileVersion() == null ? canonical : version.fileVersion())
                .with("tag", version.vendorTag() == null ? canonical : version.vendorTag())
                .with("digits", canonical.replace(".", ""));
        return words.withNumber("major", major);
    }

    /** The same with one more name, or another meaning of it. */
    public Words with(String name, String value) {
        return with(name, List.of(value));
    }

    /** A number, and {@code next} for one more. */
    Words withNumber(String name, String number) {
        return with(name, number).with("next", Integer.toString(Integer.parseInt(number) + 1));
    }

    /** As above, with one that stands for each of several texts; see {@code each} and {@code lists} in the package's description. */
    public Words with(String name, List<String> all) {
        Map<String, List<String>> more = new TreeMap<>(values);
        more.put(name, List.copyOf(all));
        return new Words(more);
    }

    Words with(Words others) {
        Map<String, List<String>> more = new TreeMap<>(values);
        more.putAll(others.values);
        return new Words(more);
    }

    /** The text with what its names stand for; fails if one of them is unknown or a list. */
    public String fill(String text) {
        List<String> texts = each(text);
        if (texts.size() != 1) {
            throw new IllegalArgumentException("a list in \"" + text + '"');
        }
        return texts.get(0);
    }

    /** The text once for each value of the list that it names; once if it names none. */
    List<String> each(String text) {
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf('}', Math.max(0, begin));
        if (begin < 0 || end < 0) {
            return List.of(text);
        }
        String name = text.substring(begin + BEGIN.length(), end);
        List<String> all = values.get(name);
        if (all == null) {
            throw new IllegalArgumentException(
                    "no word \"" + name + "\" for \"" + text + "\", only " + values.keySet());
        }
        String before = text.substring(0, begin);
        List<String> rest = each(text.substring(end + 1));
        return all.stream()
                .flatMap(value -> rest.stream().map(after -> before + value + after))
                .toList();
    }
}
