package io.patchbay.feeds;

import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the entries of an Atom document one by one. */
final class AtomReader {
    private final XmlReader xml;
    private final List<String> categories = new ArrayList<>();
    private String id = "";
    private String title = "";
    private String html = "";
    private @Nullable Instant published;
    private @Nullable Instant updated;
    private @Nullable URI link;

    private AtomReader(XmlReader xml) {
        this.xml = xml;
    }

    static List<Post> read(Snapshot snapshot, Document document) throws IOException, FeedException {
        List<Post> posts = new ArrayList<>();
        try (XmlReader xml = Xml.open(snapshot, document, XmlLimits.DEFAULT)) {
            if (!xml.nextChild(0) || !xml.name().equals("feed")) {
                throw xml.failure("expected an Atom feed");
            }
            while (xml.nextChild(1)) {
                if (xml.name().equals("entry")) {
                    posts.add(new AtomReader(xml).entry());
                }
            }
        }
        return posts;
    }

    private Post entry() throws IOException, FeedException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            child();
        }
        if (id.isEmpty() || updated == null) {
            throw xml.failure("expected an entry with id and updated");
        }
        Instant first = Objects.requireNonNullElse(published, updated);
        return new Post(id, title, first, updated, html, categories, link);
    }

    private void child() throws IOException, FeedException {
        switch (xml.name()) {
            case "id" -> id = xml.text();
            case "title" -> title = xml.text();
            case "published" -> published = time();
            case "updated" -> updated = time();
            case "content" -> html = xml.text();
            case "category" -> categories.add(Objects.requireNonNullElse(xml.attribute("term"), ""));
            case "link" -> link();
            default -> {}
        }
    }

    private Instant time() throws IOException, FeedException {
        return Posts.time(xml.text()).orElseThrow(() -> xml.failure("expected a time"));
    }

    /** A link without {@code rel} is one to the page. */
    private void link() throws FeedException {
        String rel = xml.attribute("rel");
        String href = xml.attribute("href");
        if (href != null && (rel == null || rel.equals("alternate"))) {
            link = Posts.uri(href).orElseThrow(() -> xml.failure("expected an address"));
        }
    }
}
