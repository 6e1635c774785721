package io.patchbay.provider.sevenzip;

import io.patchbay.spi.FeedProvider;
import io.patchbay.testkit.ProviderContract;

final class SevenZipProviderTest extends ProviderContract {
    @Override
    protected FeedProvider provider() {
        return new SevenZipProvider();
    }
}
