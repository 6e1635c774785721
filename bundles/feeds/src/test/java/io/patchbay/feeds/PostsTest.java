package io.patchbay.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PostsTest {
    private static final Feed JSON = Feed.json("blog", "https://blog.example/feeds/posts/default?alt=json");
    private static final Feed ATOM = Feed.of("blog", "https://blog.example/feeds/posts/default", Feed.Format.XML);

    private static final String ENTRY =
            """
        {"id": {"$t": "tag:blogger.com,1999:blog-1.post-2"}, "title": {"type": "text", "$t": "Stable Channel Update"},
         "published": {"$t": "2026-09-01T10:30:00.001-07:00"}, "updated": {"$t": "2026-09-02T10:30:00.53988-07:00"},
         "category": [{"scheme": "s", "term": "Stable updates"}, {"term": "Desktop"}],
         "content": {"type": "html", "$t": "<p>Fixed</p>"},
         "link": [{"rel": "self", "href": "https://blog.example/2.json"}, {"rel": "alternate", "href": "https://blog.example/2"}]}""";

    private static final Post POST = new Post(
            "tag:blogger.com,1999:blog-1.post-2",
            "Stable Channel Update",
            Instant.parse("2026-09-01T17:30:00.001Z"),
            Instant.parse("2026-09-02T17:30:00.53988Z"),
            "<p>Fixed</p>",
            List.of("Stable updates", "Desktop"),
            URI.create("https://blog.example/2"));

    private static final String ATOM_ENTRY =
            """
        <entry><id>tag:blogger.com,1999:blog-1.post-2</id><title type="text">Stable Channel Update</title>
          <published>2026-09-01T10:30:00.001-07:00</published><updated>2026-09-02T10:30:00.53988-07:00</updated>
          <category term="Stable updates"/><category term="Desktop"/><author><name>A</name></author>
          <link rel="self" href="https://blog.example/2.xml"/><link rel="alternate" href="https://blog.example/2"/>
          <content type="html">&lt;p&gt;Fixed&lt;/p&gt;</content></entry>""";

    private static List<Post> read(Feed feed, String text) throws Exception {
        return Posts.read(new Documents().with("blog", text), feed);
    }

    private static String atom(String entries) {
        return "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Blog</title>" + entries + "</feed>";
    }

    @Test
    void readsBothForms() throws Exception {
        assertEquals(List.of(POST), read(JSON, "{\"version\": \"1.0\", \"feed\": {\"entry\": [" + ENTRY + "]}}"));
        assertEquals(List.of(POST), read(ATOM, atom(ATOM_ENTRY)));
    }

    /** Failure 25: a post that is edited keeps its id and its day. */
    @Test
    void tellsWhenAPostWasEdited() throws Exception {
        Post post = read(ATOM, atom(ATOM_ENTRY)).get(0);
        Post edited =
                read(ATOM, atom(ATOM_ENTRY.replace("2026-09-02", "2026-09-09"))).get(0);
        assertEquals(post.id(), edited.id());
        assertEquals(post.published(), edited.published());
        assertEquals(Instant.parse("2026-09-09T17:30:00.53988Z"), edited.updated());
    }

    @Test
    void takesTheOnlyTimeForBoth() throws Exception {
        String entry = "<entry><id>1</id><updated>2026-09-02T00:00:00Z</updated></entry>";
        Post post = read(ATOM, atom(entry)).get(0);
        assertEquals(post.updated(), post.published());
        assertNull(post.link());
    }

    @Test
    void refusesAFeedWithoutPosts() {
        assertThrows(FeedException.class, () -> read(JSON, "{\"feed\": {}}"));
        assertThrows(FeedException.class, () -> read(ATOM, atom("")));
    }

    @Test
    void refusesWhatIsNoFeedOfPosts() {
        assertThrows(FeedException.class, () -> read(ATOM, "<rss><channel/></rss>"));
        assertThrows(FeedException.class, () -> read(ATOM, atom("<entry><id>1</id></entry>")));
        assertThrows(FeedException.class, () -> read(ATOM, atom(ATOM_ENTRY.replace("2026-09-02T10", "yesterday"))));
        assertThrows(FeedException.class, () -> read(JSON, "{\"feed\": {\"entry\": [{\"id\": {\"$t\": \"1\"}}]}}"));
    }

    @Test
    void givesThePostsThatAreWanted() throws Exception {
        Documents blog = new Documents().with("blog", atom(ATOM_ENTRY));
        assertEquals(List.of(POST), Posts.read(blog, ATOM, post -> post.title().startsWith("Stable"), "stable posts"));
        FeedException refused = assertThrows(
                FeedException.class,
                () -> Posts.read(blog, ATOM, post -> post.title().startsWith("Beta"), "posts about betas"));
        assertEquals("blog: expected posts about betas, found none", refused.getMessage());
    }
}
