package io.patchbay.isolation.wire;

import java.nio.ByteBuffer;

/**
 * What a provider is to read.
 *
 * @param provider its id
 * @param snapshot the folder of a snapshot
 * @param previous the folder of the one that was committed before; blank if the provider is not to know one
 * @param notes what the provider noted of that one; without bytes if nothing
 * @param keepsNotes whether what it notes of this one is kept
 */
public record Task(String provider, String snapshot, String previous, ByteBuffer notes, boolean keepsNotes) {
    /** Writes it. */
    public byte[] write() {
        return new BodyWriter()
                .text(provider)
                .text(snapshot)
                .text(previous)
                .bytes(bytes(notes.duplicate()))
                .number(keepsNotes ? 1 : 0)
                .body();
    }

    private static byte[] bytes(ByteBuffer from) {
        byte[] bytes = new byte[from.remaining()];
        from.get(bytes);
        return bytes;
    }

    /** Reads what was written. */
    public static Task read(BodyReader body) {
        return new Task(body.text(), body.text(), body.text(), ByteBuffer.wrap(body.bytes()), body.number() != 0);
    }
}
