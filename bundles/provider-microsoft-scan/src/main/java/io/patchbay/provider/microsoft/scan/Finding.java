package io.patchbay.provider.microsoft.scan;

import io.patchbay.spi.FeedException;
import io.patchbay.spi.UpdateSink;

/** What there is to say about one update. */
@FunctionalInterface
interface Finding {
    void tell(UpdateSink sink) throws FeedException;
}
