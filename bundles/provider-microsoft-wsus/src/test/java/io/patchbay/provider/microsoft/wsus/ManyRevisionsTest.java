package io.patchbay.provider.microsoft.wsus;

import static io.patchbay.provider.microsoft.wsus.UpdateXml.definitions;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** As many revisions as one product of Microsoft's has. */
class ManyRevisionsTest extends SyncingTest {
    private static final int MANY = 25_000;

    @Test
    void syncsThemAndThenOnlyWhatChanged() throws IOException, FeedException {
        server.add(definitions(0, MANY, 1));
        sync();
        assertEquals(6 + 1 + MANY / 100, server.requests());
        assertEquals(MANY + CATEGORIES, server.served());
        reset();
        server.add(definitions(MANY - 100, MANY + 150, 2));
        sync();
        assertEquals(6 + 3, server.requests());
        assertEquals(250, server.served());
        Counter counter = new Counter();
        new MicrosoftWsusProvider().parse(last, counter);
        assertEquals(MANY + 150 + CATEGORIES, counter.accepted);
    }

    @Test
    void readsOnlyWhatChanged() throws IOException, FeedException {
        server.add(definitions(0, 1_000, 1));
        sync();
        var before = last;
        server.add(definitions(500, 510, 2));
        sync();
        Counter counter = new Counter();
        new MicrosoftWsusProvider().parse(last.after(before), counter);
        assertEquals(10, counter.accepted);
        assertEquals(990 + CATEGORIES, counter.unchanged);
    }

    @Test
    void readsEverythingIfACategoryChanged() throws IOException, FeedException {
        server.add(definitions(0, 100, 1));
        sync();
        var before = last;
        server.add(UpdateXml.category(UpdateXml.id(777), "New", "Product"));
        sync();
        Counter counter = new Counter();
        new MicrosoftWsusProvider().parse(last.after(before), counter);
        assertEquals(101 + CATEGORIES, counter.accepted);
        assertTrue(counter.unchanged == 0);
    }

    /** Counts what a provider tells. */
    private static final class Counter implements UpdateSink {
        private int accepted;
        private int unchanged;

        @Override
        public void accept(Update update) {
            accepted++;
        }

        @Override
        public void unchanged(UpdateId id) {
            unchanged++;
        }
    }
}
