package io.patchbay.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.spi.FeedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateJsonTest {
    private static final String ID = "0f8fad5b-d9cb-469f-a165-70867728950e";

    private static Update read(String json) throws FeedException {
        return UpdateJson.read(json.getBytes(UTF_8));
    }

    @Test
    void losesNothing() throws Exception {
        for (int seed = 0; seed < 500; seed++) {
            Update update = new Filled(seed).record(Update.class);
            byte[] json = UpdateJson.write(update);
            assertEquals(update, UpdateJson.read(json), "seed " + seed);
            assertArrayEquals(json, UpdateJson.write(UpdateJson.read(json)), "seed " + seed);
        }
    }

    @Test
    void leavesOutWhatIsNotSaid() throws Exception {
        Update update = Update.builder(UpdateId.parse(ID), UpdateType.SOFTWARE).build();
        assertEquals(
                "{\"id\":\"" + ID + "\",\"type\":\"SOFTWARE\",\"release\":{\"classification\":\"UPDATES\"}}",
                new String(UpdateJson.write(update), UTF_8));
        assertEquals(update, UpdateJson.read(UpdateJson.write(update)));
    }

    @Test
    void passesOverNamesOfLaterVersions() throws Exception {
        Update update = Update.builder(UpdateId.parse(ID), UpdateType.SOFTWARE).build();
        assertEquals(
                update,
                read("{\"id\":\"" + ID + "\",\"later\":{\"x\":[1]},\"type\":\"SOFTWARE\","
                        + "\"release\":{\"classification\":\"UPDATES\",\"later\":1}}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"id\":\"x\",\"type\":\"SOFTWARE\"}",
                "{\"id\":\"" + ID + "\",\"type\":\"HARDWARE\",\"release\":{}}",
                "{\"id\":\"" + ID + "\",\"type\":7,\"release\":{}}"
            })
    void refusesWhatIsNoUpdate(String json) {
        assertThrows(FeedException.class, () -> read(json));
    }
}
