package io.patchbay.fetch.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.patchbay.testkit.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A host with two addresses, at the first of which nobody takes calls: its queue is full, and the system drops what comes. */
class SeveralAddressesTest extends FetchingTest {
    private static final String HOST = "several.example";

    private final InetAddress silent = address(2);
    private final List<Socket> waiting = new ArrayList<>();
    private final ServerSocket server = listening();
    private List<InetAddress> addresses = List.of();

    private static InetAddress address(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ServerSocket listening() {
        try {
            return new ServerSocket();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void occupy() throws IOException {
        server.bind(new InetSocketAddress(silent, upstream.port()), 1);
        assertThrows(SocketTimeoutException.class, () -> {
            while (true) {
                Socket call = new Socket();
                waiting.add(call);
                call.connect(server.getLocalSocketAddress(), 200);
            }
        });
        client.stop();
        Surroundings surroundings = new Surroundings(
                Clock.systemUTC(), duration -> {}, () -> 1.0, host -> addresses.toArray(new InetAddress[0]));
        client = new HttpFeedClient(
                surroundings, "Patchbay/test", Configs.fetch(Map.of("retries", 0, "throughputWindowSeconds", 2)));
        String url = "http://" + HOST + ':' + upstream.port() + PATH;
        configure(Map.of("url", url, "allowPrivateAddress", new String[] {HOST}));
        upstream.serve(PATH, Reply.of("{}"));
    }

    @AfterEach
    void release() throws IOException {
        for (Socket call : waiting) {
            call.close();
        }
        server.close();
    }

    @Test
    void areTriedInTurn() throws Exception {
        addresses = List.of(silent, address(1));
        assertEquals("{}", text(fetch().snapshot(), "latest.json"));
    }

    @Test
    void areNamedSilentIfAllAre() throws IOException {
        addresses = List.of(silent, silent);
        assertFailure("no connection: Connect timed out");
    }
}
