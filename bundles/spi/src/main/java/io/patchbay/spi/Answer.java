package io.patchbay.spi;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What an upstream answered to a {@link Question}: complete, within the feed's size limit, of its format, and no document of the snapshot
 * unless it is kept. So a provider can look at an answer first, and what must not be stored, such as a session's cookie, is not.
 */
@ProviderType
public interface Answer extends Closeable {
    /** Opens it from the beginning, until it is kept or closed. The caller closes the stream. */
    InputStream open() throws IOException;

    /**
     * Makes it a document of the feed that was asked; afterwards it can only be closed. To be called on the thread that fetches.
     *
     * @param name the document's name within the feed; see {@link Document#checkName}
     */
    Document keep(String name) throws IOException;

    /**
     * As {@link #keep(String)}, under a tag that a listing gives the answer, by which the next fetch can {@linkplain
     * Fetcher#take(Feed, String, String) take it over}.
     */
    default Document keep(String name, String tag) throws IOException {
        return keep(name);
    }

    /** Forgets it, unless it was kept. */
    @Override
    void close() throws IOException;
}
