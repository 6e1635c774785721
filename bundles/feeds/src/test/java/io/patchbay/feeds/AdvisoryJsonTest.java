package io.patchbay.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.patchbay.model.Advisory;
import io.patchbay.spi.FeedException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdvisoryJsonTest {
    private static final Advisory EMPTY =
            new Advisory("ADV200013", "", List.of(), null, null, List.of(), List.of(), List.of());

    @Test
    void losesNothing() throws Exception {
        for (int seed = 0; seed < 200; seed++) {
            Advisory advisory = new Filled(seed).record(Advisory.class);
            byte[] json = AdvisoryJson.write(advisory);
            assertEquals(advisory, AdvisoryJson.read(json), "seed " + seed);
            assertArrayEquals(json, AdvisoryJson.write(AdvisoryJson.read(json)), "seed " + seed);
        }
    }

    @Test
    void leavesOutWhatIsNotSaid() throws Exception {
        assertEquals("{\"id\":\"ADV200013\"}", new String(AdvisoryJson.write(EMPTY), UTF_8));
        assertEquals(EMPTY, AdvisoryJson.read(AdvisoryJson.write(EMPTY)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"id\":\" \"}",
                "{\"id\":\"CVE-2020-17095\",\"published\":\"yesterday\"}",
                "{\"id\":\"CVE-2020-17095\",\"fixes\":[{\"kb\":\"KB4592438\"}]}",
                "{\"id\":\"CVE-2020-17095\",\"fixes\":[{\"supersededKbs\":[\"none\"]}]}",
                "{\"id\":\"CVE-2020-17095\",\"fixes\":[{\"restart\":\"PERHAPS\"}]}"
            })
    void refusesWhatIsNoAdvisory(String json) {
        assertThrows(FeedException.class, () -> AdvisoryJson.read(json.getBytes(UTF_8)));
    }
}
