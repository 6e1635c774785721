package io.patchbay.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A release's version, in the four forms that vendors mix up. Only the canonical one is ever compared.
 *
 * @param scheme how the canonical form is ordered
 * @param canonical what is compared, such as {@code 128.8.0}
 * @param display what people read, such as {@code 128.8.0 ESR}
 * @param fileVersion what the installed program's version resource says, if it differs or is known
 * @param vendorTag what the vendor calls it in addresses and feeds, such as {@code 128.8.0esr}
 */
public record Version(
        VersionScheme scheme,
        String canonical,
        String display,
        @Nullable String fileVersion,
        @Nullable String vendorTag) {
    /** Refuses a canonical form that the scheme does not accept, with {@link IllegalArgumentException}. */
    public Version {
        scheme.check(canonical);
        Objects.requireNonNull(display);
    }

    /** A version whose forms are all the same. */
    public static Version of(VersionScheme scheme, String canonical) {
        return new Version(scheme, canonical, canonical, null, null);
    }

    /** Whether this comes after the other in their scheme; versions of two schemes are never compared. */
    public boolean isNewerThan(Version other) {
        return scheme == other.scheme && scheme.comparator().compare(canonical, other.canonical) > 0;
    }
}
