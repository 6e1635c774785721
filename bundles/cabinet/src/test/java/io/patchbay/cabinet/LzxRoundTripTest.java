package io.patchbay.cabinet;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decodes what the tests' own LZX encoder made, in every corner of the format. */
class LzxRoundTripTest {
    private static final int ODD_BLOCK = 50_001;

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18, 19, 20, 21})
    void readsEveryWindow(int window) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>(Contents.varied());
        members.put("far", farApart(1 << window));
        Contents.assertEqual(members, Contents.read(Contents.pack(LzxCabinets.writer(window), members)));
    }

    /** Somewhat more noise than the window holds, coming again at distances up to the window. */
    private static byte[] farApart(int window) {
        SplittableRandom random = new SplittableRandom(window);
        byte[] bytes = Contents.noise(random, window + 200_000);
        for (int at = window / 2; at < bytes.length - 300; at += 2000) {
            int distance = random.nextInt(300, Math.min(at, window - 2));
            System.arraycopy(bytes, at - distance, bytes, at, random.nextInt(3, 300));
        }
        return bytes;
    }

    @ParameterizedTest
    @EnumSource
    void readsEveryKindOfBlock(LzxBlockKind kind) throws IOException {
        assertReads(LzxCabinets.writer(17, ODD_BLOCK, 0, kind));
    }

    @Test
    void readsKindsOfBlocksInTurn() throws IOException {
        assertReads(LzxCabinets.writer(16, ODD_BLOCK, 0, LzxBlockKind.values()));
    }

    @Test
    void readsManySmallBlocksInAFrame() throws IOException {
        assertReads(LzxCabinets.writer(15, 777, 0, LzxBlockKind.values()));
    }

    @Test
    void readsBlocksThatEndWithFrames() throws IOException {
        assertReads(LzxCabinets.writer(15, Decoder.BLOCK_SIZE, 0, LzxBlockKind.values()));
    }

    @ParameterizedTest
    @EnumSource
    void readsTranslatedCalls(LzxBlockKind kind) throws IOException {
        Map<String, byte[]> members = Map.of("code", code(400_000));
        CabinetWriter writer = LzxCabinets.writer(18, ODD_BLOCK, 300_000, kind);
        Contents.assertEqual(members, Contents.read(Contents.pack(writer, members)));
    }

    /** Calls with targets inside and outside of the code, some at the very end of a frame. */
    static byte[] code(int size) {
        SplittableRandom random = new SplittableRandom(size);
        byte[] code = Contents.text(random, size);
        for (int at = 0; at < size - 5; at += random.nextInt(5, 60)) {
            code[at] = (byte) CallTranslation.CALL;
            code[at + 3] = (byte) random.nextInt(-2, 7);
            code[at + 4] = (byte) random.nextInt(-1, 1);
        }
        return code;
    }

    @Test
    void compressesText() throws IOException {
        byte[] text = Contents.text(new SplittableRandom(3), 1 << 20);
        assertTrue(Contents.pack(LzxCabinets.writer(21), Map.of("text", text)).length < text.length / 2);
    }

    private static void assertReads(CabinetWriter writer) throws IOException {
        Contents.assertEqual(Contents.varied(), Contents.read(Contents.pack(writer)));
    }
}
