package io.patchbay.provider.microsoft.wsus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.patchbay.feeds.config.ConfigValues;
import io.patchbay.feeds.config.WrongConfiguration;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.testkit.HostileDocuments;
import io.patchbay.testkit.ProviderContract;
import io.patchbay.testkit.RecordedSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

final class MicrosoftWsusProviderTest extends ProviderContract {
    private static final Path CASES = Path.of(System.getProperty("patchbay.root", ""), "vendor-feeds/microsoft-wsus");

    @Override
    protected FeedProvider provider() {
        return new MicrosoftWsusProvider();
    }

    @Test
    void saysInWhichFileTheIdIsWrong() {
        Map<String, String> properties = Map.of("id", "WSUS 1", "felix.fileinstall.filename", "io.patchbay.wsus-1.cfg");
        WsusConfig config = ConfigValues.read(WsusConfig.class, properties, Assertions::fail);
        Exception refused = assertThrows(WrongConfiguration.class, () -> new MicrosoftWsusProvider(config, properties));
        assertEquals(
                "io.patchbay.wsus-1.cfg: id must be lower-case letters, digits and hyphens, not \"WSUS 1\"",
                refused.getMessage());
    }

    @Test
    void namesAnyAnswerThatIsHostile() throws IOException, FeedException {
        RecordedSnapshot synced = RecordedSnapshot.open(CASES.resolve("2022-08-09-patch-tuesday"));
        for (Document document : synced.documents()) {
            HostileDocuments.replay(provider(), synced, document.name(), "xml");
        }
    }

    @Test
    void namesAnyExportThatIsHostile() throws IOException, FeedException {
        RecordedSnapshot exported = RecordedSnapshot.open(CASES.resolve("2022-08-10-export"));
        HostileDocuments.replay(provider(), exported, "export.cab", "cab", "gzip");
    }
}
