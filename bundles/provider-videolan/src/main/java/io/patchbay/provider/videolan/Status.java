package io.patchbay.provider.videolan;

import io.patchbay.feeds.OpenPgpSigner;
import io.patchbay.feeds.Text;
import io.patchbay.feeds.VersionText;
import io.patchbay.feeds.vendor.WindowsPackage;
import io.patchbay.model.Architecture;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedException.Code;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What VLC's updater is told for one processor: a version, the address of the installer, and words about the release, a line each and the
 * words as many as they like. The address is only compared: what a mirror is called today is no news.
 *
 * @param packages what the release offers for the processor, the installer first
 */
record Status(String document, String version, String words, List<WindowsPackage> packages) {
    private static final String ADDRESS = "https://update.videolan.org/vlc/";
    private static final String KEY = "65F7C6B4206BD057A7EB73787180713BE58D1ADC";
    /** As VLC asks; other clients were refused. */
    private static final String AGENT = "VLC/3.0.21 LibVLC/3.0.21";

    /** The release key of VideoLAN. */
    static final OpenPgpSigner SIGNER = new OpenPgpSigner(
            Feed.text("release-key.asc", "https://download.videolan.org/pub/keys/7180713BE58D1ADC.asc"), Set.of(KEY));

    /** A status file for a processor. */
    record Source(Architecture architecture, Feed status, Feed signature) {
        private static Source of(Architecture architecture, String name) {
            return new Source(
                    architecture,
                    Feed.text(name, ADDRESS + name).withUserAgent(AGENT).withSigner("VideoLAN, OpenPGP " + KEY),
                    Feed.of(name + ".asc", ADDRESS + name + ".asc", Feed.Format.BINARY)
                            .withUserAgent(AGENT));
        }
    }

    static final List<Source> SOURCES =
            List.of(Source.of(Architecture.X86, "status-win-x86"), Source.of(Architecture.X64, "status-win-x64"));

    /** What is current by version, oldest first: mostly one for all processors. */
    static SortedMap<String, List<Status>> read(Snapshot snapshot, OpenPgpSigner signer)
            throws IOException, FeedException {
        SortedMap<String, List<Status>> current = new TreeMap<>(VersionScheme.VLC.comparator());
        for (Source source : SOURCES) {
            signer.verify(snapshot, source.status().name(), source.signature().name());
            Status status = read(snapshot, source);
            current.computeIfAbsent(status.version(), version -> new ArrayList<>())
                    .add(status);
        }
        return current;
    }

    private static Status read(Snapshot snapshot, Source source) throws IOException, FeedException {
        String name = source.status().name();
        List<String> lines = Text.lines(snapshot, source.status()).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.size() < 3) {
            String problem = "expected a version, an address and words, found " + lines;
            throw new FeedException(Code.TRUNCATED, name, "", problem);
        }
        String version = VersionText.of(VersionScheme.VLC, lines.get(0), name, "line 1");
        Status status = new Status(
                name,
                version,
                String.join("\n", lines.subList(2, lines.size())),
                packages(version, source.architecture()));
        requireInstaller(name, lines.get(1), status.path(status.packages().get(0)));
        return status;
    }

    private static List<WindowsPackage> packages(String version, Architecture architecture) {
        Version known = new Version(VersionScheme.VLC, version, version, null, version);
        return VideolanProvider.VENDOR.packages(known).stream()
                .filter(of -> of.line().architecture() == architecture)
                .toList();
    }

    private static void requireInstaller(String name, String address, String path) throws FeedException {
        if (!address.startsWith("https://") || !address.endsWith("/vlc/" + path)) {
            throw new FeedException(name, "line 2", "expected https://…/vlc/" + path + ", found " + address);
        }
    }

    /** Where a package's file is below the folder of all releases: {@code 3.0.21/win64/vlc-3.0.21-win64.exe}. */
    String path(WindowsPackage of) {
        String path = Objects.requireNonNull(of.url()).getPath();
        return path.substring(path.indexOf(version));
    }
}
