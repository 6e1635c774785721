package io.patchbay.declared;

import java.util.List;
import java.util.Map;

/**
 * What expressions may refer to.
 *
 * @param feeds all feeds, by name
 * @param releases the feed that lists the releases
 * @param names the names that may stand in braces
 */
record Vocabulary(Map<String, DeclaredFeed> feeds, DeclaredFeed releases, List<String> names) {
    Vocabulary {
        feeds = Map.copyOf(feeds);
        names = List.copyOf(names);
    }

    Vocabulary withNames(List<String> other) {
        return new Vocabulary(feeds, releases, other);
    }

    /** The feed of this name; one that is fetched for each release or file needs their names. */
    static DeclaredFeed feed(Setting name, Map<String, DeclaredFeed> feeds, List<String> names)
            throws DeclarationException {
        DeclaredFeed feed = feeds.get(name.text());
        if (feed == null) {
            throw name.expected("the name of a feed: "
                    + String.join(", ", feeds.keySet().stream().sorted().toList()));
        }
        if (!names.containsAll(feed.address().names())) {
            throw name.problem(name.text() + " is fetched for each " + (feed.isOfFiles() ? "file" : "release")
                    + ", so it cannot say this");
        }
        return feed;
    }

    DeclaredFeed feed(Setting name) throws DeclarationException {
        return feed(name, feeds, names);
    }
}
