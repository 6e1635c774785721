package io.patchbay.provider.google.chrome;

import io.patchbay.feeds.WindowsPackage;
import io.patchbay.model.Architecture;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Detection;
import io.patchbay.model.Detection.Folder;
import io.patchbay.model.Installation;
import io.patchbay.model.Line;
import io.patchbay.model.Rule;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * Chrome of one channel for one processor: how to ask for it, and what no feed says of it. It comes as an installer of its own, with
 * a version in its address, and as a package for Windows Installer at an address that is the same for all releases.
 */
record Build(Channel channel, Architecture architecture) {
    static final String VENDOR = "Google";
    static final String APPLICATION = "{8A69D345-D564-463C-AFF1-A69D9E530F96}";

    private static final String KEY = "Google Chrome";
    private static final String PROGRAM = "Google\\Chrome\\Application\\";
    private static final String BLOCKING = "chrome.exe";

    static List<Build> of(Channel channel) {
        return Stream.of(Architecture.X86, Architecture.X64, Architecture.ARM64)
                .map(architecture -> new Build(channel, architecture))
                .toList();
    }

    /** The name of its documents: {@code stable-x64}. */
    String name() {
        return channel.word() + '-' + architecture.title();
    }

    /** Where version history lists the last releases. */
    URI releases() {
        String platform =
                switch (architecture) {
                    case X86 -> "win";
                    case X64 -> "win64";
                    default -> "win_arm64";
                };
        return URI.create(platform + "/channels/" + channel.word()
                + "/versions/all/releases?order_by=starttime%20desc&page_size=50");
    }

    /** What a computer without Chrome asks the update service (Omaha protocol 3.0). */
    String request() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <request protocol="3.0" ismachine="1"><os platform="win" version="10.0" arch="%1$s"/>\
                <app appid="%2$s" ap="%1$s-stable" release_channel="%3$s" version=""><updatecheck/></app></request>
                """
                .formatted(architecture.title(), APPLICATION, channel.word());
    }

    /** The installer of a version, which lies beside the program once that is installed. */
    WindowsPackage exe(String version) {
        String setup = WindowsPackage.programFiles(architecture) + '\\' + PROGRAM + version + "\\Installer\\setup.exe";
        return packaged(
                "exe",
                (comparison, bound) -> Detection.uninstallKey(KEY, comparison, bound, true),
                WindowsPackage.exe(
                        "--do-not-launch-chrome --system-level --channel=" + channel.word(),
                        '"' + setup + "\" --uninstall --system-level --force-uninstall",
                        BLOCKING));
    }

    /** The package for Windows Installer. Its entry has another key with each version, and the name of the other one. */
    WindowsPackage msi() {
        return packaged("msi", Build::entry, WindowsPackage.msi(BLOCKING));
    }

    private static Rule entry(String comparison, String bound) {
        Rule versions =
                new Rule.And(List.of(Detection.displayNameEnds(KEY), Detection.displayVersion(comparison, bound)));
        return new Rule.And(List.of(
                new Rule.Not(Detection.uninstallKeyExists(KEY, true)),
                new Rule.Or(List.of(
                        Detection.uninstallEntry(KEY, versions, false),
                        Detection.uninstallEntry(KEY, versions, true)))));
    }

    /** Only the folder tells for which processor an entry is. */
    private WindowsPackage packaged(String type, WindowsPackage.Found entry, Installation setup) {
        Folder folder = architecture == Architecture.X86 ? Folder.PROGRAM_FILES_X86 : Folder.PROGRAM_FILES;
        Rule program = Detection.fileExists(folder, PROGRAM + "chrome.exe");
        return new WindowsPackage(
                VENDOR,
                channel.product(),
                new Line(channel.product().name(), channel.word(), architecture, "", type),
                (comparison, bound) ->
                        new Rule.And(List.of(channel.isFollowed(), program, entry.version(comparison, bound))),
                setup);
    }

    /** What is at the address without a version, of which Google publishes no digest. */
    ContentFile msiFile() {
        String suffix =
                switch (architecture) {
                    case X86 -> "";
                    case X64 -> "64";
                    default -> "_arm64";
                };
        String name = "googlechromestandaloneenterprise" + suffix + ".msi";
        URI url = URI.create("https://dl.google.com/dl/chrome/install/" + channel.folder() + name);
        return new ContentFile(name, -1, List.of(), List.of(url), null, ContentFile.Patching.SELF_CONTAINED);
    }
}
