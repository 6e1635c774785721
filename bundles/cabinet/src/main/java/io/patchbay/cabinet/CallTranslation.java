package io.patchbay.cabinet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Undoes what an LZX packer does to x86 code: it turns the relative targets of call instructions (E8) into absolute ones. */
final class CallTranslation {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    static final int CALL = 0xE8;
    private static final int CALL_SIZE = 5;
    /** Calls so near to the end of a frame are left alone. */
    private static final int TAIL = 10;

    private CallTranslation() {}

    /**
     * Translates one frame in place.
     *
     * @param offset where in the folder the frame begins
     * @param fileSize what the packer took for the size of the code
     */
    static void undo(byte[] frame, int size, int offset, int fileSize) {
        int i = 0;
        while (i < size - TAIL) {
            if (frame[i] != (byte) CALL) {
                i++;
                continue;
            }
            undoCall(frame, i + 1, offset + i, fileSize);
            i += CALL_SIZE;
        }
    }

    private static void undoCall(byte[] frame, int at, int position, int fileSize) {
        int absolute = (int) INTS.get(frame, at);
        if (absolute >= -position && absolute < fileSize) {
            INTS.set(frame, at, absolute >= 0 ? absolute - position : absolute + fileSize);
        }
    }
}
