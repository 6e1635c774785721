package io.patchbay.provider.videolan;

import io.patchbay.feeds.CveList;
import io.patchbay.feeds.CveRecord;
import io.patchbay.feeds.CveText;
import io.patchbay.feeds.Html;
import io.patchbay.model.Cve;
import io.patchbay.model.Security;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Element;

/** The security bulletins of releases: they name vulnerabilities and rate none. A release without one fixes none. */
final class Bulletin {
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
            List<Cve> named = CveText.read(text(snapshot, version), VideolanProvider.BULLETINS.name());
            List<Cve> cves = CveList.rate(records, named);
            fixed.put(version, Security.worstOf(List.of("VideoLAN-SB-VLC-" + version.replace(".", "")), cves));
        }
        return fixed;
    }

    /** The versions whose bulletin the list of bulletins links. */
    private static List<String> linked(Snapshot snapshot, List<Status> releases) throws IOException, FeedException {
        List<String> links = Html.links(snapshot, VideolanProvider.INDEX.name(), "a[href*=sb-vlc]", "bulletins");
        return releases.stream()
                .map(Status::version)
                .distinct()
                .filter(version -> links.stream().anyMatch(link -> link.endsWith(page(version))))
                .toList();
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
