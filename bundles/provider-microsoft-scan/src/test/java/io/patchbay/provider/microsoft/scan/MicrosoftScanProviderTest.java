package io.patchbay.provider.microsoft.scan;

import io.patchbay.spi.FeedProvider;
import io.patchbay.testkit.ProviderContract;

final class MicrosoftScanProviderTest extends ProviderContract {
    @Override
    protected FeedProvider provider() {
        return new MicrosoftScanProvider();
    }
}
