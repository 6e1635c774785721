package io.patchbay.feeds;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post of a blog or news feed.
 *
 * @param id what the feed calls it for ever; an edited post keeps it
 * @param title plain text
 * @param published when it first appeared
 * @param updated when it was last edited; not before {@code published}
 * @param html its content, HTML of whatever quality
 * @param categories its labels
 * @param link the page for people; null if the feed gives none
 */
public record Post(
        String id,
        String title,
        Instant published,
        Instant updated,
        String html,
        List<String> categories,
        @Nullable URI link) {
    public Post {
        categories = List.copyOf(categories);
    }

    /** The content without its markup, with one space wherever there was white space. */
    public String text() {
        return Html.text(html);
    }
}
