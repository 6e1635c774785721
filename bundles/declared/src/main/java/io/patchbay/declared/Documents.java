package io.patchbay.declared;

import io.patchbay.feeds.ChecksumList;
import io.patchbay.feeds.Html;
import io.patchbay.feeds.Json;
import io.patchbay.feeds.Text;
import io.patchbay.feeds.Yaml;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/** The documents of a snapshot while it is parsed: each is read once, when it is first asked for. */
final class Documents {
    private final Snapshot snapshot;
    private final Map<String, Place> read = new HashMap<>();
    private final Map<String, ChecksumList> checksums = new HashMap<>();

    Documents(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    Place whole(DeclaredFeed feed, Names names) throws IOException, FeedException {
        String name = feed.document(names);
        Place known = read.get(name);
        if (known == null) {
            known = read(feed, find(name), names);
            read.put(name, known);
        }
        return known;
    }

    ChecksumList checksums(DeclaredFeed feed, Names names) throws IOException, FeedException {
        String name = feed.document(names);
        ChecksumList known = checksums.get(name);
        if (known == null) {
            text(feed, find(name), names);
            known = ChecksumList.read(snapshot, name);
            checksums.put(name, known);
        }
        return known;
    }

    private Document find(String name) throws FeedException {
        return snapshot.document(name)
                .orElseThrow(() -> new FeedException(name, "", "the snapshot " + snapshot.name() + " lacks it"));
    }

    private Place read(DeclaredFeed feed, Document document, Names names) throws IOException, FeedException {
        return switch (feed.feed().format()) {
            case HTML -> new Place.Markup(page(feed, document));
            case JSON -> new Place.Data(Json.read(snapshot, document));
            case YAML -> new Place.Data(Yaml.read(snapshot, document));
            default -> new Place.Plain(text(feed, document, names));
        };
    }

    private String text(DeclaredFeed feed, Document document, Names names) throws IOException, FeedException {
        String text = Text.read(snapshot, document);
        feed.requireEnd(text, names);
        return text;
    }

    private Element page(DeclaredFeed feed, Document document) throws IOException, FeedException {
        Element page = feed.ends() ? Html.readWhole(snapshot, document) : Html.read(snapshot, document);
        if (document.url() == null) {
            page.setBaseUri(feed.feed().url().toString());
        }
        return page;
    }
}
