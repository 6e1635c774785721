package io.patchbay.isolation.wire;

/** One message, whose body means what its kind says. */
public final class Message {
    private final Kind kind;
    private final byte[] body;

    Message(Kind kind, byte[] body) {
        this.kind = kind;
        this.body = body;
    }

    /** What it is for. */
    public Kind kind() {
        return kind;
    }

    /** The bytes as they came, not copied. */
    public byte[] body() {
        return body;
    }
}
