package io.patchbay.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** The server's end of a connection, for writing whatever bytes an answer is made of. */
public final class Wire {
    private final Socket socket;
    private final OutputStream out;

    Wire(Socket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
    }

    /** Sends the text as it is, one byte for each character. */
    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** Sends the text a byte at a time, for ever. */
    void drip(String text) throws IOException {
        for (int i = 0; !hungUpWithin(10); i = (i + 1) % text.length()) {
            send(text.substring(i, i + 1));
        }
    }

    /** Says nothing until the client gives up. */
    void stall() throws IOException {
        hungUpWithin(0);
    }

    private boolean hungUpWithin(int milliseconds) throws IOException {
        socket.setSoTimeout(milliseconds);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }
}
