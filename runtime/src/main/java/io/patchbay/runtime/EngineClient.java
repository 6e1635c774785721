package io.patchbay.runtime;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The other end of the engine's shell socket. A frame is a letter, a length of four bytes, and as many bytes: the client sends one of
 * {@code c}, the commands; the engine answers with {@code o}, what goes to the standard output, {@code e}, to the error output, and at
 * last {@code s}, one byte, the exit status.
 */
final class EngineClient implements AutoCloseable {
    private final SocketChannel channel;

    private EngineClient(SocketChannel channel) {
        this.channel = channel;
    }

    /** Connects to the engine that listens there; empty if none does. */
    static Optional<EngineClient> connect(Path socket) throws IOException {
        if (!Files.exists(socket)) {
            return Optional.empty();
        }
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            return Optional.of(new EngineClient(channel));
        } catch (ConnectException e) {
            channel.close(); // left behind by an engine that was killed
            return Optional.empty();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Runs commands, passes on what they write, and returns their exit status. */
    int execute(String commands, PrintStream out, PrintStream err) throws IOException {
        send(commands.getBytes(StandardCharsets.UTF_8));
        try {
            return receive(new DataInputStream(Channels.newInputStream(channel)), out, err);
        } catch (EOFException e) {
            throw new IOException("the engine ended before the commands did", e);
        }
    }

    private static int receive(DataInputStream in, PrintStream out, PrintStream err) throws IOException {
        while (true) {
            int kind = in.readUnsignedByte();
            byte[] content = in.readNBytes(in.readInt());
            switch (kind) {
                case 'o' -> write(out, content);
                case 'e' -> write(err, content);
                case 's' -> {
                    return content[0];
                }
                default -> throw new IOException("the engine sent a frame of unknown kind " + kind);
            }
        }
    }

    private void send(byte[] commands) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(5 + commands.length);
        frame.put((byte) 'c').putInt(commands.length).put(commands).flip();
        while (frame.hasRemaining()) {
            channel.write(frame);
        }
    }

    private static void write(PrintStream stream, byte[] content) throws IOException {
        stream.write(content);
        stream.flush();
        if (stream.checkError()) {
            throw new IOException("nobody reads the output any more");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
