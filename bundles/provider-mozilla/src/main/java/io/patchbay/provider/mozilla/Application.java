package io.patchbay.provider.mozilla;

import io.patchbay.spi.Feed;
import java.util.Locale;

/** A program whose releases Mozilla lists, and its names in feeds and addresses. */
enum Application {
    FIREFOX("Firefox"),
    THUNDERBIRD("Thunderbird");

    private final String title;

    Application(String title) {
        this.title = title;
    }

    /** The name of the release edition and of the family: {@code Firefox}. */
    String title() {
        return title;
    }

    /** The name in addresses and keys: {@code firefox}. */
    String folder() {
        return title.toLowerCase(Locale.ROOT);
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

    /** The address of a release's notes; those of Thunderbird ESR have the edition in it. */
    String releaseNotes(MozillaRelease release) {
        return this == FIREFOX
                ? "https://www.mozilla.org/en-US/firefox/" + release.canonical() + "/releasenotes/"
                : "https://www.thunderbird.net/en-US/thunderbird/" + release.tag() + "/releasenotes/";
    }
}
