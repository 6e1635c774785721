package io.patchbay.provider.videolan;

import io.patchbay.feeds.DetachedSignatures;
import io.patchbay.feeds.Passage;
import io.patchbay.feeds.vendor.WindowsPackage;
import io.patchbay.model.Architecture;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What VLC's updater is told for one processor: a version, the address of the installer, and words about the release, a line each and the
 * words as many as they like. The address is only compared: what a mirror is called today is no news.
 *
 * @param packages what the release offers for the processor, the installer first
 */
record Status(String document, String version, String words, List<WindowsPackage> packages) {
    private static final String ADDRESS = "https://update.videolan.org/vlc/";
    /** As VLC asks; other clients were refused. */
    private static final String AGENT = "VLC/3.0.21 LibVLC/3.0.21";

    static final Feed X86 = feed(Architecture.X86);
    static final Feed X64 = feed(Architecture.X64);

    private static Feed feed(Architecture processor) {
        String name = "status-win-" + processor.title();
        return Feed.text(name, ADDRESS + name).withUserAgent(AGENT).withSigner("VideoLAN, OpenPGP");
    }

    /** What is current for each processor: mostly one release for all. */
    static List<Status> read(Snapshot snapshot, DetachedSignatures signatures) throws IOException, FeedException {
        return List.of(read(snapshot, signatures, Architecture.X86), read(snapshot, signatures, Architecture.X64));
    }

    private static Status read(Snapshot snapshot, DetachedSignatures signatures, Architecture processor)
            throws IOException, FeedException {
        String document = (processor == Architecture.X86 ? X86 : X64).name();
        signatures.verify(snapshot, document);
        List<Passage> lines = Passage.lines(snapshot, document, 3, "a version, an address and words");
        String version = lines.get(0).version(VersionScheme.VLC);
        Version known = new Version(VersionScheme.VLC, version, version, null, version);
        List<WindowsPackage> packages = VideolanProvider.VENDOR.packages(known, processor);
        lines.get(1).require("https://", "/vlc/" + packages.get(0).path(VideolanProvider.SUMS.folder()));
        String words = lines.stream().skip(2).map(Passage::text).collect(Collectors.joining("\n"));
        return new Status(document, version, words, packages);
    }
}
