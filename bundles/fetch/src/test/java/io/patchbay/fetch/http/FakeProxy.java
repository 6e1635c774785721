package io.patchbay.fetch.http;

import io.patchbay.testkit.FakeUpstream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that tunnels whatever it is asked for to one upstream, and remembers the heads of what it was asked. */
final class FakeProxy implements Closeable {
    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final FakeUpstream upstream;
    private final String answer;

    FakeProxy(FakeUpstream upstream, String answer) throws IOException {
        this.upstream = upstream;
        this.answer = answer;
        DaemonThread.of("fake-proxy", this::listen).start();
    }

    int port() {
        return server.getLocalPort();
    }

    List<String> heads() {
        return heads;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                DaemonThread.of("fake-proxy", () -> tunnel(client)).start();
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void tunnel(Socket client) {
        try (client;
                Socket behind = new Socket(upstream.host(), upstream.port())) {
            heads.add(head(client.getInputStream()));
            client.getOutputStream().write(("HTTP/1.1 " + answer + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            DaemonThread.of("fake-proxy", () -> copy(client, behind)).start();
            behind.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // Either end hung up.
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // Either end hung up.
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int c = in.read();
            if (c < 0) {
                throw new EOFException();
            }
            head.write(c);
        }
        return head.toString(StandardCharsets.US_ASCII);
    }
}
