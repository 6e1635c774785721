package io.patchbay.fetch.http;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.SocketChannel;

/** An open connection to a server, or to a proxy, for one request. */
final class Connection implements Closeable {
    private static final int PATIENCE_FOR_SURPLUS_MILLIS = 500;

    private final SocketChannel channel;
    private final Socket socket;
    private final boolean proxied;
    private final Guard guard;
    private final InputStream in;

    /**
     * Takes over a connected channel.
     *
     * @param socket the channel's socket, or TLS over it
     * @param proxied whether a proxy is to forward the request
     */
    Connection(SocketChannel channel, Socket socket, boolean proxied, Guard guard) throws IOException {
        this.channel = channel;
        this.socket = socket;
        this.proxied = proxied;
        this.guard = guard;
        this.in = new BufferedInputStream(new Watched(socket.getInputStream(), guard));
    }

    /** Sends the request and reads the head of the answer. */
    ResponseHead send(Request request) throws IOException {
        URI url = request.url();
        String target = Request.origin(url);
        String asked = proxied ? url.getScheme() + "://" + Request.authority(url) + target : target;
        try {
            request.write(socket.getOutputStream(), asked);
        } catch (IOException e) {
            throw guard.explain(e);
        }
        return ResponseHead.read(in);
    }

    /** Everything behind the head. */
    InputStream in() {
        return in;
    }

    /** Fails if the server sends more than it declared: then its Content-Length was wrong and the document is not complete. */
    void checkEnd() throws IOException {
        socket.setSoTimeout(PATIENCE_FOR_SURPLUS_MILLIS);
        int surplus;
        try {
            surplus = in.read();
        } catch (IOException e) {
            return; // Reset, no TLS farewell, or kept open although asked not to: the body was complete before.
        }
        if (surplus >= 0) {
            throw FetchFailure.lasting("the body is longer than its Content-Length");
        }
    }

    /** Closes the channel only: a TLS farewell could block, and the answer is complete or given up. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Tells the guard how much arrives, and has it say what a failure means. */
    private static final class Watched extends ByBlocks {
        private final Guard guard;

        Watched(InputStream in, Guard guard) {
            super(in);
            this.guard = guard;
        }

        @Override
        public int read(byte[] buffer, int offset, int count) throws IOException {
            try {
                int read = in.read(buffer, offset, count);
                guard.count(Math.max(0, read));
                return read;
            } catch (IOException e) {
                throw guard.explain(e);
            }
        }
    }
}
