package io.patchbay.isolation.wire;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;

/**
 * Messages over two streams: a letter that tells the kind, four that tell the length, and the body. Whoever is at the other end cannot make this
 * one hold more than one message of {@value #LONGEST} bytes. Not thread-safe.
 */
public final class Link {
    /** The most bytes of a body. */
    public static final int LONGEST = 16 << 20;

    /** Small, so that a slow provider is seen to work. */
    private static final int BUFFER = 8 << 10;

    private final DataInputStream in;
    private final DataOutputStream out;

    /** Reads from one stream and writes to the other. */
    public Link(InputStream in, OutputStream out) {
        this.in = new DataInputStream(new BufferedInputStream(in, BUFFER));
        this.out = new DataOutputStream(new BufferedOutputStream(out, BUFFER));
    }

    /** Sends a message, perhaps with later ones. */
    public void send(Kind kind, ByteBuffer body) throws IOException {
        if (body.remaining() > LONGEST) {
            throw new ProtocolException(kind + " has " + body.remaining() + " bytes, more than " + LONGEST);
        }
        out.writeByte(kind.letter());
        out.writeInt(body.remaining());
        out.write(body.array(), body.arrayOffset() + body.position(), body.remaining());
    }

    /** Sends a message now, and all before it. */
    public void sendNow(Kind kind, byte[] body) throws IOException {
        send(kind, ByteBuffer.wrap(body));
        out.flush();
    }

    /**
     * Waits for the next message.
     *
     * @throws java.io.EOFException if there is none any more
     * @throws MalformedException if it is no message
     */
    public Message receive() throws IOException {
        Kind kind = Kind.of(in.readUnsignedByte());
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new MalformedException(kind + " cannot have " + length + " bytes", null);
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the end within " + kind);
        }
        return new Message(kind, body);
    }
}
