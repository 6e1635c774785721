package io.patchbay.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.patchbay.feeds.sdp.SdpCatalog;
import io.patchbay.spi.FeedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever calls itself a catalogue of packages is read or refused. */
class SdpFuzzTest {
    static Stream<byte[]> seeds() throws IOException, FeedException {
        return Seeds.documents("sdp/2019-02-24-sp84159", "catalog");
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "60s")
    void readsOrRefuses(byte[] bytes) throws IOException {
        try {
            SdpCatalog.read(new ByteArrayInputStream(bytes), "catalog", update -> {});
        } catch (FeedException e) {
            // Refused, as it may be.
        }
    }
}
