package io.patchbay.feeds;

import io.patchbay.model.VersionScheme;
import io.patchbay.model.VersionScheme.Place;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Versions that a record says are affected.
 *
 * @param from the first of them; whatever is no version of the product, such as {@code unspecified}, bounds nothing
 * @param to where they end
 * @param inclusive whether {@code to} is one of them
 */
public record CveRange(String from, String to, boolean inclusive) {
    /** A single version, as GitHub's advisories write it. */
    private static final Pattern EXACTLY = Pattern.compile("= ?(\\S+)");

    /** What many write into the field of a single version: {@code <= 8.5.6}, {@code >= 8.0, < 8.5}, {@code before 24.07}. */
    private static final Pattern BOUND =
            Pattern.compile("(?:>=? ?(\\S+), ?)?(<=|<|before|prior to|through|up to) ?(\\S+)");

    private static final Pattern AND_PRIOR = Pattern.compile("(\\S+) and (?:prior|earlier)(?: versions)?");
    private static final Pattern EXCLUSIVE = Pattern.compile("<|before|prior to");

    /** Some put a product before a version, {@code Oracle Java SE:8u401}, or what it was tried on behind it, {@code 24.09 (x64)}. */
    private static final Pattern DECORATION = Pattern.compile("^[^:]*:|\\s+\\([^)]*\\)$");

    /**
     * What an entry says of versions.
     *
     * @param version the first one, or all that is said
     * @param lessThan where they end; blank if that is not said so
     * @param lessThanOrEqual the last one; blank if that is not said so
     */
    static CveRange of(String version, String lessThan, String lessThanOrEqual) {
        String plain = isPlain(version)
                ? version
                : DECORATION.matcher(version.strip()).replaceAll("").strip();
        if (lessThan.isEmpty() && lessThanOrEqual.isEmpty()) {
            return text(plain);
        }
        return lessThan.isEmpty() ? new CveRange(plain, lessThanOrEqual, true) : new CveRange(plain, lessThan, false);
    }

    /** Most are digits and dots, or have no digit at all: no pattern has anything to say of these. */
    private static boolean isPlain(String version) {
        boolean digits = false;
        boolean others = false;
        for (int i = 0; i < version.length(); i++) {
            char c = version.charAt(i);
            digits |= c >= '0' && c <= '9';
            others |= c != '.' && (c < '0' || c > '9');
        }
        return !(digits && others);
    }

    private static CveRange text(String version) {
        if (isPlain(version)) {
            return new CveRange(version, version, true);
        }
        Matcher bound = BOUND.matcher(version);
        if (bound.matches()) {
            String from = bound.group(1) == null ? "" : bound.group(1);
            return new CveRange(
                    from, bound.group(3), !EXCLUSIVE.matcher(bound.group(2)).matches());
        }
        Matcher exactly = EXACTLY.matcher(version);
        if (exactly.matches()) {
            return new CveRange(exactly.group(1), exactly.group(1), true);
        }
        Matcher prior = AND_PRIOR.matcher(version);
        return prior.matches() ? new CveRange("", prior.group(1), true) : new CveRange(version, version, true);
    }

    /** Whether the version is among them; never, if where they end is no version of the scheme. */
    boolean contains(VersionScheme scheme, Place version) {
        Optional<Place> end = scheme.place(to);
        return end.isPresent() && isWithin(version.compareTo(end.get())) && isFrom(scheme, version);
    }

    private boolean isWithin(int order) {
        return inclusive ? order <= 0 : order < 0;
    }

    private boolean isFrom(VersionScheme scheme, Place version) {
        Optional<Place> first = scheme.place(from);
        return first.isEmpty() || version.compareTo(first.get()) >= 0;
    }
}
