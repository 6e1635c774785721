package io.patchbay.catalog.view;

import io.patchbay.model.Architecture;
import io.patchbay.model.Line;
import io.patchbay.model.Release;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import org.jspecify.annotations.Nullable;

/**
 * Where a release stands in its line. The line is a key made of all that tells lines apart; it ends with the scheme.
 */
public record LinePosition(String line, VersionScheme scheme, String version) {
    static @Nullable LinePosition of(Release release) {
        Version version = release.version();
        return release.line() == null || version == null
                ? null
                : new LinePosition(
                        key(release.line(), version.scheme()), version.scheme(), Facts.plain(version.canonical()));
    }

    private static String key(Line line, VersionScheme scheme) {
        return String.join(
                "\t",
                Facts.plain(line.product()),
                Facts.plain(line.channel()),
                line.architecture().name(),
                Facts.plain(line.languages()),
                Facts.plain(line.packageType()),
                scheme.name());
    }

    /** The line that the key is made of. */
    Line parsed() {
        String[] parts = line.split("\t", -1);
        return new Line(parts[0], parts[1], Architecture.valueOf(parts[2]), parts[3], parts[4]);
    }

    /** Orders releases of one line, oldest first. */
    int compareVersion(LinePosition other) {
        return scheme.comparator().compare(version, other.version);
    }
}
