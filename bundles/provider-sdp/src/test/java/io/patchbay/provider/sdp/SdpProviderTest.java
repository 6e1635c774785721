package io.patchbay.provider.sdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.patchbay.feeds.config.ConfigValues;
import io.patchbay.feeds.config.WrongConfiguration;
import io.patchbay.model.Product;
import io.patchbay.spi.FeedProvider;
import io.patchbay.testkit.HostileDocuments;
import io.patchbay.testkit.ProviderContract;
import io.patchbay.testkit.RecordedSnapshot;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SdpProviderTest extends ProviderContract {
    private static final String URL = "https://hpia.hpcloud.hp.com/downloads/sccmcatalog/HpCatalogForSms.latest.cab";

    private static SdpProvider provider(String id, String vendor, String url) {
        return provider(Map.of("id", id, "vendor", vendor, "url", url));
    }

    private static SdpProvider provider(Map<String, String> properties) {
        return new SdpProvider(ConfigValues.read(SdpConfig.class, properties, Assertions::fail), properties);
    }

    @Override
    protected FeedProvider provider() {
        return provider("sdp", "HP", URL);
    }

    @Test
    void isWhatItsConfigurationSays() {
        SdpProvider provider = provider(
                Map.of("id", "hp", "vendor", "HP", "url", URL, "products", "EliteBook, ZBook", "hosts", "ftp.hp.com"));
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id     |              | id must be lower-case letters, digits and hyphens, not \"\"",
                "id     | Bad One      | id must be lower-case letters, digits and hyphens, not \"Bad One\"",
                "vendor |              | vendor must be the name of who publishes the catalogue",
                "vendor | ' '          | vendor must be the name of who publishes the catalogue",
                "url    |              | url must be an https address, without a user",
                "url    | vendor       | url must be an https address, without a user",
                "url    | file:/tmp/a  | url must be an https address, without a user",
                "url    | http://hp.com/a            | url must be an https address, without a user",
                "url    | https://u:s3cret@hp.com/a  | url must be an https address, without a user",
                "url    | https://u:s 3cret@hp.com/a | url must be an https address, without a user",
            })
    void saysInWhichFileWhichKeyIsWrong(String key, @Nullable String value, String reason) {
        Map<String, String> properties = new HashMap<>(Map.of("id", "hp", "vendor", "HP", "url", URL));
        properties.put("felix.fileinstall.filename", "io.patchbay.sdp-hp.cfg");
        properties.put(key, value);
        Exception refused = assertThrows(WrongConfiguration.class, () -> provider(properties));
        assertEquals("io.patchbay.sdp-hp.cfg: " + reason, refused.getMessage());
        assertEquals(0, refused.getStackTrace().length);
    }
}
