package io.patchbay.fetch.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One request with its redirects, within one deadline.
 *
 * @param <T> what is made of the answer
 */
final class Exchange<T> {
    private static final int OK = 200;
    private static final int MOST_REDIRECTS = 5;
    private static final int LONGEST_REASON = 64 << 10;
    /** How long an upstream may think about a question before the first byte: 5 minutes, with the window that is the default. */
    private static final int WINDOWS_TO_THINK = 10;

    private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);
    /** What GitHub refuses with when a limit is exhausted; without a time, it is forbidden for good. */
    private static final int FORBIDDEN = 403;

    private static final Set<Integer> REPEATS_THE_REQUEST = Set.of(307, 308);

    private final Network network;
    private final FeedSettings settings;
    private final Duration patience;
    private final AnswerReader<T> reader;
    private Duration left;

    /**
     * Prepares an exchange.
     *
     * @param patience the longest time that the upstream may ask to be left alone for
     * @param reader gets the answer if its status is 200, or 304 to a conditional request
     */
    Exchange(Network network, FeedSettings settings, Duration patience, AnswerReader<T> reader) {
        this.network = network;
        this.settings = settings;
        this.patience = patience;
        this.reader = reader;
        this.left = settings.limits().deadline();
    }

    T run(Request request) throws IOException {
        Outcome<T> outcome = hop(request);
        Request next = request;
        for (int redirects = 1; outcome instanceof Outcome.Redirected<T> redirected; redirects++) {
            if (redirects > MOST_REDIRECTS) {
                throw FetchFailure.lasting("more than " + MOST_REDIRECTS + " redirects");
            }
            next = next.to(redirected.target());
            outcome = redirectedHop(next);
        }
        return ((Outcome.Done<T>) outcome).result();
    }

    private Outcome<T> redirectedHop(Request request) throws IOException {
        try {
            return hop(request);
        } catch (FetchFailure e) {
            throw e.after("redirected to " + Shown.of(request.url()));
        }
    }

    private Outcome<T> hop(Request request) throws IOException {
        settings.policy().check(request.url());
        HostBudget budget = network.budgets().of(request.url());
        budget.enter(patience, settings.spacing());
        try (Guard guard = network.watchdog().watch(settings.limits(), left)) {
            guard.allowSilence(request.asks() ? WINDOWS_TO_THINK : 0);
            Outcome<T> outcome = ask(request, guard, budget);
            left = guard.remaining();
            return outcome;
        } finally {
            budget.leave();
        }
    }

    private Outcome<T> ask(Request request, Guard guard, HostBudget budget) throws IOException {
        try (Connection connection = network.connector().open(request.url(), settings, guard)) {
            ResponseHead head = connection.send(settings.dress(request));
            return head.redirects()
                    ? new Outcome.Redirected<>(target(request, head))
                    : new Outcome.Done<>(reader.read(head, body(request, head, connection, budget)));
        }
    }

    private InputStream body(Request request, ResponseHead head, Connection connection, HostBudget budget)
            throws IOException {
        if (head.notModified() && request.conditional()) {
            return InputStream.nullInputStream();
        }
        if (head.status() == OK) {
            return Body.open(head, connection, settings.sizeLimit(), settings.closeDelimited());
        }
        FetchFailure refusal = refusal(head, budget);
        throw request.asks() && !refusal.mayPass() ? refusal.saying(head.status(), reason(head, connection)) : refusal;
    }

    /** What the upstream says about its refusal, or the beginning of it. */
    private byte[] reason(ResponseHead head, Connection connection) throws IOException {
        try (InputStream body = Body.open(head, connection, settings.sizeLimit(), settings.closeDelimited())) {
            return body.readNBytes(LONGEST_REASON);
        }
    }

    private FetchFailure refusal(ResponseHead head, HostBudget budget) throws FetchFailure {
        Instant now = network.clock().instant();
        Optional<Instant> later = RetryAfter.of(head, now);
        later.ifPresent(budget::pauseUntil);
        boolean soon = later.isEmpty() || !later.get().isAfter(now.plus(patience));
        boolean busy = BUSY.contains(head.status()) || (head.status() == FORBIDDEN && later.isPresent());
        String wish =
                later.map(time -> ", and not to be asked again before " + time).orElse("");
        return FetchFailure.of("status " + head.status() + wish, soon && busy);
    }

    private static URI target(Request request, ResponseHead head) throws FetchFailure {
        if (request.hasBody() && !REPEATS_THE_REQUEST.contains(head.status())) {
            throw FetchFailure.lasting("redirected with status " + head.status() + ", which would lose the request");
        }
        String location = head.header("location").orElseThrow(() -> FetchFailure.lasting("redirected to nowhere"));
        try {
            return request.url().resolve(new URI(location));
        } catch (URISyntaxException e) {
            throw FetchFailure.lasting("redirected to a malformed address: " + e.getReason());
        }
    }
}
