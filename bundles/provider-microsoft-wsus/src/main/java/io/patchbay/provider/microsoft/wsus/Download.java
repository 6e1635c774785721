package io.patchbay.provider.microsoft.wsus;

import io.patchbay.feeds.Parallel;
import io.patchbay.feeds.Parallel.Taker;
import io.patchbay.feeds.XmlReader;
import io.patchbay.spi.Answer;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Fetcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Gets the data of revisions (GetUpdateData), as many in a request as the upstream allows, and some requests at once. One revision that
 * the upstream cannot give makes a request fail as a whole, so the request is halved until that one is found and left out.
 */
final class Download {
    /** More wait for each other at the engine, which knows how many requests a host may get at once. */
    private static final int AT_ONCE = 4;
    /** With more, it is the upstream that is broken, not the one or the other of its revisions. */
    private static final int MOST_LEFT_OUT = 50;

    private final Fetcher fetcher;
    private final Session session;
    private final Feed feed;
    private final AtomicInteger leftOut = new AtomicInteger();
    private final List<Revision> obtained = new ArrayList<>();
    private final List<Portion> missing = new ArrayList<>();

    Download(Fetcher fetcher, Session session, Feed feed) {
        this.fetcher = fetcher;
        this.session = session;
        this.feed = feed;
    }

    /**
     * What came of a request, or of a part of one.
     *
     * @param answer null if the upstream has none of the revisions
     * @param reason why it has none; blank if it has them
     */
    private record Portion(List<Revision> revisions, @Nullable Answer answer, String reason) {}

    /** Gets these revisions, and returns those that the upstream gave; that it did not give the others is told. */
    List<Revision> get(List<Revision> revisions, int atMost) throws IOException, FeedException {
        int requests = (revisions.size() + atMost - 1) / atMost;
        Parallel.Piece<Portion> piece = (number, out) -> {
            int from = number * atMost;
            request(revisions.subList(from, Math.min(from + atMost, revisions.size())), out);
        };
        fetcher.progress(feed.name(), 0, revisions.size());
        Parallel.inOrder(AT_ONCE, requests, piece, portion -> keep(portion, revisions.size()));
        tellWhatIsMissing(revisions.size());
        return obtained;
    }

    private void request(List<Revision> revisions, Taker<Portion> out) throws IOException, FeedException {
        try {
            Session.Received<List<Revision>> received =
                    session.receive(feed, Operation.GET_UPDATE_DATA, parameters(revisions), this::read);
            take(received, revisions, out);
        } catch (SoapFault fault) {
            if (!fault.mayBePoisoned()) {
                throw fault;
            }
            halve(revisions, fault, out);
        }
    }

    /** Reads an answer to its end: once it is a document, every later sync takes it over, and nobody asks for it again. */
    private List<Revision> read(XmlReader xml) throws IOException, FeedException {
        List<Revision> revisions = new ArrayList<>();
        UpdateData.read(xml, feed.name(), revisions::add);
        return revisions;
    }

    private static String parameters(List<Revision> revisions) {
        StringBuilder ids = new StringBuilder();
        revisions.forEach(revision -> ids.append(revision.xml()));
        return "<updateIds>" + ids + "</updateIds>";
    }

    /** An answer may be short: because it would have become too long, or because the upstream has no more than that. */
    private void take(Session.Received<List<Revision>> received, List<Revision> asked, Taker<Portion> out)
            throws IOException, FeedException {
        Set<Revision> missing = new HashSet<>(asked);
        for (Revision revision : received.content()) {
            if (!missing.remove(revision)) {
                throw new FeedException(feed.name(), revision.toString(), "the upstream gave it twice, or unasked");
            }
        }
        List<Revision> rest = asked.stream().filter(missing::contains).toList();
        if (received.content().isEmpty()) {
            received.answer().close();
            leaveOut(rest, "it gives no data of it", out);
            return;
        }
        out.take(new Portion(received.content(), received.answer(), ""));
        if (!rest.isEmpty()) {
            request(rest, out);
        }
    }

    private void halve(List<Revision> revisions, SoapFault fault, Taker<Portion> out)
            throws IOException, FeedException {
        if (revisions.size() == 1) {
            leaveOut(revisions, String.valueOf(fault.getMessage()), out);
            return;
        }
        int middle = revisions.size() / 2;
        request(revisions.subList(0, middle), out);
        request(revisions.subList(middle, revisions.size()), out);
    }

    private void leaveOut(List<Revision> revisions, String reason, Taker<Portion> out)
            throws IOException, FeedException {
        if (leftOut.addAndGet(revisions.size()) > MOST_LEFT_OUT) {
            String problem =
                    "the upstream lists more than " + MOST_LEFT_OUT + " revisions that it does not give: " + reason;
            throw new FeedException(feed.name(), revisions.get(0).toString(), problem);
        }
        out.take(new Portion(revisions, null, reason));
    }

    private void keep(Portion portion, int total) throws IOException {
        Answer answer = portion.answer();
        if (answer == null) {
            missing.add(portion);
            return;
        }
        answer.keep(portion.revisions().get(0) + ".xml");
        obtained.addAll(portion.revisions());
        fetcher.progress(feed.name(), obtained.size(), total);
    }

    private void tellWhatIsMissing(int total) {
        if (missing.isEmpty()) {
            return;
        }
        Portion first = missing.get(0);
        fetcher.outdated(
                feed,
                "%d of %d revisions could not be had, first %s: %s"
                        .formatted(leftOut.get(), total, first.revisions().get(0), first.reason()));
    }
}
