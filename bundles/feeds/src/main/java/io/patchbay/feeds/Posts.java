package io.patchbay.feeds;

import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the posts of a feed, in its order: Atom (RFC 4287), and the same as JSON, as Blogger writes it for {@code alt=json} (GData: texts
 * are objects with a field {@code $t}). A feed without posts is refused.
 */
public final class Posts {
    /** A post also has authors, pictures, and links of each comment. */
    private static final Set<String> FIELDS = Set.of(
            "feed",
            "entry",
            "id",
            "$t",
            "title",
            "published",
            "updated",
            "content",
            "category",
            "term",
            "link",
            "rel",
            "href");

    private Posts() {}

    /** The posts of a feed whose format is XML or JSON. */
    public static List<Post> read(Snapshot snapshot, Feed feed) throws IOException, FeedException {
        Document document = Bounded.find(snapshot, feed);
        List<Post> posts =
                feed.format() == Feed.Format.JSON ? json(snapshot, feed) : AtomReader.read(snapshot, document);
        if (posts.isEmpty()) {
            throw new FeedException(document.name(), "", "expected posts, found none");
        }
        return List.copyOf(posts);
    }

    /**
     * As above, those that are wanted.
     *
     * @param what they are, for messages
     * @throws FeedException if there is none, too
     */
    public static List<Post> read(Snapshot snapshot, Feed feed, Predicate<Post> wanted, String what)
            throws IOException, FeedException {
        List<Post> posts = read(snapshot, feed).stream().filter(wanted).toList();
        if (posts.isEmpty()) {
            throw new FeedException(feed.name(), "", "expected " + what + ", found none");
        }
        return posts;
    }

    private static List<Post> json(Snapshot snapshot, Feed feed) throws IOException, FeedException {
        List<Post> posts = new ArrayList<>();
        Optional<Value> entries = Json.read(snapshot, feed, FIELDS).get("feed").find("entry");
        for (Value entry : entries.isPresent() ? entries.get().items() : List.<Value>of()) {
            posts.add(post(entry));
        }
        return posts;
    }

    private static Post post(Value entry) throws FeedException {
        List<String> categories = new ArrayList<>();
        for (Value category : items(entry, "category")) {
            categories.add(category.get("term").text());
        }
        return new Post(
                entry.get("id").get("$t").text(),
                entry.get("title").get("$t").text(),
                time(entry, "published"),
                time(entry, "updated"),
                entry.get("content").get("$t").text(),
                categories,
                link(entry));
    }

    private static List<Value> items(Value entry, String field) throws FeedException {
        Optional<Value> items = entry.find(field);
        return items.isPresent() ? items.get().items() : List.of();
    }

    private static Instant time(Value entry, String field) throws FeedException {
        Value time = entry.get(field).get("$t");
        return time(time.text()).orElseThrow(() -> time.failure("a time"));
    }

    private static @Nullable URI link(Value entry) throws FeedException {
        for (Value link : items(entry, "link")) {
            if (link.get("rel").text().equals("alternate")) {
                Value href = link.get("href");
                return uri(href.text()).orElseThrow(() -> href.failure("an address"));
            }
        }
        return null;
    }

    /** RFC 3339; any number of digits of a second. */
    static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text.strip()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
