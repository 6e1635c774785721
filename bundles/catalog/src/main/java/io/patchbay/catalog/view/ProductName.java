package io.patchbay.catalog.view;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Finds the products of advisories in the titles of updates. Both name them alike, but for what stands in brackets
 * ({@code Windows Server 2019 (Server Core installation)}) and the service packs that a product must have.
 */
final class ProductName {
    private static final Pattern DETAIL = Pattern.compile("\\([^)]*\\)| Service Pack [0-9]+");

    private ProductName() {}

    /** The words by which titles name a product. */
    static String of(String product) {
        return Words.of(DETAIL.matcher(product).replaceAll(" "));
    }

    /** A title as {@link #isNamed} wants it. */
    static String words(String title) {
        return ' ' + Words.of(title) + ' ';
    }

    /**
     * Those of which a title names the product; all if it names the product of none.
     *
     * @param name of the product of each
     * @param words those of the title
     */
    static <T> List<T> namedOrAll(Collection<T> all, Function<T, String> name, String words) {
        List<T> named =
                all.stream().filter(one -> isNamed(name.apply(one), words)).toList();
        return named.isEmpty() ? List.copyOf(all) : named;
    }

    /**
     * Whether a title names a product: {@code Windows Server 2012 R2} does not name {@code Windows Server 2012}.
     *
     * @param words those of the title
     */
    static boolean isNamed(String name, String words) {
        for (int start = words.indexOf(name); start >= 0; start = words.indexOf(name, start + 1)) {
            int end = start + name.length();
            boolean whole = words.charAt(Math.max(0, start - 1)) == ' ' && words.startsWith(" ", end);
            if (whole && !words.startsWith("r2 ", end + 1)) {
                return !name.isEmpty();
            }
        }
        return false;
    }
}
