package @package@;

import io.patchbay.spi.FeedProvider;
import io.patchbay.testkit.ProviderContract;

final class @Name@ProviderTest extends ProviderContract {
    @Override
    protected FeedProvider provider() {
        return new @Name@Provider();
    }
}
