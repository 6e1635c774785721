package io.patchbay.provider.videolan;

import io.patchbay.spi.FeedProvider;
import io.patchbay.testkit.ProviderContract;
import java.util.Map;

final class VideolanProviderTest extends ProviderContract {
    private static final String REASON =
            "a part of the words looks like the whole; the signature, which no recording has, tells";

    @Override
    protected FeedProvider provider() {
        return new VideolanProvider();
    }

    @Override
    protected Map<String, String> cannotTellWhenCut() {
        return Map.of("status-win-x86", REASON, "status-win-x64", REASON);
    }
}
