package io.patchbay.provider.microsoft.catalog;

import io.patchbay.spi.FeedProvider;
import io.patchbay.testkit.ProviderContract;
import java.time.Clock;
import java.util.List;

class MicrosoftCatalogProviderTest extends ProviderContract {
    @Override
    protected FeedProvider provider() {
        return new MicrosoftCatalogProvider(List.of("KB5025239"), Clock.systemUTC());
    }
}
