package io.patchbay.cabinet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parts of the LZX decoder, each by itself. */
class LzxPartsTest {
    @ParameterizedTest
    @CsvSource({"15, 30", "16, 32", "17, 34", "18, 36", "19, 38", "20, 42", "21, 50"})
    void hasTheSlotsOfTheSpecification(int window, int slots) {
        assertEquals(slots, LzxDistances.slots(window));
    }

    @Test
    void endsTheLastSlotAtTheWindow() {
        assertEquals((1 << 21) - 2, LzxDistances.BASE[49] + (1 << LzxDistances.EXTRA_BITS[49]));
    }

    @Test
    void refusesACodeThatLeavesBitsUndefined() {
        assertEquals("a Huffman code is incomplete", refusal(1, 2));
    }

    @Test
    void refusesACodeThatGivesBitsTwoMeanings() {
        assertEquals("a Huffman code is ambiguous", refusal(1, 1, 2));
    }

    private static String refusal(int... lengths) {
        byte[] bytes = new byte[lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            bytes[i] = (byte) lengths[i];
        }
        HuffmanTable table = new HuffmanTable(lengths.length, 4);
        return assertThrows(MalformedDataException.class, () -> table.build(bytes))
                .reason();
    }

    @Test
    void decodesShortAndLongCodes() throws MalformedDataException {
        byte[] lengths = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 16};
        HuffmanTable table = new HuffmanTable(lengths.length, 4);
        table.build(lengths);
        LzxInput input = new LzxInput();
        // Symbol 16 is sixteen ones, symbol 15 ends in a nought, symbol 3 is 1110.
        input.start(HexFormat.of().parseHex("fffffeff00e0"), 6);
        assertEquals(16, input.bits().decode(table));
        assertEquals(15, input.bits().decode(table));
        assertEquals(3, input.bits().decode(table));
    }

    @Test
    void knowsACodeWithoutSymbols() throws MalformedDataException {
        HuffmanTable table = new HuffmanTable(8, 7);
        table.build(new byte[8]);
        assertTrue(table.isEmpty());
    }

    @Test
    void takesBitsAcrossAnOddNumberOfBytes() throws MalformedDataException {
        LzxInput input = new LzxInput();
        input.start(new byte[] {0x34, 0x12, 0x78}, 3);
        assertEquals(0x1234, input.bits().take(16));
        assertEquals(0x0078, input.bits().take(16));
        input.bits().finish();
    }

    @Test
    void noticesThatMoreBitsWereTakenThanThereAre() throws MalformedDataException {
        LzxInput input = new LzxInput();
        input.start(new byte[] {1, 2}, 2);
        input.bits().take(17);
        assertThrows(MalformedDataException.class, () -> input.bits().finish());
    }

    @Test
    void turnsToBytesAtTheNextWordAndBack() throws MalformedDataException {
        LzxInput input = new LzxInput();
        input.start(HexFormat.of().parseHex("0080aaaa0102030405060080"), 12);
        input.bits().take(16);
        input.turnToBytes();
        assertEquals(0x04030201, input.takeInt());
        byte[] bytes = new byte[1];
        input.takeBytes(bytes, 0, 1);
        assertEquals(5, bytes[0]);
        input.skipPadding();
        input.turnToBits();
        assertEquals(1, input.bits().take(1));
    }

    @Test
    void translatesCallsBackAndForth() {
        byte[] frame = new byte[40];
        frame[3] = (byte) 0xE8;
        frame[4] = 100;
        frame[20] = (byte) 0xE8;
        Arrays.fill(frame, 21, 25, (byte) -1);
        assertTrue(CallTranslation.isNeeded(frame, 0, frame.length));
        CallTranslation.undo(frame, frame.length, 32_768, 1_000_000);
        byte[] expected = new byte[40];
        expected[3] = (byte) 0xE8;
        // 100 - (32768 + 3)
        System.arraycopy(HexFormat.of().parseHex("6180ffff"), 0, expected, 4, 4);
        expected[20] = (byte) 0xE8;
        // -1 + 1000000
        System.arraycopy(HexFormat.of().parseHex("3f420f00"), 0, expected, 21, 4);
        assertArrayEquals(expected, frame);
    }

    @Test
    void leavesTheLastTenBytesOfAFrameAlone() {
        byte[] frame = new byte[20];
        frame[10] = (byte) 0xE8;
        assertEquals(false, CallTranslation.isNeeded(frame, 0, frame.length));
        frame[9] = (byte) 0xE8;
        assertTrue(CallTranslation.isNeeded(frame, 0, frame.length));
    }
}
