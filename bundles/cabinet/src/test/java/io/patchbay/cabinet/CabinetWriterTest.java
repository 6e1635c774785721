package io.patchbay.cabinet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CabinetWriterTest {
    private static final LocalDateTime MODIFIED = LocalDateTime.of(2025, 2, 8, 13, 14, 16);

    static Stream<CabinetWriter> writers() {
        return Stream.of(CabinetWriter.stored(), CabinetWriter.mszip());
    }

    @ParameterizedTest
    @MethodSource("writers")
    void givesBackWhatWasWritten(CabinetWriter writer) throws IOException {
        Contents.assertEqual(Contents.varied(), Contents.read(Contents.pack(writer)));
    }

    @ParameterizedTest
    @MethodSource("writers")
    void writesSeveralFolders(CabinetWriter writer) throws IOException {
        Map<String, byte[]> members = Contents.varied();
        for (Map.Entry<String, byte[]> member : members.entrySet()) {
            writer.add(member.getKey(), MODIFIED, new ByteArrayInputStream(member.getValue()));
            writer.startFolder();
        }
        Contents.assertEqual(members, Contents.read(Contents.bytes(writer)));
    }

    @Test
    void keepsNameAndTime() throws IOException {
        CabinetWriter writer = CabinetWriter.mszip();
        writer.add("c\\\u00e4\u6f22", MODIFIED, InputStream.nullInputStream());
        try (CabinetReader reader = Contents.open(Contents.bytes(writer))) {
            assertEquals(new Member("c\\\u00e4\u6f22", 0, MODIFIED), reader.next());
            assertNull(reader.next());
        }
    }

    @Test
    void givesTheSameBytesTwice() throws IOException {
        assertArrayEquals(Contents.pack(CabinetWriter.mszip()), Contents.pack(CabinetWriter.mszip()));
    }

    @Test
    void refusesACabinetWithoutMembers() {
        CabinetException refused = assertThrows(CabinetException.class, () -> Contents.bytes(CabinetWriter.stored()));
        assertEquals("new cabinet at table of members: a cabinet needs a member", refused.getMessage());
    }

    @Test
    void refusesMoreMembersThanTheFormatCounts() throws IOException {
        CabinetWriter writer = CabinetWriter.stored();
        for (int i = 0; i < 65_535; i++) {
            writer.add("m", MODIFIED, InputStream.nullInputStream());
        }
        CabinetException refused =
                assertThrows(CabinetException.class, () -> writer.add("last", MODIFIED, InputStream.nullInputStream()));
        assertEquals("new cabinet at member last: a cabinet holds at most 65535 members", refused.getMessage());
    }

    @Test
    void refusesAFolderLargerThanItsBlocksCanBe() throws IOException {
        CabinetWriter writer = new CabinetWriter(Forgetful::new);
        byte[] part = new byte[1 << 30];
        writer.add("first", MODIFIED, new ByteArrayInputStream(part));
        CabinetException refused = assertThrows(
                CabinetException.class, () -> writer.add("second", MODIFIED, new ByteArrayInputStream(part)));
        assertEquals(
                "new cabinet at member second: a folder holds at most 65535 blocks of 32 KiB", refused.getMessage());
    }

    /** Keeps nothing, so that much can be written. */
    private static final class Forgetful implements Encoder {
        @Override
        public int compression() {
            return Compression.STORED;
        }

        @Override
        public void encode(byte[] bytes, int length) {}

        @Override
        public List<EncodedBlock> finish() {
            return List.of();
        }
    }

    @Test
    void refusesNamesAndDatesThatCannotBeExpressed() {
        CabinetWriter writer = CabinetWriter.stored();
        for (String name : List.of("", "a\0b", "x".repeat(256))) {
            assertThrows(
                    IllegalArgumentException.class, () -> writer.add(name, MODIFIED, InputStream.nullInputStream()));
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> writer.add("a", LocalDateTime.of(1979, 12, 31, 0, 0), InputStream.nullInputStream()));
    }

    @Test
    void takesNothingMoreOnceWritten() throws IOException {
        CabinetWriter writer = CabinetWriter.mszip();
        writer.add("a", MODIFIED, InputStream.nullInputStream());
        Contents.bytes(writer);
        assertThrows(IllegalStateException.class, () -> writer.add("b", MODIFIED, InputStream.nullInputStream()));
    }
}
