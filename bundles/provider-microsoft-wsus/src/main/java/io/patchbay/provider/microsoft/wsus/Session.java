package io.patchbay.provider.microsoft.wsus;

import io.patchbay.feeds.XmlReader;
import io.patchbay.spi.Answer;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A session with an upstream: gets cookies, renews them in time, begins anew when they are refused, and waits when the upstream is busy
 * (MS-WSUSSS, 3.2.4.1 and 2.2.9.3). Thread-safe.
 */
final class Session {
    /** The version of Windows Server 2016 and later, so that no update is left out for being too new for us. */
    private static final String PROTOCOL = "1.20";
    /** Anonymous, as Microsoft's servers allow, and WSUS where no authentication was set up. */
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    private static final int MOST_RESTARTS = 2;
    private static final int MOST_PAUSES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    /** The feed that the steps of the session are asked of; all feeds have one upstream. */
    private static final Feed FEED = MicrosoftWsusProvider.REVISIONS;

    private final Fetcher fetcher;
    private @Nullable Cookie cookie;

    /** A session that has not begun. */
    Session(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    /**
     * Reads a response.
     *
     * @param <T> what it makes of it
     */
    @FunctionalInterface
    interface Reading<T> {
        /** Reads the response that the cursor is at. */
        T read(XmlReader xml) throws IOException, FeedException;
    }

    /**
     * An answer with what was read from it.
     *
     * @param <T> what was read
     */
    record Received<T>(T content, Answer answer) {}

    /** Makes a call whose answer is read and forgotten. */
    <T> T ask(Operation operation, String parameters, Reading<T> reading) throws IOException, FeedException {
        Received<T> received = receive(FEED, operation, parameters, reading);
        received.answer().close();
        return received.content();
    }

    /** Makes a call whose answer may be kept as a document of the feed. */
    <T> Received<T> receive(Feed feed, Operation operation, String parameters, Reading<T> reading)
            throws IOException, FeedException {
        int restarts = 0;
        int pauses = 0;
        while (true) {
            Cookie shown = null;
            try {
                shown = cookie();
                return call(feed, Operation.SERVICE, operation, shown.xml("cookie") + parameters, reading);
            } catch (SoapFault fault) {
                if (fault.needsNewSession() && restarts < MOST_RESTARTS) {
                    restarts++;
                    forget(shown);
                } else if (fault.isBusy() && pauses < MOST_PAUSES) {
                    fetcher.pause(FEED, FIRST_PAUSE.multipliedBy(1L << pauses++));
                } else {
                    throw fault;
                }
            }
        }
    }

    private <T> Received<T> call(Feed feed, URI service, Operation operation, String parameters, Reading<T> reading)
            throws IOException, FeedException {
        Answer answer = answer(feed, service, operation, parameters);
        try (InputStream in = answer.open();
                XmlReader xml = Soap.open(in, feed.name() + '!' + operation.title())) {
            Soap.enter(xml, feed, operation);
            return new Received<>(reading.read(xml), answer);
        } catch (IOException | FeedException e) {
            answer.close();
            throw e;
        }
    }

    private Answer answer(Feed feed, URI service, Operation operation, String parameters) throws IOException {
        try {
            return fetcher.ask(feed, operation.question(service, parameters));
        } catch (RefusedException e) {
            throw Soap.fault(e.reason(), feed, operation)
                    .<IOException>map(fault -> fault)
                    .orElse(e);
        }
    }

    private <T> T once(URI service, Operation operation, String parameters, Reading<T> reading)
            throws IOException, FeedException {
        Received<T> received = call(FEED, service, operation, parameters, reading);
        received.answer().close();
        return received.content();
    }

    /** The cookie to show now; one thread gets it, the others wait. */
    private synchronized Cookie cookie() throws IOException, FeedException {
        Cookie current = cookie;
        if (current == null || !fetcher.now().isBefore(current.renewal())) {
            current = newCookie(current);
            cookie = current;
        }
        return current;
    }

    /** Another thread may have got a new cookie while this one showed the old one; that is not forgotten. */
    private synchronized void forget(@Nullable Cookie refused) {
        if (refused == null || refused.equals(cookie)) {
            cookie = null;
        }
    }

    private Cookie newCookie(@Nullable Cookie old) throws IOException, FeedException {
        URI service = once(Operation.SERVICE, Operation.GET_AUTH_CONFIG, "", Session::authorizationService);
        String account = Operation.element("accountName", NOBODY) + Operation.element("accountGuid", NOBODY);
        String authorization = once(service, Operation.GET_AUTHORIZATION_COOKIE, account, Session::authorization);
        String parameters =
                "<authCookies><AuthorizationCookie>" + authorization + "</AuthorizationCookie></authCookies>"
                        + (old == null ? "" : old.xml("oldCookie")) + Operation.element("protocolVersion", PROTOCOL);
        return once(Operation.SERVICE, Operation.GET_COOKIE, parameters, xml -> {
            require(xml, "GetCookieResult");
            return Cookie.read(xml, fetcher.now());
        });
    }

    /** Where to be authorized; the address is relative to the root of the server. */
    static URI authorizationService(XmlReader xml) throws IOException, FeedException {
        require(xml, "ServiceUrl");
        String url = xml.text();
        try {
            return URI.create("/").resolve(url);
        } catch (IllegalArgumentException e) {
            throw xml.failure("expected an address as ServiceUrl, not \"" + url + '"');
        }
    }

    /** The cookie, as GetCookie is shown it. */
    static String authorization(XmlReader xml) throws IOException, FeedException {
        require(xml, "GetAuthorizationCookieResult");
        StringBuilder cookie = new StringBuilder();
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            if (xml.name().equals("PlugInId") || xml.name().equals("CookieData")) {
                cookie.append(Operation.element(xml.name(), xml.text()));
            }
        }
        if (cookie.indexOf("<CookieData>") < 0) {
            throw xml.failure("expected CookieData in the authorization");
        }
        return cookie.toString();
    }

    private static void require(XmlReader xml, String name) throws IOException, FeedException {
        if (!Soap.find(xml, name)) {
            throw xml.failure("expected " + name);
        }
    }
}
