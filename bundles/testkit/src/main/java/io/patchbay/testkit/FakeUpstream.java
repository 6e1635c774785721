package io.patchbay.testkit;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ServerSocketFactory;

/**
 * A vendor's web server, on a free port of the loopback address: it answers as it is told to, badly if need be, and remembers what it
 * was asked. Every answer closes its connection.
 *
 * <pre>{@code
 * try (FakeUpstream upstream = FakeUpstream.start()) {
 *     upstream.serve("/latest.html", Reply.of("<html>…</html>").etag("\"1\""));
 *     upstream.serve("/busy.json", Reply.status(503).header("Retry-After", "1"), Reply.of("{}"));
 *     upstream.serve("/cut.json", Fault.CUT_SHORT);
 *     … upstream.url("/latest.html") …
 *     assertEquals(1, upstream.requests("/latest.html").size());
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads.
 */
public final class FakeUpstream implements Closeable {
    private final ServerSocket server;
    private final String scheme;
    private final Map<String, Function<RecordedRequest, Answer>> answers = new ConcurrentHashMap<>();
    private volatile Answer otherwise = Reply.status(404);
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(FakeUpstream::thread);

    private FakeUpstream(ServerSocketFactory sockets, String scheme) throws IOException {
        this.server = sockets.createServerSocket();
        this.scheme = scheme;
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        threads.execute(this::listen);
    }

    /** Starts one that speaks plain HTTP. */
    public static FakeUpstream start() throws IOException {
        return new FakeUpstream(ServerSocketFactory.getDefault(), "http");
    }

    /**
     * Starts one that speaks HTTPS, with a certificate of its own making that nobody trusts.
     *
     * @param folder where the certificate goes, as {@code certificate.pem}
     */
    public static FakeUpstream startTls(Path folder) throws IOException {
        return new FakeUpstream(SelfSigned.create(folder), "https");
    }

    /** As {@link #startTls}, with a certificate that was valid until yesterday. */
    public static FakeUpstream startExpiredTls(Path folder) throws IOException {
        return new FakeUpstream(SelfSigned.createExpired(folder), "https");
    }

    /** The address of a path on this server. */
    public URI url(String path) {
        return URI.create(scheme + "://" + host() + ":" + port() + path);
    }

    /** The host that its addresses name. */
    public String host() {
        return server.getInetAddress().getHostAddress();
    }

    /** The port it listens on. */
    public int port() {
        return server.getLocalPort();
    }

    /**
     * Tells what to answer at a path, in place of what was told before: the answers one after the other, the last of them for ever. A
     * path that nothing was told about is answered with status 404, or as {@link #serveOtherwise} says.
     */
    public void serve(String path, Answer... sequence) {
        LastStays remaining = new LastStays(List.of(sequence));
        serve(path, request -> remaining.next());
    }

    /**
     * Has a service answer at a path, in place of what was told before. It is called by several threads at once if the client asks so.
     */
    public void serve(String path, Function<RecordedRequest, Answer> service) {
        answers.put(path, service);
    }

    /** Tells what to answer at every path that nothing else was told about. */
    public void serveOtherwise(Answer answer) {
        otherwise = answer;
    }

    /** All requests so far, in the order of their arrival. */
    public List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    /** The requests for one path so far. */
    public List<RecordedRequest> requests(String path) {
        return requests.stream().filter(r -> r.path().equals(path)).toList();
    }

    /** How many connections are open at the moment. */
    public int connections() {
        return connections.size();
    }

    /** Ends every connection and frees the port. */
    @Override
    public void close() throws IOException {
        server.close();
        for (Socket connection : connections) {
            connection.close();
        }
        threads.shutdown();
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                connections.add(connection);
                threads.execute(() -> converse(connection));
            } catch (IOException e) {
                return; // closed: there is no other way to end an accept
            }
        }
    }

    private void converse(Socket connection) {
        try (connection) {
            RecordedRequest request = RecordedRequest.read(connection.getInputStream());
            requests.add(request);
            answer(request).play(request, new Wire(connection));
        } catch (IOException e) {
            // The client hung up, which is what most faults make it do.
        } finally {
            connections.remove(connection);
        }
    }

    private Answer answer(RecordedRequest request) {
        return answers.getOrDefault(request.path(), unknown -> otherwise).apply(request);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "fake-upstream");
        thread.setDaemon(true);
        return thread;
    }

    /** Gives the answers one by one, and the last one for ever. */
    private static final class LastStays {
        private final List<Answer> remaining;

        LastStays(List<Answer> answers) {
            this.remaining = new ArrayList<>(answers);
        }

        synchronized Answer next() {
            return remaining.size() > 1 ? remaining.remove(0) : remaining.get(0);
        }
    }
}
