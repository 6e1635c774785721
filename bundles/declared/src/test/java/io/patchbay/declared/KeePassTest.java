package io.patchbay.declared;

import io.patchbay.spi.FeedProvider;
import io.patchbay.testkit.ProviderContract;

final class KeePassTest extends ProviderContract {
    @Override
    protected FeedProvider provider() {
        return SampleFiles.provider("keepass");
    }
}
