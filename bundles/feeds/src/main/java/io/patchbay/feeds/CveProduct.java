package io.patchbay.feeds;

import io.patchbay.model.VersionScheme;
import io.patchbay.model.VersionScheme.Place;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A product as the records of the CVE list name it. The spellings of one vendor and product vary in case, hyphens and underscores, which do
 * not count; what is left of the variety is listed.
 *
 * @param scheme how the product's versions are ordered; what the scheme does not accept bounds nothing
 * @param names {@code vendor/product} in each spelling, such as {@code 7-Zip/7-Zip} and {@code Igor Pavlov/7-Zip}
 */
public record CveProduct(VersionScheme scheme, Set<String> names) {
    public CveProduct {
        names = names.stream().map(CveProduct::plain).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it is called so, {@code vendor/product} in {@linkplain #plain plain} spelling. */
    boolean isNamed(String plain) {
        return names.contains(plain);
    }

    /** Where a version of it stands in their order; throws {@link IllegalArgumentException} if it is none. */
    Place place(String version) {
        return scheme.place(version)
                .orElseThrow(() ->
                        new IllegalArgumentException("not a version of scheme " + scheme + ": \"" + version + '"'));
    }

    /** A name without what does not count of its spelling. */
    static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c != '-' && c != '_' && !Character.isWhitespace(c)) {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
