package io.patchbay.declared;

import io.patchbay.declared.Expression.Found;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the releases of a product stand.
 *
 * @param feed the document that lists them
 * @param each what leads to each of them; null if the document is about one release
 * @param where what one must have to count; without it all count
 * @param version how its version is had
 * @param tag what the vendor calls it, if not by its version
 * @param keep how many count, the newest first
 */
record ReleaseList(
        DeclaredFeed feed,
        @Nullable Template each,
        Optional<Search> where,
        VersionScheme scheme,
        Expression version,
        Optional<Expression> tag,
        int keep) {
    private static final int KEPT = 10;

    /** A release of which no more is known yet than where it stands and its names. */
    record Listed(String version, Scope scope) {}

    static ReleaseList read(Setting setting, VersionScheme scheme, Vocabulary words) throws DeclarationException {
        Vocabulary nameless = words.withNames(List.of());
        Optional<Setting> where = setting.find("where");
        Optional<Setting> keep = setting.find("keep");
        return new ReleaseList(
                words.releases(),
                Search.template(
                        setting, "each", List.of(), words.releases().feed().format()),
                where.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Search.read(where.get(), nameless).asCondition()),
                scheme,
                Expression.read(setting.get("version"), nameless),
                Expression.find(setting, "tag", nameless),
                keep.isEmpty() ? KEPT : keep.get().number(1, 100));
    }

    /** The releases, the newest first, each version once. One more than is kept, if there is: the last tells what the others fix. */
    List<Listed> read(Documents documents) throws IOException, FeedException {
        List<Place> items = items(documents.whole(feed, Names.NONE));
        List<Listed> releases = new ArrayList<>();
        for (Place item : items) {
            Scope scope = new Scope(documents, feed, item, Names.NONE);
            if (where.isEmpty() || where.get().value(scope).isPresent()) {
                releases.add(release(scope));
            }
        }
        if (where.isPresent() && releases.isEmpty()) {
            throw failure(
                    "expected one of " + items.size() + " to meet the condition, found none",
                    where.get().at());
        }
        return newest(releases);
    }

    /** Releases within one another are none, and reading each with all that it holds would take a time that nobody has. */
    private List<Place> items(Place whole) throws FeedException {
        if (each == null) {
            return List.of(whole);
        }
        List<Place> items = whole.find(each.text());
        if (items.isEmpty()) {
            throw failure("expected releases, found none", each.at());
        }
        for (int i = 1; i < items.size(); i++) {
            if (items.get(i).isWithin(items.get(i - 1))) {
                throw failure("expected releases beside each other, found one within another", each.at());
            }
        }
        return items;
    }

    private FeedException failure(String problem, Setting at) {
        String path = each == null ? "" : each.text();
        return new FeedException(feed.feed().name(), path, problem + " (" + at.place() + ')');
    }

    private Listed release(Scope scope) throws IOException, FeedException {
        Found found = version.required(scope, "a version");
        if (!scheme.accepts(found.text())) {
            throw found.failure(FeedException.Code.VERSION_SYNTAX, "a version of scheme " + scheme);
        }
        Optional<Found> called = tag.isEmpty() ? Optional.empty() : tag.get().value(scope);
        try {
            Names names = Names.release(found.text(), called.orElse(found).text());
            return new Listed(found.text(), scope.with(names));
        } catch (IllegalArgumentException e) {
            throw called.orElse(found).failure("a harmless name: " + e.getMessage());
        }
    }

    private List<Listed> newest(List<Listed> releases) {
        Comparator<String> order = scheme.comparator();
        releases.sort(Comparator.comparing(Listed::version, order.reversed()));
        List<Listed> distinct = new ArrayList<>();
        for (Listed release : releases) {
            boolean known = !distinct.isEmpty()
                    && order.compare(distinct.get(distinct.size() - 1).version(), release.version()) == 0;
            if (!known && distinct.size() <= keep) {
                distinct.add(release);
            }
        }
        return distinct;
    }

    /** Those of them that count. */
    List<Listed> kept(List<Listed> releases) {
        return releases.subList(0, Math.min(keep, releases.size()));
    }
}
