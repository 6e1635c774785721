package io.patchbay.cabinet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Undoes what an LZX packer does to x86 code: it made the relative targets of call instructions (E8) absolute. */
final class CallTranslation {
    static final int CALL = 0xE8;

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long CALLS = 0xE8E8E8E8E8E8E8E8L;
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final int STRIDE = 4 * Long.BYTES;
    private static final int CALL_SIZE = 5;
    /** Calls so near to the end of a frame are left alone. */
    private static final int TAIL = 10;

    private CallTranslation() {}

    /** Whether there is anything to translate in a stretch of bytes that is a frame. */
    static boolean isNeeded(byte[] bytes, int from, int to) {
        return find(bytes, from, to - TAIL) < to - TAIL;
    }

    /**
     * Translates a frame in place.
     *
     * @param offset where in the folder the frame begins
     * @param fileSize what the packer took for the size of the code
     */
    static void undo(byte[] frame, int size, int offset, int fileSize) {
        int end = size - TAIL;
        for (int call = find(frame, 0, end); call < end; call = find(frame, call + CALL_SIZE, end)) {
            undoCall(frame, call + 1, offset + call, fileSize);
        }
    }

    private static void undoCall(byte[] frame, int at, int position, int fileSize) {
        int absolute = (int) INTS.get(frame, at);
        if (absolute >= -position && absolute < fileSize) {
            INTS.set(frame, at, absolute >= 0 ? absolute - position : absolute + fileSize);
        }
    }

    /** Finds the next call; many bytes at once, since few frames hold any. */
    private static int find(byte[] bytes, int from, int to) {
        int i = from;
        while (i + STRIDE <= to && !holdsCall(bytes, i)) {
            i += STRIDE;
        }
        while (i < to && bytes[i] != (byte) CALL) {
            i++;
        }
        return i;
    }

    private static boolean holdsCall(byte[] bytes, int at) {
        return (calls(bytes, at)
                        | calls(bytes, at + Long.BYTES)
                        | calls(bytes, at + 2 * Long.BYTES)
                        | calls(bytes, at + 3 * Long.BYTES))
                != 0;
    }

    /** Whether any of eight bytes is a call: not nought if so. */
    private static long calls(byte[] bytes, int at) {
        long noughtWhereCall = (long) LONGS.get(bytes, at) ^ CALLS;
        return (noughtWhereCall - LOW_BITS) & ~noughtWhereCall & HIGH_BITS;
    }
}
