package io.patchbay.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import io.patchbay.sync.FeedStatus;
import io.patchbay.sync.ProviderStatus;
import io.patchbay.sync.Run.State;
import io.patchbay.sync.SyncMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Providers that fail to say what they read, beside one that does. */
class AskedOnceTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void start() throws IOException {
        desk = new Desk(folder);
        desk.plug(new LineProvider("good"));
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    /** Says so many times what it reads. */
    private static final class Failing implements FeedProvider {
        private final LineProvider lines = new LineProvider("failing");
        private int answers;

        Failing(int answers) {
            this.answers = answers;
        }

        @Override
        public ProviderInfo info() {
            return lines.info();
        }

        @Override
        public List<Feed> feeds() {
            if (answers-- <= 0) {
                throw new NoClassDefFoundError("gone with its bundle");
            }
            return lines.feeds();
        }

        @Override
        public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
            lines.parse(snapshot, sink);
        }
    }

    @Test
    void nobodyWhoLooksRunsTheCodeOfAProvider() throws Exception {
        desk.plug(new Failing(1));
        desk.recordLines("failing", "1", "A 1.0");
        assertEquals(State.CHANGED, desk.run("failing").state());
        assertEquals(State.UNCHANGED, desk.run("failing", SyncMode.ALWAYS).state());
        assertEquals(List.of("failing", "good"), providers());
        List<Feed> shown =
                desk.sync.feeds("failing").stream().map(FeedStatus::feed).toList();
        assertEquals(List.of(LineProvider.LIST), shown);
    }

    @Test
    void whatCannotBePluggedInIsNotInTheWayOfOthers() {
        assertThrows(NoClassDefFoundError.class, () -> desk.plug(new Failing(0)));
        assertEquals(List.of("good"), providers());
    }

    private List<String> providers() {
        return desk.sync.providers().stream().map(ProviderStatus::id).toList();
    }
}
