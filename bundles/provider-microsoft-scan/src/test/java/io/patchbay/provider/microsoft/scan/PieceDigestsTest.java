package io.patchbay.provider.microsoft.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class PieceDigestsTest {
    private static final String START = "<OfflineSyncPackage><Updates>";
    private static final String END = "</Updates><FileLocations>%s</FileLocations></OfflineSyncPackage>";

    private static String document(String rows, String locations) {
        return START + rows + END.formatted(locations);
    }

    private static List<Integer> numbers(String document, ToIntFunction<Pieces> number) throws IOException {
        Pieces pieces = new Pieces(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
        List<Integer> numbers = new ArrayList<>();
        while (pieces.next()) {
            numbers.add(number.applyAsInt(pieces));
        }
        return numbers;
    }

    private static PieceDigests of(String document) throws IOException {
        PieceDigests digests = new PieceDigests();
        numbers(document, piece -> {
            digests.add(piece);
            return 0;
        });
        return digests;
    }

    @Test
    void findsPiecesOfTheSameBytesWhereverTheyStand() throws Exception {
        PieceDigests digests = of(document("<Update A='1'/><Update A='2'/>", "<FileLocation A='1'/>"));

        String other = document("<Update A='2'/><Update A='1'/>", "<FileLocation A='1'/>");

        int frame = PieceDigests.UNKNOWN;
        assertEquals(List.of(frame, 1, 0, frame, 0, frame), numbers(other, digests::find));
    }

    /** Two letters that change places, and a word that is combined with another, leave weaker sums as they were. */
    @Test
    void findsNoOthers() throws Exception {
        PieceDigests digests = of(document("<Update A='abcdabcd'/>", "<FileLocation A='1'/>"));

        for (String row : List.of("bacdabcd", "abcdabc", "zzzzzzzz", "\0\0\0\0\0\0\0\0", "cdabcdab")) {
            String other = document("<Update A='" + row + "'/>", "");
            assertEquals(List.of(-1, -1, -1), numbers(other, digests::find), row);
        }
        assertEquals(List.of(-1, -1, -1, -1), numbers(document("<Update/><Update />", ""), digests::find));
    }
}
