package io.patchbay.catalog.view;

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

    /**
     * Whether a title names a product: {@code Windows Server 2012 R2} does not name {@code Windows Server 2012}.
     *
     * @param words the words of the title
     */
    static boolean isNamed(String name, String words) {
        String text = ' ' + words + ' ';
        String wanted = ' ' + name + ' ';
        for (int start = text.indexOf(wanted); start >= 0; start = text.indexOf(wanted, start + 1)) {
            if (!text.startsWith("r2 ", start + wanted.length())) {
                return true;
            }
        }
        return false;
    }
}
