package io.patchbay.spi;

import io.patchbay.model.Update;
import org.osgi.annotation.versioning.ProviderType;

/** Takes the updates that a provider reads, one by one. */
@ProviderType
public interface UpdateSink {
    /**
     * Hands over an update.
     *
     * @throws FeedException if the snapshot gave an update of this id before
     * @throws java.util.concurrent.CancellationException if the run was stopped; let it pass
     */
    void accept(Update update) throws FeedException;
}
