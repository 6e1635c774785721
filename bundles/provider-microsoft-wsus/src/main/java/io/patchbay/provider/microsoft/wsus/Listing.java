package io.patchbay.provider.microsoft.wsus;

import io.patchbay.provider.microsoft.wsus.Session.Received;
import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The revisions that an upstream has of one kind: a list of all, and lists of what was new since then.
 *
 * @param feed the feed that the revisions are documents of, which gives the lists their names
 * @param since the anchor that changes were asked for since; blank if everything was listed
 * @param earlier the lists of the snapshot before that this one goes on from; empty if everything was listed
 * @param revisions the highest that are listed, of each update
 * @param fresh the list that was asked for now
 */
record Listing(
        Feed feed, String since, List<Document> earlier, HighestRevisions revisions, Received<RevisionList> fresh) {
    /** So many lists of changes, and everything is listed anew: that is how an upstream tells what it has no more. */
    private static final int MOST_LISTS = 30;

    private static final Feed LISTS = MicrosoftWsusProvider.REVISIONS;

    /**
     * Asks for the list.
     *
     * @param since the anchor of the sync before; blank to list everything
     * @param filter makes the filter of an anchor
     */
    static Listing ask(
            Fetcher fetcher, Session session, Feed feed, String since, Function<Optional<String>, String> filter)
            throws IOException, FeedException {
        List<Document> earlier = since.isEmpty() ? List.of() : earlier(fetcher, feed);
        HighestRevisions known = read(fetcher, earlier);
        if (!earlier.isEmpty() && earlier.size() < MOST_LISTS) {
            try {
                return of(feed, since, earlier, known, ask(session, filter.apply(Optional.of(since))));
            } catch (SoapFault fault) {
                if (!fault.blamesParameters()) {
                    throw fault;
                }
                // It does not understand the anchor any more, so everything is listed.
            }
        }
        return of(feed, "", List.of(), new HighestRevisions(), ask(session, filter.apply(Optional.empty())));
    }

    private static Listing of(
            Feed feed, String since, List<Document> earlier, HighestRevisions known, Received<RevisionList> fresh) {
        known.addAll(fresh.content().revisions());
        return new Listing(feed, since, earlier, known, fresh);
    }

    private static Received<RevisionList> ask(Session session, String filter) throws IOException, FeedException {
        return session.receive(LISTS, Operation.GET_REVISION_ID_LIST, filter, RevisionList::read);
    }

    private static List<Document> earlier(Fetcher fetcher, Feed feed) {
        Optional<Snapshot> previous = fetcher.previous();
        return previous.isEmpty() ? List.of() : lists(previous.get(), feed);
    }

    /** The lists in a snapshot, of the revisions that are documents of this feed. */
    static List<Document> lists(Snapshot snapshot, Feed feed) {
        String prefix = LISTS.name() + "/" + feed.name() + "-";
        return snapshot.documents(LISTS).stream()
                .filter(document -> document.name().startsWith(prefix))
                .toList();
    }

    private static HighestRevisions read(Fetcher fetcher, List<Document> lists) throws IOException, FeedException {
        HighestRevisions revisions = new HighestRevisions();
        for (Document list : lists) {
            revisions.addAll(
                    RevisionList.read(fetcher.previous().orElseThrow(), list).revisions());
        }
        return revisions;
    }

    /** The anchor to ask for changes since the next time: the old one as long as there are none, so that the snapshot stays as it is. */
    String anchor() {
        return hasNews() ? fresh.content().anchor() : since;
    }

    private boolean hasNews() {
        return earlier.isEmpty() || !fresh.content().revisions().isEmpty();
    }

    /** Makes the lists documents. */
    void keep(Fetcher fetcher) throws IOException {
        for (Document list : earlier) {
            fetcher.take(fetcher.previous().orElseThrow(), list);
        }
        if (hasNews()) {
            fresh.answer().keep(String.format(Locale.ROOT, "%s-%03d.xml", feed.name(), earlier.size()));
        }
    }
}
