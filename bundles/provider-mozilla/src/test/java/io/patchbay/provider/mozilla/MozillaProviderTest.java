package io.patchbay.provider.mozilla;

import io.patchbay.spi.FeedProvider;
import io.patchbay.testkit.ProviderContract;

final class MozillaProviderTest extends ProviderContract {
    @Override
    protected FeedProvider provider() {
        return new MozillaProvider();
    }
}
