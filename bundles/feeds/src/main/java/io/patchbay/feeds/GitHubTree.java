package io.patchbay.feeds;

import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Files of a repository on GitHub: its listing (REST API, git trees) names each with what git calls its content, so that a file which has not
 * changed is not fetched again.
 *
 * @param listing one document
 * @param files the family of the files, each named by its path
 */
public record GitHubTree(Feed listing, Feed files) {
    private static final Set<String> FIELDS = Set.of("truncated", "tree", "path", "sha");

    /**
     * A file of the repository.
     *
     * @param path such as {@code announce/2024/mfsa2024-70.yml}
     * @param sha the name that git gives its content
     */
    public record Entry(String path, String sha) {}

    /**
     * The files of a branch.
     *
     * @param listing the name of the listing's feed
     * @param files the name of the files' feed
     */
    public static GitHubTree of(String repository, String branch, String listing, String files, Feed.Format format) {
        String tree = "https://api.github.com/repos/" + repository + "/git/trees/" + branch + "?recursive=1";
        String raw = "https://raw.githubusercontent.com/" + repository + '/' + branch + '/';
        return new GitHubTree(Feed.json(listing, tree), Feed.of(files, raw, format));
    }

    /**
     * What the listing has of these paths, in its order.
     *
     * @throws FeedException if it has none, or not all there are in the repository
     */
    public List<Entry> entries(Snapshot snapshot, Predicate<String> wanted) throws IOException, FeedException {
        Value root = Json.read(snapshot, listing, FIELDS);
        if (root.get("truncated").truth()) {
            throw root.get("truncated").failure("a complete listing");
        }
        List<Entry> entries = new ArrayList<>();
        for (Value file : root.get("tree").items()) {
            String path = file.get("path").text();
            if (wanted.test(path)) {
                entries.add(new Entry(path, file.get("sha").text()));
            }
        }
        if (entries.isEmpty()) {
            throw root.get("tree").failure("a file that is wanted");
        }
        return entries;
    }

    /** Fetches the listing, and the files of these paths. */
    public void fetch(Fetcher fetcher, Predicate<String> wanted) throws IOException, FeedException {
        fetcher.fetch(listing);
        List<Entry> entries = entries(fetcher.snapshot(), wanted);
        int done = 0;
        for (Entry entry : entries) {
            fetcher.progress(files.name(), done++, entries.size());
            Document document = fetcher.fetch(files, entry.path(), URI.create(entry.path()), entry.sha());
            requireListed(fetcher, document, entry);
        }
    }

    /** The files come from a cache that lags minutes behind the listing: an old copy must not pass as the listed one for ever. */
    private static void requireListed(Fetcher fetcher, Document document, Entry entry)
            throws IOException, FeedException {
        try (InputStream content = fetcher.open(document)) {
            String name = GitBlob.name(content);
            if (!name.equals(entry.sha())) {
                throw new IOException(
                        "%s: listed as %s, got %s: try again later".formatted(document.name(), entry.sha(), name));
            }
        }
    }

    /** The documents of these paths; fails if one that is listed is missing. */
    public List<Document> read(Snapshot snapshot, Predicate<String> wanted) throws IOException, FeedException {
        List<Document> documents = new ArrayList<>();
        for (Entry entry : entries(snapshot, wanted)) {
            String name = files.name() + '/' + entry.path();
            documents.add(snapshot.document(name)
                    .orElseThrow(() -> new FeedException(listing.name(), entry.path(), name + " is missing")));
        }
        return documents;
    }
}
