package io.patchbay.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.sync.Run.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much a vendor may take back without an operator. A product has 20 packages here, more than any number of updates that may go. */
class RemovalTest {
    private static final String ID = "example";

    @TempDir
    Path folder;

    private Desk desk;
    private int recorded;

    @BeforeEach
    void start() throws IOException {
        desk = new Desk(folder);
        desk.plug(new LineProvider(ID));
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    private State publish(String... lines) throws Exception {
        desk.recordLines(ID, "record-" + (100 + recorded++), lines);
        return desk.run(ID).state();
    }

    /** Every product in this version, of 20 packages. */
    private static String[] products(int count, String version) {
        return IntStream.range(0, count)
                .mapToObj(i -> "P" + i + ' ' + version + " 20")
                .toArray(String[]::new);
    }

    @Test
    void publishesThatAReleaseOfManyPackagesIsTakenBack() throws Exception {
        publish("A 1.0 20");
        publish("A 1.1 20");
        assertEquals(State.CHANGED, publish("A 1.0 20"));
        assertEquals(20, desk.catalog.view().liveCounts().get(ID));
    }

    @Test
    void holdsThatAllOfAProductGoes() throws Exception {
        publish("A 1.0 20", "B 1.0 20");
        assertEquals(State.HELD, publish("A 1.0 20"));
        assertEquals("MASS_REMOVAL", desk.sync.held().get(0).codes());
    }

    @Test
    void holdsThatSeveralReleasesAreTakenBackAtOnce() throws Exception {
        publish("A 1.0 20");
        publish("A 1.1 20");
        publish("A 1.2 20");
        assertEquals(State.HELD, publish("A 1.0 20"), "the packages of 1.1 are missing, too");
    }

    @Test
    void holdsThatManyProductsAreTakenBackAtOnce() throws Exception {
        publish(products(6, "1.0"));
        publish(products(6, "1.1"));
        assertEquals(State.HELD, publish(products(6, "1.0")));
        assertEquals("MASS_REMOVAL", desk.sync.held().get(0).codes());
    }

    @Test
    void publishesThatAFewProductsAreTakenBackAtOnce() throws Exception {
        publish(products(5, "1.0"));
        publish(products(5, "1.1"));
        assertEquals(State.CHANGED, publish(products(5, "1.0")));
    }
}
