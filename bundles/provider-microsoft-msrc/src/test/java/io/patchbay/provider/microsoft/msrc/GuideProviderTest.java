package io.patchbay.provider.microsoft.msrc;

import io.patchbay.spi.FeedProvider;
import io.patchbay.testkit.ProviderContract;

class GuideProviderTest extends ProviderContract {
    @Override
    protected FeedProvider provider() {
        return new GuideProvider("");
    }
}
