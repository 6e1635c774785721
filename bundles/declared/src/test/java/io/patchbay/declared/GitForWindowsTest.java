package io.patchbay.declared;

import io.patchbay.spi.FeedProvider;
import io.patchbay.testkit.ProviderContract;

final class GitForWindowsTest extends ProviderContract {
    @Override
    protected FeedProvider provider() {
        return SampleFiles.provider("git-for-windows");
    }
}
