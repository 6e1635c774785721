package io.patchbay.provider.google.chrome;

import io.patchbay.feeds.Omaha;
import io.patchbay.model.Architecture;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Chrome of one channel for one processor, and how to ask for it.
 *
 * @param channel Google's word for one of the two for everyday use
 */
record Build(String channel, Architecture architecture) {
    static final List<String> CHANNELS = List.of("stable", "extended");
    private static final String APPLICATION = "{8A69D345-D564-463C-AFF1-A69D9E530F96}";

    /** Google's words for the processors. */
    private static final Map<Architecture, String> PLATFORMS =
            new EnumMap<>(Map.of(Architecture.X86, "win", Architecture.X64, "win64", Architecture.ARM64, "win_arm64"));

    static List<Build> of(String channel) {
        return PLATFORMS.keySet().stream().map(of -> new Build(channel, of)).toList();
    }

    /** The name of the document with what version history says. */
    String history() {
        return GoogleChromeProvider.RELEASES.name() + '/' + name() + ".json";
    }

    /** The name of the document with what the update service answered. */
    String offer() {
        return GoogleChromeProvider.OFFERS.name() + '/' + name() + ".xml";
    }

    /** The name of its documents: {@code stable-x64}. */
    String name() {
        return channel + '-' + architecture.title();
    }

    /** Where version history lists the last releases. */
    URI releases() {
        String versions = PLATFORMS.get(architecture) + "/channels/" + channel + "/versions/all/";
        return URI.create(versions + "releases?order_by=starttime%20desc&page_size=50");
    }

    /** What a computer without Chrome asks the update service. */
    String request() {
        return Omaha.request(APPLICATION, architecture.title(), channel);
    }
}
