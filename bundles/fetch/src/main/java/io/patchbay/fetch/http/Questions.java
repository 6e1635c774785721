package io.patchbay.fetch.http;

import io.patchbay.feeds.Received;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.spi.Answer;
import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.Question;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts questions to upstreams; the answers lie in the folder of the snapshot until they are kept or closed. Thread-safe. */
final class Questions {
    private final Network network;
    private final Retries retries;
    private final SnapshotFolder.Writer writer;

    Questions(Network network, Retries retries, SnapshotFolder.Writer writer) {
        this.network = network;
        this.retries = retries;
        this.writer = writer;
    }

    Answer ask(Feed feed, FeedSettings its, Question question) throws IOException {
        URI url = its.url().resolve(question.url());
        Request request = Request.question(url, question);
        return retries.until(request.repeatable(), () -> {
            Exchange<Answer> exchange =
                    new Exchange<>(network, its, retries.patience(), (head, body) -> receive(feed, url, head, body));
            return exchange.run(request);
        });
    }

    private Answer receive(Feed feed, URI url, ResponseHead head, InputStream body) throws IOException {
        InputStream content = new BufferedInputStream(body);
        Sniffer.check(content, feed.format());
        Received received = writer.receive(content);
        return new ReceivedAnswer(writer, feed, url, head, network.clock().instant(), received);
    }

    /**
     * An answer that arrived.
     *
     * @param head its status and headers
     * @param time when it was complete
     */
    private record ReceivedAnswer(
            SnapshotFolder.Writer writer, Feed feed, URI url, ResponseHead head, Instant time, Received received)
            implements Answer {
        @Override
        public InputStream open() throws IOException {
            return received.open();
        }

        @Override
        public Document keep(String name) throws IOException {
            return keepAs(name, null);
        }

        @Override
        public Document keep(String name, String tag) throws IOException {
            return keepAs(name, tag);
        }

        private Document keepAs(String name, @Nullable String tag) throws IOException {
            String member = SnapshotFetcher.member(feed, name);
            URI shown = URI.create(Shown.of(url));
            Wanted wanted = new Wanted(feed, member, url, shown, tag, Optional.empty());
            return writer.keep(wanted.arrived(head, time), received);
        }

        @Override
        public void close() throws IOException {
            received.drop();
        }
    }
}
