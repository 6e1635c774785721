package io.patchbay.provider.google.chrome;

import io.patchbay.spi.FeedProvider;
import io.patchbay.testkit.ProviderContract;

final class GoogleChromeProviderTest extends ProviderContract {
    @Override
    protected FeedProvider provider() {
        return new GoogleChromeProvider();
    }
}
