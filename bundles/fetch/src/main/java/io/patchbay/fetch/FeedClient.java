package io.patchbay.fetch;

import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import java.io.IOException;
import org.osgi.annotation.versioning.ProviderType;

/** Copies a provider's documents from its upstream into a snapshot folder. Safe for use by several threads. */
@ProviderType
public interface FeedClient {
    /**
     * Lets the provider fetch its documents. Interrupting the calling thread ends the fetch at once. Whenever this method throws, the
     * target folder is gone; what documents it had are where the request says.
     *
     * @throws IOException if a document could not be had or is not what the feed declares; the message names feed, address and
     *     reason, and never a credential. An {@link java.io.InterruptedIOException} if the thread was interrupted
     * @throws FeedException if the provider did not understand a document that names others
     */
    FetchResult fetch(FeedProvider provider, FetchRequest request) throws IOException, FeedException;
}
