package io.patchbay.provider.putty;

import io.patchbay.feeds.Html;
import io.patchbay.feeds.Passage;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.FeedException;
import java.net.URI;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Which release is current, and since when, by the sentence on the download page; and what is new in it, by the change list. */
record Current(String version, LocalDate released) {
    private static final Pattern SENTENCE =
            Pattern.compile("Currently this is (\\S{1,30}), released on (\\S{1,30})\\.");
    private static final Comparator<String> ORDER = VersionScheme.PUTTY.comparator();

    /** Reads the download page. */
    static Current of(Element page) throws FeedException {
        String place = "p:contains(Currently this is)";
        String expected = "\"Currently this is <version>, released on <date>.\"";
        List<Passage> words = Passage.find(page, PuttyProvider.LATEST.name(), place, SENTENCE, expected);
        return new Current(
                words.get(0).version(VersionScheme.PUTTY), words.get(1).day());
    }

    /** The installed program's version resource and the installer's entry say four numbers. */
    Version known() {
        return new Version(VersionScheme.PUTTY, version, version, version + ".0.0", version);
    }

    URI notes() {
        return PuttyProvider.CHANGES.url().resolve("releases/" + version + ".html");
    }

    /** What is new in it, by the page of changes. */
    List<String> changes(Element page) throws FeedException {
        String place = "p:has(> a[href=releases/" + version + ".html]) + ul > li";
        return Html.texts(page, PuttyProvider.CHANGES.name(), place, "the changes in " + version);
    }

    /** The newest release before this one that the page of changes knows; this one, if it knows none. */
    String before(Element page) {
        return page.select("p > a[href^=releases/]").eachText().stream()
                .filter(VersionScheme.PUTTY::accepts)
                .filter(other -> ORDER.compare(other, version) < 0)
                .max(ORDER)
                .orElse(version);
    }
}
