package io.patchbay.provider.notepadplusplus;

import io.patchbay.spi.FeedProvider;
import io.patchbay.testkit.ProviderContract;

final class NotepadProviderTest extends ProviderContract {
    @Override
    protected FeedProvider provider() {
        return new NotepadProvider();
    }
}
