package io.patchbay.provider.oracle.java;

import io.patchbay.spi.FeedProvider;
import io.patchbay.testkit.ProviderContract;

final class OracleJavaProviderTest extends ProviderContract {
    @Override
    protected FeedProvider provider() {
        return new OracleJavaProvider();
    }
}
