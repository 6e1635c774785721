package io.patchbay.feeds;

import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads HTML as browsers do. A page cut short parses without complaint, so that a provider must look for what it expects at the end. */
public final class Html {
    private static final int DEEPEST = 512;

    private Html() {}

    /** The feed's page; its links are resolved against the address it was fetched from, else the feed's. */
    public static org.jsoup.nodes.Document read(Snapshot snapshot, Feed feed) throws IOException, FeedException {
        Document document = Bounded.find(snapshot, feed);
        String base = document.url() == null ? feed.url().toString() : address(document);
        return parse(Bounded.bytes(snapshot, document, feed.sizeLimit()), document.name(), base);
    }

    /** A page; its links are resolved against the address it was fetched from. */
    public static org.jsoup.nodes.Document read(Snapshot snapshot, Document document)
            throws IOException, FeedException {
        return parse(Bounded.bytes(snapshot, document, Bounded.WHOLE), document.name(), address(document));
    }

    private static String address(Document document) {
        return document.url() == null ? "" : document.url().toString();
    }

    static org.jsoup.nodes.Document parse(byte[] bytes, String name, String base) throws IOException, FeedException {
        Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
        @Nullable String charsetOfThePage = null;
        org.jsoup.nodes.Document page = Jsoup.parse(new ByteArrayInputStream(bytes), charsetOfThePage, base, parser);
        if (page.body().childrenSize() == 0) {
            throw new FeedException(name, "body", "expected a page of HTML, found no element");
        }
        return page;
    }
}
