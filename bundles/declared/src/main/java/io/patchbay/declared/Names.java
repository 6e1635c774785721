package io.patchbay.declared;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What stands for {@code ${version}} and the like in the texts of a declaration. A value that a feed gave is of letters, digits and a few
 * signs, so that wherever it is filled in, it is nothing but a name.
 *
 * @param values by name
 */
record Names(Map<String, String> values) {
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._+-]{0,199}");

    static final String VERSION = "version";
    static final String TAG = "tag";
    static final String FILE = "file";

    /** The names that a release has, and those that one of its files has. */
    static final List<String> OF_RELEASE = List.of(VERSION, TAG, "major", "minor", "digits");

    static final List<String> OF_FILE = List.of(VERSION, TAG, "major", "minor", "digits", FILE);

    /** Those of nothing. */
    static final Names NONE = new Names(Map.of());

    /** Stand for those of a real release while a declaration is read. */
    static final Names SAMPLE = release("1.0", "v1.0").with(FILE, "setup.exe");

    Names {
        values = Map.copyOf(values);
    }

    /**
     * Those of a release.
     *
     * @throws IllegalArgumentException if one of them is more than a name
     */
    static Names release(String version, String tag) {
        String[] parts = version.split("[^0-9]+");
        return NONE.with(VERSION, version)
                .with(TAG, tag)
                .with("major", parts[0])
                .with("minor", parts.length > 1 ? parts[1] : "0")
                .with("digits", version.replace(".", ""));
    }

    Names with(String name, String value) {
        if (!HARMLESS.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "${" + name + "} must be letters, digits, spaces and . _ + -, 200 at most, not \"" + value + '"');
        }
        Map<String, String> more = new TreeMap<>(values);
        more.put(name, value);
        return new Names(more);
    }

    String get(String name) {
        return values.getOrDefault(name, "");
    }
}
