package io.patchbay.provider.microsoft.wsus;

import io.patchbay.spi.FeedProvider;
import io.patchbay.testkit.ProviderContract;

final class MicrosoftWsusProviderTest extends ProviderContract {
    @Override
    protected FeedProvider provider() {
        return new MicrosoftWsusProvider();
    }
}
