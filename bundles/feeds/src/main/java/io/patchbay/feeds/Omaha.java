package io.patchbay.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.model.Architecture;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * An application that an update service of the Omaha protocol 3.0 gives out, as Google's does: it is asked what each processor gets.
 *
 * @param feed the family of the service's answers, such as {@code offers/stable-x64.xml}
 * @param application the application's id, a GUID in braces
 * @param installer what stands behind the version in the name of its file, such as {@code _chrome_installer}
 */
public record Omaha(Feed feed, String application, String installer) {
    private static final List<Architecture> PROCESSORS =
            List.of(Architecture.X86, Architecture.X64, Architecture.ARM64);

    /**
     * The application of a channel for a processor.
     *
     * @param channel such as {@code stable}
     */
    public record Build(String channel, Architecture processor) {
        /** Its name for documents: {@code stable-x64}. */
        public String name() {
            return channel + '-' + processor.title();
        }
    }

    /**
     * What a service offers a computer.
     *
     * @param document the name of the document that says so
     * @param version of four numbers
     * @param file the installer, which the service names by addresses, size and SHA-256
     */
    public record Offer(String document, Build build, String version, ContentFile file) {
        /** The version, which is written alike wherever it stands. */
        public Version known() {
            return new Version(VersionScheme.FOUR_NUMBERS, version, version, version, version);
        }
    }

    /** An application of the service at this address; the answers are the family {@code offers}. */
    public static Omaha of(String address, String application, String installer) {
        return new Omaha(Feed.of("offers", address, Feed.Format.XML), application, installer);
    }

    /** One for each processor, x86 first. */
    public static List<Build> builds(String channel) {
        return PROCESSORS.stream().map(of -> new Build(channel, of)).toList();
    }

    /** Asks what each processor gets in a channel. */
    public void fetch(Fetcher fetcher, String channel) throws IOException, FeedException {
        for (Build build : builds(channel)) {
            byte[] request = request(build).getBytes(UTF_8);
            fetcher.post(feed, build.name() + ".xml", fetcher.address(feed), "text/xml", request);
        }
    }

    /**
     * What each processor gets in a channel, x86 first.
     *
     * @throws FeedException if the service offers one of them nothing, or something else than one file with a digest and an address with https
     */
    public List<Offer> read(Snapshot snapshot, String channel) throws IOException, FeedException {
        List<Offer> offers = new ArrayList<>();
        for (Build build : builds(channel)) {
            offers.add(read(snapshot, feed.name() + '/' + build.name() + ".xml", build));
        }
        return offers;
    }

    Offer read(Snapshot snapshot, String document, Build build) throws IOException, FeedException {
        try (XmlReader xml = Xml.open(snapshot, Bounded.find(snapshot, document), XmlLimits.DEFAULT)) {
            OmahaAnswer answer = new OmahaAnswer(xml, document);
            return new Offer(document, build, answer.version(), answer.file(installer));
        }
    }

    /** What a computer without the application asks. */
    String request(Build build) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <request protocol="3.0" ismachine="1"><os platform="win" version="10.0" arch="%1$s"/>\
                <app appid="%2$s" ap="%1$s-stable" release_channel="%3$s" version=""><updatecheck/></app></request>
                """
                .formatted(build.processor().title(), application, build.channel());
    }
}
