package io.patchbay.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.patchbay.cabinet.CabinetException;
import io.patchbay.cabinet.CabinetLimits;
import io.patchbay.cabinet.CabinetReader;
import io.patchbay.cabinet.CabinetWriter;
import io.patchbay.cabinet.Member;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever calls itself a cabinet is read or refused, and gives what it declares. */
class CabinetFuzzTest {
    private static final CabinetLimits LIMITS = new CabinetLimits(1_000, 1 << 20, 1 << 22);

    static Stream<byte[]> seeds() throws IOException {
        byte[] content = "<a>text</a>".repeat(100).getBytes(StandardCharsets.US_ASCII);
        return Stream.concat(
                Stream.of(
                        Seeds.cabinet(CabinetWriter.stored(), content), Seeds.cabinet(CabinetWriter.mszip(), content)),
                Seeds.hostile("cab"));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "60s")
    void readsOrRefuses(byte[] bytes) throws IOException {
        try (CabinetReader reader = new CabinetReader(new ByteArrayInputStream(bytes), LIMITS)) {
            for (Member member = reader.next(); member != null; member = reader.next()) {
                try (InputStream content = reader.content()) {
                    assertEquals(member.size(), content.readAllBytes().length);
                }
            }
        } catch (CabinetException e) {
            // Refused, as it may be.
        }
    }
}
