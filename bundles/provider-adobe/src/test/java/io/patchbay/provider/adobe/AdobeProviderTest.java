package io.patchbay.provider.adobe;

import io.patchbay.spi.FeedProvider;
import io.patchbay.testkit.ProviderContract;

final class AdobeProviderTest extends ProviderContract {
    @Override
    protected FeedProvider provider() {
        return new AdobeProvider();
    }
}
