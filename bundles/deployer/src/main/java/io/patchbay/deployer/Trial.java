package io.patchbay.deployer;

import io.patchbay.spi.FeedProvider;
import java.io.IOException;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.Bundle;

/** A provider that runs for whoever asked for it and for nobody else: the engine neither syncs it nor lists it. */
@ProviderType
public interface Trial extends AutoCloseable {
    /** The provider; not to be used after the end. */
    FeedProvider provider();

    /** The bundle it is of, or that stands in for that; not to be used after the end. */
    Bundle bundle();

    /** Ends the trial: the bundle is stopped and its classes are let go of. */
    @Override
    void close() throws IOException;
}
