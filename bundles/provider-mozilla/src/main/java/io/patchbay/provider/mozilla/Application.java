package io.patchbay.provider.mozilla;

import io.patchbay.spi.Feed;
import java.util.Locale;

/** A program whose releases Mozilla lists: its names in feeds and addresses, and how its two editions look once installed. */
enum Application {
    FIREFOX("Firefox", "https://www.mozilla.org/en-US/firefox/", true, false),
    THUNDERBIRD("Thunderbird", "https://www.thunderbird.net/en-US/thunderbird/", false, true);

    private final String title;
    private final String pages;
    private final boolean esrInstallsByName;
    private final boolean esrPagesByTag;

    Application(String title, String pages, boolean esrInstallsByName, boolean esrPagesByTag) {
        this.title = title;
        this.pages = pages;
        this.esrInstallsByName = esrInstallsByName;
        this.esrPagesByTag = esrPagesByTag;
    }

    /** The name of the release edition and of the family: {@code Firefox}. */
    String title() {
        return title;
    }

    /** The name in addresses and keys: {@code firefox}. */
    String folder() {
        return title.toLowerCase(Locale.ROOT);
    }

    /** The key of the newest release in {@link #versions}: {@code LATEST_FIREFOX_VERSION}. */
    String latestKey() {
        return "LATEST_" + name() + "_VERSION";
    }

    /** What the keys of extended support releases begin with; which of them exist changes every year. */
    String esrKeys() {
        return name() + "_ESR";
    }

    /** The list of current versions. */
    Feed versions() {
        return productDetails("_versions.json");
    }

    /** The list of all releases ever, with their dates. */
    Feed details() {
        return productDetails(".json");
    }

    private Feed productDetails(String suffix) {
        String name = folder() + suffix;
        return Feed.json(name, "https://product-details.mozilla.org/1.0/" + name);
    }

    /** Whether the entry of an ESR among the installed programs says so; Thunderbird's reads like that of the release. */
    boolean esrInstallsByName() {
        return esrInstallsByName;
    }

    /** The address of a release's notes. */
    String releaseNotes(MozillaRelease release) {
        return pages + (esrPagesByTag ? release.tag() : release.canonical()) + "/releasenotes/";
    }
}
