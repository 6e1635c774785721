package io.patchbay.provider.microsoft.scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PiecesTest {
    private static final String START = "<OfflineSyncPackage xmlns=\"urn:x\"><Updates>";
    private static final String MIDDLE = "</Updates><FileLocations>";
    private static final String END = "</FileLocations></OfflineSyncPackage>";
    private static final String ROW = "<Update A=\"1\"><UpdateId/></Update>";
    private static final String LOCATION = "<FileLocation Id=\"1\" />";
    private static final String WHOLE = START + ROW + ROW + MIDDLE + LOCATION + LOCATION + END;

    /** What is not frame; checks that nothing is lost. */
    private static List<String> cut(byte[] document, int step) throws IOException {
        List<String> cut = new ArrayList<>();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Pieces pieces = new Pieces(new InputStream() {
            private final InputStream in = new ByteArrayInputStream(document);

            @Override
            public int read() {
                throw new AssertionError("byte by byte");
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return in.read(into, from, Math.min(length, step));
            }
        });
        while (pieces.next()) {
            String piece = new String(pieces.bytes(), pieces.start(), pieces.length(), StandardCharsets.UTF_8);
            all.write(pieces.bytes(), pieces.start(), pieces.length());
            if (pieces.kind() != Pieces.Kind.FRAME) {
                cut.add(piece);
            }
        }
        assertArrayEquals(document, all.toByteArray());
        return cut;
    }

    private static void assertCut(String document, String... pieces) throws IOException {
        assertCut(document, StandardCharsets.UTF_8, pieces);
    }

    private static void assertCut(String document, Charset charset, String... pieces) throws IOException {
        for (int step : List.of(1, 7, Integer.MAX_VALUE)) {
            assertEquals(List.of(pieces), cut(document.getBytes(charset), step), document);
        }
    }

    @Test
    void cutsOutRowsAndLocations() throws Exception {
        assertCut(WHOLE, ROW, ROW, LOCATION, LOCATION);
        assertCut("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + WHOLE, ROW, ROW, LOCATION, LOCATION);
        assertCut("\ufeff<?xml version='1.0' encoding='utf-8'?>" + WHOLE, ROW, ROW, LOCATION, LOCATION);
    }

    @Test
    void whiteSpaceMayStandBetweenThem() throws Exception {
        assertCut(
                WHOLE.replace("><", ">\n  <"),
                ROW.replace("><", ">\n  <"),
                ROW.replace("><", ">\n  <"),
                LOCATION,
                LOCATION);
    }

    @Test
    void aRowMayEndInItsFirstTag() throws Exception {
        String row = "<Update\tA='/>\"' B=\"a>b'\" />";
        assertCut(START + row + "<Update/>" + ROW + "</Updates>", row, "<Update/>", ROW);
    }

    @Test
    void aRowMayBeLongerThanWhatIsReadAtOnce() throws Exception {
        String row = "<Update>" + "<UpdateId Id=\"\u00e4\"/>".repeat(20_000) + "</Update >";
        assertCut(START + row + ROW + MIDDLE, row, ROW);
    }

    /** Each hides a tag, or something that looks like one. */
    @Test
    void cutsNothingMoreWhereTagsMayHide() throws Exception {
        for (String hiding : List.of("<!-- <Update> -->", "<![CDATA[<Update>]]>", "<?pi <Update> ?>")) {
            assertCut(START + ROW + hiding + ROW + MIDDLE + LOCATION, ROW);
            assertCut(START + ROW + "<Update>" + hiding + "</Update>" + ROW + MIDDLE, ROW);
            assertCut(hiding + WHOLE);
        }
        assertCut("<!DOCTYPE a [<!ENTITY b \"c\">]>" + WHOLE);
    }

    @Test
    void cutsNothingInOtherEncodings() throws Exception {
        assertCut("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>" + WHOLE);
        assertCut("<?xml version=\"1.0\" encoding='utf-16'?>" + WHOLE);
        assertCut(WHOLE, StandardCharsets.UTF_16);
        assertCut(WHOLE, StandardCharsets.UTF_16LE);
    }

    @Test
    void cutsNothingOutOfAnotherFrame() throws Exception {
        assertCut("<Other>" + ROW + "</Other>");
        assertCut(START + "<Other>" + ROW + "</Other>" + ROW);
        assertCut(START + ROW + "<Other/>" + ROW, ROW);
        assertCut("<OfflineSyncPackage><Updates></Updates><Updates>" + ROW);
        assertCut(START + "<x:Update/>" + ROW);
    }

    @Test
    void cutsNoRowThatHoldsAnotherOrDoesNotEnd() throws Exception {
        assertCut(START + ROW + "<Update><Update/></Update>" + ROW, ROW);
        assertCut(START + ROW + "<Update><a>", ROW);
        assertCut(START + ROW + "<Update A=\"", ROW);
        assertCut(START + MIDDLE + "<FileLocation><a/></FileLocation>" + LOCATION);
    }

    @Test
    void losesNothingOfAnyDocument() throws Exception {
        for (int seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            byte[] document = WHOLE.getBytes(StandardCharsets.UTF_8);
            for (int i = random.nextInt(4); i >= 0; i--) {
                document[random.nextInt(document.length)] = (byte) "<>/\"!?UF \n".charAt(random.nextInt(10));
            }
            cut(document, 1 + random.nextInt(40));
        }
    }
}
