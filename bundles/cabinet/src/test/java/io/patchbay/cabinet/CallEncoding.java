package io.patchbay.cabinet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Makes the targets of x86 calls absolute, as packers do. */
final class CallEncoding {
    private CallEncoding() {}

    static void apply(byte[] frame, int size, int offset, int fileSize) {
        ByteBuffer fields = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < size - 10; i++) {
            if (frame[i] == (byte) CallTranslation.CALL) {
                fields.putInt(i + 1, absolute(fields.getInt(i + 1), offset + i, fileSize));
                i += 4;
            }
        }
    }

    private static int absolute(int relative, int position, int fileSize) {
        if (relative >= -position && relative < fileSize - position) {
            return relative + position;
        }
        return relative >= fileSize - position && relative < fileSize ? relative - fileSize : relative;
    }
}
