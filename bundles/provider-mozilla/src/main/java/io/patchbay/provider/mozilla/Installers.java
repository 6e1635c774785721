package io.patchbay.provider.mozilla;

import io.patchbay.feeds.ChecksumList;
import io.patchbay.feeds.vendor.WindowsPackage;
import io.patchbay.model.Architecture;
import io.patchbay.model.ContentFile;
import io.patchbay.model.ContentFile.Patching;
import io.patchbay.model.Digest;
import io.patchbay.model.Digest.Algorithm;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedException.Code;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The Windows installers of one release, found in its checksum list, which also lists everything else that was built.
 *
 * @param document the name of the list
 * @param files those of each kind, {@code win64.msi}, one for each language and ordered by that
 */
record Installers(String document, Map<String, List<ContentFile>> files) {
    private static final List<String> ALWAYS = List.of("win32.exe", "win64.exe");
    private static final String DOWNLOADS = "https://download-installer.cdn.mozilla.net/pub/";

    /** Refuses a list without any. The language is two or three letters with parts: "multi" is where the msix is. */
    static Installers read(Snapshot snapshot, MozillaRelease release) throws IOException, FeedException {
        String setup = '/' + release.application().title() + " Setup " + release.tag() + '.';
        Pattern path = Pattern.compile(
                "(win32|win64|win64-aarch64)/([a-z]{2,3}(?:-[A-Za-z0-9]+)*)" + Pattern.quote(setup) + "(exe|msi)");
        URI folder = URI.create(DOWNLOADS + release.folder());
        ChecksumList sums = ChecksumList.read(snapshot, MozillaProvider.SUMS.name() + '/' + release.sumsName());
        SortedMap<String, List<ContentFile>> files = new TreeMap<>();
        Matcher parts = path.matcher("");
        for (String line : setups(sums, setup)) {
            if (parts.reset(line).matches()) {
                files.computeIfAbsent(parts.group(1) + '.' + parts.group(3), kind -> new ArrayList<>())
                        .add(file(folder, parts, sums.digest(Algorithm.SHA512, line)));
            }
        }
        if (files.isEmpty()) {
            throw new FeedException(sums.document(), "", "no Windows installer of " + release.tag() + " is listed");
        }
        requireEveryLanguage(sums.document(), files);
        return new Installers(sums.document(), files);
    }

    /** Of the thousands of files that are listed those of this name, in order. */
    private static List<String> setups(ChecksumList sums, String name) {
        return sums.digests().keySet().stream()
                .filter(line -> line.contains(name))
                .sorted()
                .toList();
    }

    /** Every language is built for all of Windows, so that a list that was cut at the end of a line is noticed. Not all releases are made for ARM or as MSI. */
    private static void requireEveryLanguage(String document, SortedMap<String, List<ContentFile>> files)
            throws FeedException {
        Set<String> all = new HashSet<>();
        files.values().forEach(kind -> all.addAll(languages(kind)));
        Set<String> kinds = new TreeSet<>(files.keySet());
        kinds.addAll(ALWAYS);
        for (String kind : kinds) {
            Set<String> there = languages(files.getOrDefault(kind, List.of()));
            if (there.size() < all.size()) {
                Set<String> missing = new TreeSet<>(all);
                missing.removeAll(there);
                String problem = "other kinds are also there in " + String.join(", ", missing);
                throw new FeedException(Code.TRUNCATED, document, kind, problem);
            }
        }
    }

    private static Set<String> languages(List<ContentFile> files) {
        return files.stream().map(file -> String.valueOf(file.language())).collect(Collectors.toSet());
    }

    /** There are thousands, and most of the time that a whole address takes goes into its host. */
    private static ContentFile file(URI folder, Matcher parts, Digest digest) {
        String path = parts.group();
        URI url = folder.resolve(path.replace(" ", "%20"));
        String name = path.substring(path.lastIndexOf('/') + 1);
        return new ContentFile(name, -1, List.of(digest), List.of(url), parts.group(2), Patching.SELF_CONTAINED);
    }

    /** Those of a package; none if the release does not come so. */
    List<ContentFile> of(WindowsPackage of) {
        String platform = of.line().architecture() == Architecture.X86
                ? "win32"
                : of.line().architecture() == Architecture.X64 ? "win64" : "win64-aarch64";
        return files.getOrDefault(platform + '.' + of.line().packageType(), List.of());
    }
}
