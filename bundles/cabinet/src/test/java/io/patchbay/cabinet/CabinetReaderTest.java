package io.patchbay.cabinet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CabinetReaderTest {
    private static final int FIRST_FOLDER = 36;
    private static final int FIRST_MEMBER = 44;
    private static final int NAMES = 2 * (16 + 2);

    /** Two members, a and b, of 100 bytes in one stored folder. */
    private static byte[] twoMembers() throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("a", new byte[100]);
        members.put("b", new byte[100]);
        Arrays.fill(members.get("b"), (byte) 'b');
        return Contents.pack(CabinetWriter.stored(), members);
    }

    private static byte[] with(byte[] cabinet, int offset, int value) {
        ByteBuffer.wrap(cabinet).order(ByteOrder.LITTLE_ENDIAN).putInt(offset, value);
        return cabinet;
    }

    private static void assertRefused(String message, byte[] cabinet) {
        assertEquals(
                message,
                assertThrows(CabinetException.class, () -> Contents.read(cabinet))
                        .getMessage());
    }

    @Test
    void stepsOverMembersThatAreNotRead() throws IOException {
        byte[] cabinet = Contents.pack(CabinetWriter.mszip());
        try (CabinetReader reader = Contents.open(cabinet)) {
            Member member = reader.next();
            while (member != null && !member.name().equals("long")) {
                member = reader.next();
            }
            assertArrayEquals(Contents.varied().get("long"), reader.content().readAllBytes());
        }
    }

    @Test
    void skipsInsideAMember() throws IOException {
        byte[] content = Contents.varied().get("long");
        try (CabinetReader reader = Contents.open(Contents.pack(CabinetWriter.mszip()))) {
            while (!"long".equals(reader.next().name())) {}
            InputStream in = reader.content();
            assertEquals(content[0] & 0xFF, in.read());
            assertEquals(500_000, in.skip(500_000));
            assertArrayEquals(Arrays.copyOfRange(content, 500_001, content.length), in.readAllBytes());
            assertEquals(0, in.skip(1));
            assertEquals(-1, in.read());
        }
    }

    @Test
    void transfersWhatIsLeftOfAMember() throws IOException {
        byte[] content = Contents.varied().get("long");
        try (CabinetReader reader = Contents.open(Contents.pack(CabinetWriter.mszip()))) {
            while (!"long".equals(reader.next().name())) {}
            reader.content().skipNBytes(40_000);
            ByteArrayOutputStream rest = new ByteArrayOutputStream();
            assertEquals(content.length - 40_000, reader.content().transferTo(rest));
            assertArrayEquals(Arrays.copyOfRange(content, 40_000, content.length), rest.toByteArray());
            assertEquals(0, reader.content().transferTo(rest));
        }
    }

    @Test
    void passesOverDamageInStoredMembersThatAreNotRead() throws IOException {
        byte[] content = Contents.varied().get("long");
        CabinetWriter writer = CabinetWriter.stored();
        writer.add("damaged", DosTime.NONE, new ByteArrayInputStream(content));
        writer.add("whole", DosTime.NONE, new ByteArrayInputStream(content));
        byte[] cabinet = Contents.bytes(writer);
        cabinet[1000] ^= 1;
        try (CabinetReader reader = Contents.open(cabinet)) {
            reader.next();
            reader.next();
            assertArrayEquals(content, reader.content().readAllBytes());
        }
        assertRefused("test.cab at folder 0, data block 0: the checksum is wrong", cabinet);
    }

    @Test
    void givesNothingAfterTheLastMember() throws IOException {
        try (CabinetReader reader = Contents.open(twoMembers())) {
            assertThrows(IllegalStateException.class, reader::content);
            reader.next();
            reader.next();
            assertNull(reader.next());
            assertNull(reader.next());
            assertThrows(IllegalStateException.class, reader::content);
        }
    }

    @Test
    void endsTheContentOfAMemberWithTheMember() throws IOException {
        try (CabinetReader reader = Contents.open(twoMembers())) {
            reader.next();
            InputStream first = reader.content();
            reader.next();
            assertEquals(
                    "the content of member a is closed",
                    assertThrows(IOException.class, first::read).getMessage());
        }
    }

    @Test
    void readsAFolderAfterADamagedOne() throws IOException {
        CabinetWriter writer = CabinetWriter.mszip();
        writer.add("bad", DosTime.NONE, new ByteArrayInputStream(new byte[1000]));
        writer.startFolder();
        writer.add("good", DosTime.NONE, new ByteArrayInputStream(new byte[1000]));
        byte[] cabinet = Contents.bytes(writer);
        int data = ByteBuffer.wrap(cabinet).order(ByteOrder.LITTLE_ENDIAN).getInt(FIRST_FOLDER);
        cabinet[data + 8] ^= 1;
        try (CabinetReader reader = Contents.open(cabinet)) {
            reader.next();
            assertEquals(
                    "test.cab at folder 0, data block 0: the checksum is wrong",
                    assertThrows(CabinetException.class, () -> reader.content().read())
                            .getMessage());
            assertEquals(
                    "test.cab at folder 0, data block 0: nothing can be read after the damage found here",
                    assertThrows(CabinetException.class, () -> reader.content().read())
                            .getMessage());
            reader.next();
            assertArrayEquals(new byte[1000], reader.content().readAllBytes());
        }
    }

    @Test
    void refusesMoreMembersThanAllowed() {
        assertLimited("header: 2 members exceed the limit of 1", new CabinetLimits(1, 100, 200));
    }

    @Test
    void refusesAMemberLargerThanAllowed() {
        assertLimited("member a: 100 bytes exceed the limit of 99", new CabinetLimits(2, 99, 200));
    }

    @Test
    void refusesMoreBytesThanAllowed() {
        assertLimited("table of members: 200 bytes exceed the limit of 199", new CabinetLimits(2, 100, 199));
    }

    private static void assertLimited(String message, CabinetLimits limits) {
        CabinetException refused = assertThrows(
                CabinetException.class,
                () -> new CabinetReader("test.cab", new ByteArrayInputStream(twoMembers()), limits).close());
        assertEquals("test.cab at " + message, refused.getMessage());
    }

    @Test
    void refusesMembersThatOverlap() throws IOException {
        assertRefused("test.cab at member b: it begins inside member a", with(twoMembers(), FIRST_MEMBER + 18 + 4, 99));
    }

    @Test
    void refusesAMemberBeyondItsFolder() throws IOException {
        assertRefused(
                "test.cab at member b: it ends beyond the data of folder 0",
                with(twoMembers(), FIRST_MEMBER + 18, 1 << 15));
    }

    @Test
    void refusesAMemberLongerThanTheData() throws IOException {
        assertRefused(
                "test.cab at folder 0: its 1 data blocks hold less than its members need",
                with(twoMembers(), FIRST_MEMBER + 18, 101));
    }

    @Test
    void refusesDataInsideTheTables() throws IOException {
        assertRefused(
                "test.cab at folder 0: begins at byte 40, inside what lies before it",
                with(twoMembers(), FIRST_FOLDER, 40));
    }

    @Test
    void refusesDataBehindTheEnd() throws IOException {
        assertRefused("test.cab at folder 0: the cabinet is cut short", with(twoMembers(), FIRST_FOLDER, 1 << 30));
    }

    @Test
    void refusesACabinetCutShort() throws IOException {
        byte[] cabinet = twoMembers();
        assertRefused(
                "test.cab at folder 0, data block 0: the cabinet is cut short",
                Arrays.copyOf(cabinet, cabinet.length - 1));
    }

    @Test
    void refusesAStoredBlockWithTwoSizes() throws IOException {
        int block = FIRST_MEMBER + NAMES;
        assertRefused(
                "test.cab at folder 0, data block 0: a stored block of 200 bytes claims 201",
                with(with(twoMembers(), block, 0), block + 4, 200 | 201 << 16));
    }

    @Test
    void masksControlCharactersOfNamesInMessages() throws IOException {
        byte[] cabinet = with(twoMembers(), FIRST_MEMBER, Integer.MAX_VALUE);
        cabinet[FIRST_MEMBER + 16] = 27;
        assertRefused("test.cab at member ?: 2147483647 bytes exceed the limit of 1073741824", cabinet);
    }

    @Test
    void readsACabinetInsideACabinet() throws IOException {
        byte[] inner = Contents.pack(CabinetWriter.mszip());
        CabinetWriter writer = CabinetWriter.stored();
        writer.add("first.cab", DosTime.NONE, new ByteArrayInputStream(inner));
        writer.add("second.cab", DosTime.NONE, new ByteArrayInputStream(inner));
        try (CabinetReader outer = Contents.open(Contents.bytes(writer))) {
            outer.next();
            Contents.assertEqual(Contents.varied(), Contents.read(outer.content()));
            outer.next();
            Contents.assertEqual(Contents.varied(), Contents.read(outer.content()));
        }
    }

    @Test
    void opensManyFoldersInATimeThatGrowsWithTheirNumber() throws IOException {
        CabinetWriter writer = CabinetWriter.stored();
        for (int i = 0; i < 20_000; i++) {
            writer.startFolder();
            writer.add("m" + i, DosTime.NONE, new ByteArrayInputStream(new byte[1]));
        }
        byte[] cabinet = Contents.bytes(writer);
        assertTimeout(
                Duration.ofSeconds(20),
                () -> assertEquals(20_000, Contents.read(cabinet).size()));
    }
}
