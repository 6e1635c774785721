package io.patchbay.feeds;

import io.patchbay.model.VersionScheme;
import io.patchbay.spi.FeedException;
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
    /** What many write into the field of a single version: {@code <= 8.5.6}, {@code >= 8.0, < 8.5}, {@code before 24.07}. */
    private static final Pattern BOUND =
            Pattern.compile("(?:>=? ?(\\S+), ?)?(<=|<|before|prior to|through|up to) ?(\\S+)");

    private static final Pattern AND_PRIOR = Pattern.compile("(\\S+) and (?:prior|earlier)(?: versions)?");
    private static final Pattern EXCLUSIVE = Pattern.compile("<|before|prior to");

    /** Some put a product before a version, {@code Oracle Java SE:8u401}, or what it was tried on behind it, {@code 24.09 (x64)}. */
    private static final Pattern DECORATION = Pattern.compile("^[^:]*:|\\s+\\([^)]*\\)$");

    /** Reads an entry of {@code versions}; empty if it says what is not affected. */
    static Optional<CveRange> read(Value entry) throws FeedException {
        if (!entry.optionalText("status").orElse("affected").equals("affected")) {
            return Optional.empty();
        }
        String version = DECORATION
                .matcher(entry.optionalText("version").orElse("").strip())
                .replaceAll("")
                .strip();
        Optional<String> lessThan = entry.optionalText("lessThan");
        Optional<String> upTo = entry.optionalText("lessThanOrEqual");
        if (lessThan.isPresent() || upTo.isPresent()) {
            return Optional.of(new CveRange(version, lessThan.or(() -> upTo).orElse(""), lessThan.isEmpty()));
        }
        return Optional.of(text(version));
    }

    private static CveRange text(String version) {
        Matcher bound = BOUND.matcher(version);
        if (bound.matches()) {
            String from = bound.group(1) == null ? "" : bound.group(1);
            return new CveRange(
                    from, bound.group(3), !EXCLUSIVE.matcher(bound.group(2)).matches());
        }
        Matcher prior = AND_PRIOR.matcher(version);
        return prior.matches() ? new CveRange("", prior.group(1), true) : new CveRange(version, version, true);
    }

    /** Whether the version is among them; never, if where they end is no version of the scheme. */
    boolean contains(VersionScheme scheme, String version) {
        if (!scheme.accepts(to)) {
            return false;
        }
        int order = scheme.comparator().compare(version, to);
        boolean within = inclusive ? order <= 0 : order < 0;
        return within && (!scheme.accepts(from) || scheme.comparator().compare(version, from) >= 0);
    }
}
