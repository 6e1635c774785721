package io.patchbay.provider.videolan;

import io.patchbay.feeds.CveList;
import io.patchbay.feeds.CveRecord;
import io.patchbay.feeds.Html;
import io.patchbay.model.Cve;
import io.patchbay.model.Security;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The security bulletin of a release: it names vulnerabilities and rates none. A release without one fixes none. */
final class Bulletin {
    static final Feed INDEX = Feed.html("security.html", "https://www.videolan.org/security/");
    static final Feed PAGES = Feed.html("bulletins", "https://www.videolan.org/security/");

    private Bulletin() {}

    /** The name of a release's bulletin, {@code sb-vlc3021.html}, if the list of bulletins links it. */
    static Optional<String> name(Snapshot snapshot, String version) throws IOException, FeedException {
        String name = "sb-vlc" + version.replace(".", "") + ".html";
        return Html.links(Html.readWhole(snapshot, INDEX), INDEX.name(), "a[href*=sb-vlc]", "bulletins").stream()
                .filter(link -> link.endsWith(name))
                .map(link -> name)
                .findFirst();
    }

    /** The ids that a bulletin names. */
    static List<String> cves(Snapshot snapshot, String name, String version) throws IOException, FeedException {
        String document = PAGES.name() + '/' + name;
        String text = Html.readWhole(snapshot, document).text();
        if (!text.contains(version)) {
            throw new FeedException(document, "", "expected the bulletin of " + version);
        }
        return Cve.idsIn(text);
    }

    /** What the bulletin of a release says, as the CVE list rates it; nothing if there is none. */
    static Optional<Security> security(Snapshot snapshot, String version, List<CveRecord> records)
            throws IOException, FeedException {
        Optional<String> name = name(snapshot, version);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        List<String> ids = cves(snapshot, name.get(), version);
        String bulletin = "VideoLAN-SB-VLC-" + version.replace(".", "");
        return Optional.of(Security.worstOf(List.of(bulletin), CveList.rate(records, ids, PAGES.name())));
    }
}
