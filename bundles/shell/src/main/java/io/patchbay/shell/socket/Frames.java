package io.patchbay.shell.socket;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * The protocol of the socket. A frame is a letter, a length of four bytes (big-endian), and as many bytes. The client sends one frame:
 * {@code c}, the commands in UTF-8. It is answered with frames {@code o}, what the commands write to the standard output, and {@code e},
 * to the error output, and at last one {@code s} of one byte, the exit status: 0, or 1 if a command failed.
 */
final class Frames {
    private static final int HEADER = 5;
    private static final int LONGEST_REQUEST = 1 << 20;

    private final SocketChannel channel;

    Frames(SocketChannel channel) {
        this.channel = channel;
    }

    /** Reads the client's commands. */
    String commands() throws IOException {
        ByteBuffer header = read(HEADER);
        byte kind = header.get();
        int length = header.getInt();
        if (kind != 'c' || length < 0 || length > LONGEST_REQUEST) {
            throw new IOException("not a request for this socket");
        }
        return new String(read(length).array(), StandardCharsets.UTF_8);
    }

    private ByteBuffer read(int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException("the client sent less than it announced");
            }
        }
        return bytes.flip();
    }

    /** Returns once the client has hung up. */
    void awaitHangUp() throws IOException {
        ByteBuffer ignored = ByteBuffer.allocate(1);
        while (channel.read(ignored) >= 0) {
            ignored.clear();
        }
    }

    void status(int status) throws IOException {
        write('s', new byte[] {(byte) status}, 0, 1);
    }

    /** A stream whose content goes out in frames of this kind, at every line. */
    PrintStream stream(char kind) {
        return new PrintStream(new FrameStream(kind), true, StandardCharsets.UTF_8);
    }

    /** The two output streams may be written by different threads. */
    private synchronized void write(char kind, byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(HEADER + length);
        frame.put((byte) kind).putInt(length).put(bytes, offset, length).flip();
        while (frame.hasRemaining()) {
            channel.write(frame);
        }
    }

    /** Makes frames of what is written. */
    private final class FrameStream extends OutputStream {
        private final char kind;

        private FrameStream(char kind) {
            this.kind = kind;
        }

        @Override
        public void write(int content) throws IOException {
            write(new byte[] {(byte) content}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            Frames.this.write(kind, bytes, offset, length);
        }
    }
}
