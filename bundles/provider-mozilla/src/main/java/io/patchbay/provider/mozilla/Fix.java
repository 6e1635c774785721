package io.patchbay.provider.mozilla;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release that an advisory says is fixed.
 *
 * @param product exactly {@code Firefox}, {@code Firefox ESR}, {@code Thunderbird} or {@code Thunderbird ESR}
 * @param version the version at its shortest, because advisories write 128, 18.0 and 115.16.0 as they like
 */
record Fix(String product, String version) {
    private static final Pattern OURS = Pattern.compile("(Firefox|Firefox ESR|Thunderbird|Thunderbird ESR) ([0-9].*)");
    private static final Pattern VERSION = Pattern.compile("[0-9]+(\\.[0-9]+)*");
    private static final Pattern TRAILING_ZEROS = Pattern.compile("(\\.0+)+$");

    static Fix of(String product, String version) {
        return new Fix(product, TRAILING_ZEROS.matcher(version).replaceFirst(""));
    }

    /** Whether an entry of {@code fixed_in} is about one of our products; {@code Firefox for iOS 9} is not. */
    static boolean isOurs(String entry) {
        return OURS.matcher(entry.strip()).matches();
    }

    /** Reads such an entry; empty if what follows the product is no version. */
    static Optional<Fix> read(String entry) {
        Matcher parts = OURS.matcher(entry.strip());
        boolean readable = parts.matches() && VERSION.matcher(parts.group(2)).matches();
        return readable ? Optional.of(of(parts.group(1), parts.group(2))) : Optional.empty();
    }
}
