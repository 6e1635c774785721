package io.patchbay.provider.sdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.patchbay.model.Product;
import io.patchbay.spi.FeedProvider;
import io.patchbay.testkit.HostileDocuments;
import io.patchbay.testkit.ProviderContract;
import io.patchbay.testkit.RecordedSnapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SdpProviderTest extends ProviderContract {
    private static final String URL = "https://hpia.hpcloud.hp.com/downloads/sccmcatalog/HpCatalogForSms.latest.cab";

    private static SdpProvider provider(String id, String vendor, String url) {
        return new SdpProvider(id, vendor, url, List.of(), Set.of());
    }

    @Override
    protected FeedProvider provider() {
        return provider("sdp", "HP", URL);
    }

    @Test
    void isWhatItsConfigurationSays() {
        SdpProvider provider = new SdpProvider("hp", "HP", URL, List.of("EliteBook", "ZBook"), Set.of("ftp.hp.com"));
        assertEquals("hp", provider.info().id());
        assertEquals(
                List.of(Product.named("EliteBook", "HP"), Product.named("ZBook", "HP")),
                provider.info().products());
        assertEquals(
                Set.of("hpia.hpcloud.hp.com", "ftp.hp.com"), provider.info().hosts());
        assertEquals(URL, provider.feeds().get(0).url().toString());
    }

    @Test
    void namesAnyCatalogueThatIsHostile() throws Exception {
        Path root = Path.of(System.getProperty("patchbay.root", ""));
        RecordedSnapshot recorded = RecordedSnapshot.open(root.resolve("vendor-feeds/sdp/2019-02-24-sp84159"));
        HostileDocuments.replay(provider(), recorded, "catalog", "xml", "cab", "gzip");
    }

    @Test
    void refusesAConfigurationThatIsNotComplete() {
        assertThrows(IllegalArgumentException.class, () -> provider("", "HP", URL));
        assertThrows(IllegalArgumentException.class, () -> provider("hp", "", URL));
        assertThrows(IllegalArgumentException.class, () -> provider("hp", "HP", ""));
        assertThrows(IllegalArgumentException.class, () -> provider("hp", "HP", "file:/tmp/catalog.cab"));
    }
}
