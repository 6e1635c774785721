package io.patchbay.provider.videolan;

import io.patchbay.feeds.CveList;
import io.patchbay.feeds.CveProduct;
import io.patchbay.feeds.CveRecord;
import io.patchbay.feeds.Html;
import io.patchbay.model.Cve;
import io.patchbay.model.Security;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/**
 * The security bulletins of releases: they say up to which version is affected, seldom name a CVE, and rate none. A release without one fixes
 * none, unless its own words say so.
 */
final class Bulletin {
    private static final CveProduct NAMES =
            new CveProduct(VersionScheme.VLC, Set.of("VideoLAN/VLC media player", "VideoLAN/VLC"));

    private Bulletin() {}

    /** Fetches those of these releases, and the records of what they name. */
    static void fetch(Fetcher fetcher, List<Status> releases) throws IOException, FeedException {
        fetcher.fetch(VideolanProvider.INDEX);
        for (String version : linked(fetcher.snapshot(), releases)) {
            fetcher.fetch(VideolanProvider.BULLETINS, page(version), URI.create(page(version)));
            CveList.fetch(fetcher, Cve.idsIn(text(fetcher.snapshot(), version)));
        }
    }

    /** By version, what those of these releases say, as the CVE list rates it. */
    static Map<String, Security> read(Snapshot snapshot, List<Status> releases) throws IOException, FeedException {
        List<CveRecord> records = CveList.read(snapshot);
        Map<String, Security> fixed = new TreeMap<>();
        for (String version : linked(snapshot, releases)) {
            List<Cve> cves = CveList.fixed(records, text(snapshot, version), "VideoLAN", NAMES, version);
            fixed.put(version, Security.worstOf(List.of("VideoLAN-SB-VLC-" + version.replace(".", "")), cves));
        }
        return fixed;
    }

    /** The versions whose bulletin the list of bulletins links. */
    private static Set<String> linked(Snapshot snapshot, List<Status> releases) throws IOException, FeedException {
        List<String> links = Html.linksWith("sb-vlc", snapshot, VideolanProvider.INDEX.name(), "bulletins");
        Set<String> versions = releases.stream().map(Status::version).collect(Collectors.toCollection(TreeSet::new));
        versions.removeIf(version -> links.stream().noneMatch(link -> link.endsWith(page(version))));
        return versions;
    }

    /** {@code sb-vlc3021.html}. */
    private static String page(String version) {
        return "sb-vlc" + version.replace(".", "") + ".html";
    }

    /** What the bulletin of a release says. */
    private static String text(Snapshot snapshot, String version) throws IOException, FeedException {
        String document = VideolanProvider.BULLETINS.name() + '/' + page(version);
        Element page = Html.readWhole(snapshot, document);
        String which = "body:contains(" + version + ")";
        return Html.texts(page, document, which, "the bulletin of " + version).get(0);
    }
}
