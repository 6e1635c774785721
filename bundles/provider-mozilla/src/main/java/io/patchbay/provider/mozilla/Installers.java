package io.patchbay.provider.mozilla;

import io.patchbay.feeds.Checksums;
import io.patchbay.model.Architecture;
import io.patchbay.model.ContentFile;
import io.patchbay.model.ContentFile.Patching;
import io.patchbay.model.Digest;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Windows installers of one release, found in its checksum list, which also lists everything else that was built. */
final class Installers {
    /** Installers of one kind, one for each language. */
    record Kind(Architecture architecture, String packageType) implements Comparable<Kind> {
        private static final Comparator<Kind> ORDER =
                Comparator.comparing(Kind::architecture).thenComparing(Kind::packageType);

        @Override
        public int compareTo(Kind other) {
            return ORDER.compare(this, other);
        }
    }

    private static final String DOWNLOADS = "https://download-installer.cdn.mozilla.net/pub/";

    private final MozillaRelease release;
    private final Document sums;
    private final Pattern path;
    private final SortedMap<Kind, List<ContentFile>> files = new TreeMap<>();

    private Installers(MozillaRelease release, Document sums) {
        this.release = release;
        this.sums = sums;
        String name = release.application().title() + " Setup " + release.tag();
        // The language is two or three letters with parts: "multi" is where the msix is.
        path = Pattern.compile(
                "(win32|win64|win64-aarch64)/([a-z]{2,3}(?:-[A-Za-z0-9]+)*)/(" + Pattern.quote(name) + "\\.(exe|msi))");
    }

    /** The installers by kind, each list ordered by language; refuses a list without any. */
    static SortedMap<Kind, List<ContentFile>> read(Snapshot snapshot, MozillaRelease release, Document sums)
            throws IOException, FeedException {
        Installers installers = new Installers(release, sums);
        for (Map.Entry<String, String> line : new TreeMap<>(Checksums.read(snapshot, sums)).entrySet()) {
            installers.add(line.getKey(), line.getValue());
        }
        if (installers.files.isEmpty()) {
            throw new FeedException(sums.name(), "", "no Windows installer of " + release.tag() + " is listed");
        }
        return installers.files;
    }

    private void add(String line, String digest) throws FeedException {
        Matcher parts = path.matcher(line);
        if (!parts.matches()) {
            return;
        }
        if (digest.length() != 2 * Digest.Algorithm.SHA512.length()) {
            throw new FeedException(sums.name(), line, "expected a SHA-512, found " + digest);
        }
        Kind kind = new Kind(architecture(parts.group(1)), parts.group(4));
        files.computeIfAbsent(kind, k -> new ArrayList<>()).add(file(parts, digest));
    }

    private static Architecture architecture(String folder) {
        return switch (folder) {
            case "win32" -> Architecture.X86;
            case "win64" -> Architecture.X64;
            default -> Architecture.ARM64;
        };
    }

    private ContentFile file(Matcher parts, String digest) {
        URI url = URI.create(DOWNLOADS + release.folder() + parts.group().replace(" ", "%20"));
        Digest sha512 = new Digest(Digest.Algorithm.SHA512, digest, sums.name());
        return new ContentFile(
                parts.group(3), -1, List.of(sha512), List.of(url), parts.group(2), Patching.SELF_CONTAINED);
    }
}
